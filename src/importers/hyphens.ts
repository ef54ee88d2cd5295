// Decides how two halves of a text belong together where a line or a page ends between them, above all at a hyphen.
import { ordinaryForms } from '../names/matching/ordinary-words.ts';
import type { Join } from './draft.ts';

/**
 * How two halves are put together; `undefined` if a hyphen leaves it open.
 * @param whole the whole source: where it prints a word in one piece, the hyphen is certain to be a cut
 */
export function decideHyphen(before: string, after: string, whole: string): Join['by'] | undefined {
  // A dash that stands close to the word before it stands close to the one after it too.
  if (/[^\s—–][—–]$/u.test(before) || (/[\p{L}\p{N},]$/u.test(before) && /^[—–]\p{L}/u.test(after)))
    return 'its dash';
  const [, head, sign] =
    /(?<![\p{L}\p{M}])([\p{L}\p{M}'’-]*[\p{L}\p{M}])([-‐\u00ad])$/u.exec(before.slice(-80)) ?? [];
  const tail = /^[\p{L}\p{M}]+/u.exec(after)?.[0];
  if (head === undefined || tail === undefined) return 'a space';
  if (sign === '\u00ad') return 'nothing, the hyphen left out';
  // No word is cut before a capital, and an abbreviation not at all: "al-Fayyadh", "US-led".
  if (/^\p{Lu}/u.test(tail) || /(?:^|-)\p{Lu}{2,}$/u.test(head)) return 'its hyphen';
  const printed = (word: string): boolean =>
    new RegExp(`(?<![\\p{L}\\p{M}-])${word}(?![\\p{L}\\p{M}])`, 'iu').test(whole);
  const inOne = printed(head + tail) || ordinaryForms().has((head + tail).toLowerCase());
  const hyphenated = printed(`${head}-${tail}`);
  if (inOne === hyphenated) return undefined;
  return inOne ? 'nothing, the hyphen left out' : 'its hyphen';
}

/** The two halves as one text. */
export function joinTexts(before: string, after: string, by: Join['by']): string {
  if (by === 'a space') return `${before} ${after}`;
  return (by === 'nothing, the hyphen left out' ? before.slice(0, -1) : before) + after;
}

/** The word that stands where two halves were joined. */
export function wordAtJoin(before: string, after: string, by: Join['by']): string {
  return joinTexts(/\S+$/u.exec(before)?.[0] ?? '', /^\S+/u.exec(after)?.[0] ?? '', by);
}
