// The worker thread: reads one copy after another, drafts it, writes its body as Markdown and proves that nothing was lost.
import { workerData } from 'node:worker_threads';
import { answerJobs } from '../reading/answer-jobs.ts';
import { buildNameTrie } from '../names/recognition/recognize.ts';
import { foldName } from '../names/normalize.ts';
import type { CopyFlags } from './copy.ts';
import { findLostBlock, proveBody, renderMarkdown } from './body.ts';
import { readCopy } from './copy.ts';
import { mendDraft } from './mend-draft.ts';
import { readDraft } from './read-draft.ts';
import { quoteEnd, type Hints, type WrittenDraft } from './draft.ts';
import { findExcess } from '../markdown/find-excess.ts';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';

/** Names in their folded form. */
export interface DraftSetup {
  people: string[];
  publications: string[];
}

export interface DraftJob extends CopyFlags {
  /** Absolute. */
  path: string;
  title: string | undefined;
  published: string | undefined;
  /** The address that links of the copy start from, where the copy says none. */
  base: string | undefined;
}

/** As many as can be read in about a second; see find-excess.ts. */
const mostBlocks = 10_000;

export type DraftResult = WrittenDraft | { refusals: string[] };

const { people, publications } = workerData as DraftSetup;
const names = { people: new Set(people), publications: new Set(publications) };

answerJobs(draft);

async function draft({ path, format, encoding, title, published, base }: DraftJob): Promise<DraftResult> {
  const copy = await readCopy(path, { format, encoding });
  if ('refusal' in copy) return { refusals: [copy.refusal] };
  const hints: Hints = {
    ...(title !== undefined && { title }),
    ...(published !== undefined && { published }),
    isPerson: (name) => names.people.has(foldName(name)),
    isPublication: (line) => names.publications.has(foldName(line)),
  };
  try {
    const drafted = await readDraft(copy, hints, { path, base });
    if ('refusals' in drafted) return drafted;
    const { tree, ...rest } = mendDraft(drafted, title);
    const hidden = rest.paragraphs.find((text) => text.search(forbiddenCharacters) !== -1);
    if (hidden !== undefined) {
      const at = hidden.search(forbiddenCharacters);
      return {
        refusals: [
          `The invisible control character ${renderCodePoint(hidden.slice(at))} stands behind ${quoteEnd(hidden.slice(0, at), 40)}; delete it from the copy and import again.`,
        ],
      };
    }
    if (rest.paragraphs.length > mostBlocks)
      return {
        refusals: [
          `The text has ${rest.paragraphs.length} paragraphs, headings and rows of tables, more than any article; save the article alone and import that.`,
        ],
      };
    const body = renderMarkdown(tree);
    const excess = findExcess(body);
    if (excess !== undefined)
      return { refusals: [`The text cannot be written as Markdown: ${excess.message}. ${excess.fix}.`] };
    const article = { id: '2000/01/01/x', file: path, names: buildNameTrie([]) };
    const refusal =
      // Paragraphs of plain text are compared character by character below.
      (isPlain(rest) ? undefined : findLostBlock(tree, body)) ??
      (rest.paragraphs.length === 0 ? undefined : proveBody(body, rest.paragraphs, article).refusal);
    return refusal === undefined ? { ...rest, body } : { refusals: [refusal] };
  } catch (error) {
    if (error instanceof RangeError)
      return {
        refusals: [
          'The file is nested too deeply to be read; save the article as plain text and import that.',
        ],
      };
    const reason = error instanceof Error ? error.message : String(error);
    return {
      refusals: [
        `The file cannot be read: ${reason.replace(/\.$/, '')}. Save the article as plain text and import that.`,
      ],
    };
  }
}

const isPlain = ({ format }: Pick<WrittenDraft, 'format'>): boolean => format === 'text' || format === 'pdf';
