// Writes paragraphs as the Markdown body of an article and proves that the page will show the very same characters.
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Root } from 'mdast';
import { renderBody } from '../markdown/pipeline.ts';
import type { Mention, UnplacedNames } from '../markdown/article-file.ts';
import { remarkGfmSubset } from '../markdown/remark-gfm-subset.ts';
import type { NameTrie } from '../names/recognize.ts';
import type { Finding } from '../schema/finding.ts';
import { quoteStart } from './draft.ts';

const writer = unified().use(remarkParse).use(remarkGfmSubset).use(remarkStringify).freeze();

/** Paragraphs as Markdown, everything that Markdown would take for a sign escaped; ends with one line end. */
export function renderMarkdown(paragraphs: readonly string[]): string {
  const tree: Root = {
    type: 'root',
    children: paragraphs.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  };
  return writer.stringify(tree);
}

export interface ProvenBody {
  mentions: Mention[];
  /** Capitalized names that no record has. */
  unplaced: UnplacedNames['names'];
  /** Paragraphs as the page shows them. */
  texts: string[];
  /** Warnings of the pipeline, such as names that two records claim. */
  findings: Finding[];
  /** Why the body must not be written. */
  refusal?: string;
}

/** Renders a body as the archive does and compares every block with its paragraph. */
export function proveBody(
  body: string,
  paragraphs: readonly string[],
  article: { id: string; file: string; title?: string; names: NameTrie; overrides?: NameTrie | undefined },
): ProvenBody {
  const findings: Finding[] = [];
  let blocks: { text: string }[];
  let mentions: Mention[];
  let unplaced: UnplacedNames | undefined;
  try {
    ({ blocks, mentions, unplaced } = renderBody(body, {
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
      texts: [],
      findings,
      refusal: `The text cannot be written as Markdown: ${reason}.`,
    };
  }
  const texts = blocks.map(({ text }) => text);
  const odd = paragraphs.findIndex((paragraph, index) => texts[index] !== paragraph);
  const error = findings.find(({ severity }) => severity === 'error');
  const refusal =
    error !== undefined
      ? `The text cannot be written as Markdown: ${error.message}.`
      : odd !== -1 || texts.length !== paragraphs.length
        ? `The page would not show the paragraph ${quoteStart(paragraphs[odd === -1 ? paragraphs.length - 1 : odd] ?? '')} as it stands in the copy; nothing was written. Please report this text.`
        : undefined;
  return {
    mentions,
    unplaced: unplaced?.names ?? [],
    texts,
    findings,
    ...(refusal !== undefined && { refusal }),
  };
}
