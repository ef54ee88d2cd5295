// Finds what the extractor took for the article although the page itself says otherwise: a share bar, a call to subscribe.
import type { Element } from 'hast';
import { isProse } from '../head-lines.ts';
import { findForeignReason } from './left-out.ts';
import type { Run } from './runs.ts';

/** More words than these in one part of a page are never put aside for what the part is called. */
const most = 80;

/** Why runs that were kept are not the article's. */
export function findForeign(runs: readonly Run[]): Map<Run, string> {
  const kept = runs.filter((run) => run.kept);
  const around = findAround(kept.filter(({ text }) => isProse(text)));
  const parts = Map.groupBy(
    kept.flatMap((run) => {
      // What holds the whole article says nothing of its parts, whatever it is called.
      const element = run.path.find((one) => !around.has(one) && findForeignReason(one) !== undefined);
      return element === undefined ? [] : [{ run, element }];
    }),
    ({ element }) => element,
  );
  const reasons = new Map<Run, string>();
  for (const [element, part] of parts) {
    if (part.reduce((sum, { run }) => sum + run.words, 0) > most) continue;
    for (const { run } of part) reasons.set(run, findForeignReason(element) ?? '');
  }
  return reasons;
}

/** The elements that all of these runs stand in; of one run alone, those around its block. */
function findAround(runs: readonly Run[]): Set<Element> {
  const [first, ...others] = runs;
  if (first === undefined) return new Set();
  const path = others.length === 0 ? first.path.slice(0, -1) : first.path;
  return new Set(path.filter((element) => others.every((other) => other.path.includes(element))));
}
