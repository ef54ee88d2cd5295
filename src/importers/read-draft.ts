// From a copy of any kind to a draft: hands it to the importer that reads its kind.
import type { Copy } from './copy.ts';
import type { Draft, Hints } from './draft.ts';
import { buildHtmlDraft } from './html/draft.ts';
import { buildMarkdownDraft } from './markdown/draft.ts';
import { readPdfDraft } from './pdf/draft.ts';
import { buildTextDraft } from './text.ts';

export interface CopyPlace {
  /** The path of the file. */
  path: string;
  /** The address that links start from, where the copy does not say it. */
  base: string | undefined;
}

export async function readDraft(
  copy: Copy,
  hints: Hints,
  place: CopyPlace,
): Promise<Draft | { refusals: string[] }> {
  if (copy.format === 'pdf') return readPdfDraft(copy.bytes, hints);
  const draft =
    copy.format === 'html'
      ? buildHtmlDraft(copy.text, hints, place)
      : copy.format === 'markdown'
        ? buildMarkdownDraft(copy.text, hints, place)
        : buildTextDraft(copy.text, hints);
  return 'refusals' in draft ? draft : { ...draft, doubts: [...copy.doubts, ...draft.doubts] };
}
