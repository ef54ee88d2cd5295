// Joins the short forms of names without a record to the full name that a text has too.
import { startsCapital } from './capital-runs.ts';
import { isAcronym } from './letter-case.ts';
import { particles } from './sentence.ts';
import type { UnplacedName } from './unplaced.ts';

/** Counts a lone surname, and an acronym made of the first letters, with the one full name that it stands for. */
export function mergeShortForms(names: readonly UnplacedName[]): UnplacedName[] {
  return names.filter((short) => {
    if (short.name.split(' ').filter((word) => !particles.has(word)).length > 1) return true;
    const full = names.filter(
      (name) => name !== short && isBefore(name, short) && standsFor(short.name, name.name),
    );
    const [only] = full;
    if (only === undefined || full.length > 1) return true;
    only.count += short.count;
    return false;
  });
}

/** Somebody is named in full first. */
const isBefore = (a: UnplacedName, b: UnplacedName): boolean =>
  a.at < b.at || (a.at === b.at && a.start < b.start);

function standsFor(short: string, name: string): boolean {
  const words = name.split(' ');
  if (words.length < 2) return false;
  const capitals = name
    .split(/[ -]/u)
    .filter(startsCapital)
    .map((word) => word.charAt(0));
  if (isAcronym(short) && capitals.length > 1) return capitals.join('') === short;
  const isPerson = words.length <= 4 && words.every((word) => startsCapital(word) || particles.has(word));
  return isPerson && name.endsWith(` ${short}`);
}
