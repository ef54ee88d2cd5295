// The Markdown pipeline: the plugins in order, and why in this order; from an article's body to safe HTML, blocks and mentions.
import type { Nodes, Root as Mdast } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as SanitizeOptions } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import type { ArticleFile, Block, Mention, UnplacedNames } from './article-file.ts';
import { listAddresses } from './addresses.ts';
import { escapeAttributes } from './escape-attributes.ts';
import { rehypeCells } from './rehype-cells.ts';
import { rehypeBlocks } from './rehype-blocks.ts';
import { rehypeMentions } from './rehype-mentions.ts';
import { rehypePermalinks } from './rehype-permalinks.ts';
import { remarkFaithful } from './remark-faithful.ts';
import { remarkLeftovers } from './remark-leftovers.ts';
import { remarkMisread } from './remark-misread.ts';
import { listPieces, reportLostText } from './lost-text.ts';
import { mayHoldTable, remarkGfmSubset } from './remark-gfm-subset.ts';

/** Only what Markdown itself can make; ids are our own, so they need no prefix. */
const sanitizeSchema: SanitizeOptions = {
  ...defaultSchema,
  clobberPrefix: '',
  attributes: { ...defaultSchema.attributes, h2: [['className', 'hidden']] },
  // A picture has no protocol at all; an empty list would allow every one.
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'], src: ['none'] },
};

/** The syntax of a copy; with the safety plugins also what Astro itself is given for any Markdown outside content/. */
export const syntaxPlugins = [remarkGfmSubset];
export const safetyPlugins: [[typeof rehypeSanitize, SanitizeOptions]] = [[rehypeSanitize, sanitizeSchema]];

/**
 * On the Markdown tree what a copy may not contain is reported while every node still has its place. No raw HTML gets
 * past remark-rehype. The HTML is made safe before anything of ours is added, and anchors come before the mentions
 * that name them, and the links to them last, when no text is read any more.
 */
const openProcessor = (tables: boolean) =>
  unified()
    .use(remarkParse)
    .use(remarkGfmSubset, { tables })
    .use(remarkMisread)
    .use(remarkLeftovers)
    .use(remarkFaithful)
    // The heading over the footnotes is for those who hear the page; it is not part of the copy.
    .use(remarkRehype, { footnoteLabelProperties: { className: ['hidden'] } })
    .use(safetyPlugins)
    .use(rehypeCells)
    .use(rehypeBlocks)
    .use(rehypeMentions)
    .use(rehypePermalinks)
    .use(rehypeStringify)
    .freeze();

const [withTables, withoutTables] = [openProcessor(true), openProcessor(false)];

/** A rendered body, as it lies in the cache between two builds. */
export interface RenderedBody {
  html: string;
  /** Where its links lead outside the archive, in order. */
  addresses: string[];
  blocks: Block[];
  mentions: Mention[];
  unplaced?: UnplacedNames | undefined;
}

/** What the plugins fill in. */
type Found = 'blocks' | 'mentions' | 'links' | 'unplaced' | 'reading';

const nothing = (): Pick<ArticleFile, Found> => ({
  blocks: [],
  mentions: [],
  links: [],
  unplaced: undefined,
  reading: { names: [], open: [], closed: [] },
});

/**
 * Renders the body of one article.
 * @param body Markdown, preceded by as many empty lines as the front matter has, so that findings name the right line
 * @param article filled with findings; where it has errors the result must not be published
 * @throws what the parser throws on text it cannot take, such as thousands of nested quotations
 */
export function renderBody(
  body: string,
  article: Omit<ArticleFile, Found>,
): RenderedBody & Pick<ArticleFile, 'reading' | 'links'> {
  const file = new VFile({ value: body });
  const full: ArticleFile = { ...article, ...nothing() };
  file.data.article = full;
  const processor = mayHoldTable(body) ? withTables : withoutTables;
  const source = processor.parse(file);
  const deep = findDeepNode(source);
  if (deep !== undefined) {
    const { line, column } = deep.position?.start ?? { line: 1, column: 1 };
    full.findings.push({
      check: 'markdown',
      severity: 'error',
      file: full.file,
      line,
      column,
      message: `this is nested more than ${maxDepth} levels deep`,
      fix: 'Put a backslash before signs such as > and - that are part of the text',
    });
    return { html: '', addresses: [], ...nothing() };
  }
  const written = listPieces(source);
  const tree = processor.runSync(source, file);
  if (full.findings.every(({ severity }) => severity !== 'error')) reportLostText(written, tree, full);
  const { blocks, mentions, links, unplaced, reading } = full;
  const html = escapeAttributes(processor.stringify(tree, file), tree);
  return { html, addresses: listAddresses(tree), blocks, mentions, links, unplaced, reading };
}

/** Far beyond what any copy needs, far below what exhausts the stack of a parser or a browser. */
const maxDepth = 100;

/** The outermost node that lies too deep; walked without recursion, which is what deep trees break. */
function findDeepNode(tree: Mdast): Nodes | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return level[0];
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  }
  return undefined;
}
