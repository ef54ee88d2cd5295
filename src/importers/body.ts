// Writes the body of an article as Markdown and proves that the page will show the very same characters.
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';
import { renderBody } from '../markdown/pipeline.ts';
import type { Mention, PageLink, UnplacedNames } from '../markdown/article-file.ts';
import { remarkGfmSubset } from '../markdown/remark-gfm-subset.ts';
import type { NameTrie } from '../names/recognition/recognize.ts';
import type { Finding } from '../schema/finding.ts';
import { layOut, listBlocks } from './blocks.ts';
import { quoteStart } from './draft.ts';
import { listLabels } from './labels.ts';

const writer = unified()
  .use(remarkParse)
  .use(remarkGfmSubset)
  .use(remarkStringify, {
    bullet: '-',
    rule: '-',
    // What Git, and so the check, would take for conflict markers.
    unsafe: ['<', '|', '>'].map((character) => ({ character, after: `[${character}]`, atBreak: true })),
  })
  .freeze();

/** A body as Markdown, everything in its text that Markdown would take for a sign escaped; ends with one line end. */
export const renderMarkdown = (tree: Root): string => writer.stringify(tree);

/** Reads Markdown as the archive does. */
export const parseMarkdown = (text: string): Root => writer.parse(text);

/** A body of plain paragraphs. */
export const buildPlainBody = (paragraphs: readonly string[]): Root => ({
  type: 'root',
  children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
});

export interface ProvenBody {
  mentions: Mention[];
  /** Capitalized names that no record has. */
  unplaced: UnplacedNames['names'];
  /** The places in this archive that the text links to. */
  links: PageLink[];
  /** Blocks as the page shows them. */
  texts: string[];
  /** Warnings of the pipeline, such as names that two records claim. */
  findings: Finding[];
  /** Why the body must not be written. */
  refusal?: string;
}

/** Renders a body as the archive does and compares every block with that of the draft. */
export function proveBody(
  body: string,
  paragraphs: readonly string[],
  article: { id: string; file: string; title?: string; names: NameTrie; overrides?: NameTrie | undefined },
): ProvenBody {
  const findings: Finding[] = [];
  let blocks: { text: string }[];
  let mentions: Mention[];
  let links: PageLink[];
  let unplaced: UnplacedNames | undefined;
  try {
    ({ blocks, mentions, links, unplaced } = renderBody(body, {
      overrides: undefined,
      ...article,
      images: new Set(),
      findings,
    }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      mentions: [],
      unplaced: [],
      links: [],
      texts: [],
      findings,
      refusal: `The text cannot be written as Markdown: ${reason}.`,
    };
  }
  const texts = blocks.map(({ text }) => text);
  const odd = paragraphs.findIndex((paragraph, index) => layOut(texts[index] ?? '') !== layOut(paragraph));
  const error = findings.find(({ severity }) => severity === 'error');
  const refusal =
    error !== undefined
      ? `The text cannot be written as Markdown: ${error.message}. ${error.fix}.`
      : odd !== -1 || texts.length !== paragraphs.length
        ? describeOdd(paragraphs[odd === -1 ? paragraphs.length - 1 : odd])
        : undefined;
  return {
    mentions,
    unplaced: unplaced?.names ?? [],
    links,
    texts,
    findings,
    ...(refusal !== undefined && { refusal }),
  };
}

/** Why a tree must not be written as this Markdown: a block would be another kind or have another text. */
export function findLostBlock(tree: Root, body: string): string | undefined {
  const wanted = listBlocks(tree);
  const read = listBlocks(parseMarkdown(body));
  const odd = wanted.findIndex(({ type, text }, index) => {
    const other = read[index];
    return other?.type !== type || other.text !== text;
  });
  if (odd === -1 && wanted.length === read.length) return findLostTitle(tree, parseMarkdown(body));
  return describeOdd(wanted[odd === -1 ? wanted.length - 1 : odd]?.text);
}

/** Titles of links are words of the copy too, though no block shows them. */
function findLostTitle(tree: Root, read: Root): string | undefined {
  const found = listLabels(read);
  const lost = listLabels(tree).find((label, index) => found[index] !== label);
  return lost === undefined
    ? undefined
    : `The title of a link, ${quoteStart(lost)}, cannot be written as Markdown; nothing was written. Please report this text.`;
}

const describeOdd = (paragraph = ''): string =>
  `The page would not show the paragraph ${quoteStart(paragraph)} as it stands in the copy; nothing was written. Please report this text.`;
