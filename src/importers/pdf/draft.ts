// From a PDF to a draft: its lines, then its paragraphs, then head, body and trailer as of any text.
import type { Draft, Hints } from '../draft.ts';
import { markRunningLines } from '../running-lines.ts';
import { buildLineDraft, describeMended } from '../text.ts';
import { readPdfText } from './lines.ts';
import { buildParagraphs } from './paragraphs.ts';

/** Reads a PDF. Never throws for what it finds in it. */
export async function readPdfDraft(bytes: Uint8Array, hints: Hints): Promise<Draft | { refusals: string[] }> {
  const pdf = await readPdfText(bytes);
  if ('refusal' in pdf) return { refusals: [pdf.refusal] };
  const marked = markRunningLines(
    pdf.lines.map(({ text, page }) => ({ text, page, indent: 0, afterBlank: true })),
  );
  const reasons = new Map(
    marked.flatMap(({ leftOut }, index) => (leftOut === undefined ? [] : [[index, leftOut] as const])),
  );
  const { lines, mended, mendedWords, doubts } = buildParagraphs(pdf.lines, reasons);
  const source = pdf.lines.map(({ text }) => text).join('\n');
  const draft = buildLineDraft('pdf', source, lines, hints, mended);
  return {
    ...draft,
    doubts: [...draft.doubts, ...doubts, ...(mendedWords.length > 0 ? [describeMended(mendedWords)] : [])],
  };
}
