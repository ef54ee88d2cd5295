// A list of names against the archive, line by line, without letting the page stand still; pure but for its pauses.
import type { FoundName, NameFinder } from './name-finder.ts';

export interface LookedUp {
  /** As it stands in the list. */
  typed: string;
  /** How the names answer it: one record, several that share the spelling, near ones, or none. */
  match: 'exact' | 'shared' | 'near' | 'none';
  /** One name of an exact match, all that share the spelling, or the nearest ones. */
  names: FoundName[];
}

export interface LookupOptions {
  finder: Pick<NameFinder, 'find'>;
  /** Called with each part of the answers, in order, before the page is let go on. */
  onPart: (part: readonly LookedUp[]) => void;
  /** Whether nobody waits for the answers any more. */
  isOver: () => boolean;
  /** Whether the page has stood still long enough. */
  isDue: () => boolean;
  /** Lets the page go on. */
  rest: () => Promise<void>;
}

/** The lines of a list that say something. */
export const readLines = (text: string): string[] =>
  text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

export async function lookUpNames(
  lines: readonly string[],
  { finder, onPart, isOver, isDue, rest }: LookupOptions,
): Promise<void> {
  let part: LookedUp[] = [];
  for (const [index, typed] of lines.entries()) {
    part.push(await lookUp(typed, finder));
    if (isOver()) return;
    if (!isDue() && index < lines.length - 1) continue;
    onPart(part);
    part = [];
    await rest();
    if (isOver()) return;
  }
}

/** Near names whose scores differ by less than this are all shown, up to a few. */
const [close, mostNear] = [0.04, 3];

/** Lists are pasted with bullets, numbers and separators: "1. Soleimani;", "• Baghdad". */
const withoutListSigns = (line: string): string =>
  line.replace(/^(?:[-–—•*·▪◦]|\(?\d{1,3}[.)])\s+/u, '').replace(/\s*[;,]$/u, '');

async function lookUp(typed: string, finder: Pick<NameFinder, 'find'>): Promise<LookedUp> {
  const found = await finder.find(withoutListSigns(typed));
  const exact = found.filter(({ match }) => match === 'exact');
  if (exact.length > 0) return { typed, match: exact.length > 1 ? 'shared' : 'exact', names: exact };
  const best = found[0]?.score ?? 0;
  const near = found.filter(({ score }) => score > best - close).slice(0, mostNear);
  return { typed, match: near.length > 0 ? 'near' : 'none', names: near };
}
