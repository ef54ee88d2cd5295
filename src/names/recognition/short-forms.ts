// Joins the short forms of names without a record to the full name that a text has too.
import { isEnglish } from '../english-words.ts';
import { startsCapital } from './capital-runs.ts';
import { isAcronym } from './letter-case.ts';
import { particles } from './sentence.ts';
import { opensWithSurname } from './surname-first.ts';
import type { UnplacedName } from './unplaced.ts';

/** Counts a lone surname or first name, and an acronym made of the first letters, with the one full name before it that it stands for. */
export function mergeShortForms(names: readonly UnplacedName[]): UnplacedName[] {
  const fullNames = new Map<string, UnplacedName[]>();
  for (const name of names) {
    for (const short of listShortForms(name.name)) {
      const list = fullNames.get(short);
      if (list === undefined) fullNames.set(short, [name]);
      else list.push(name);
    }
  }
  return names.filter((short) => {
    const [only, other] = fullNames.get(short.name)?.filter((name) => isBefore(name, short)) ?? [];
    if (only === undefined) return true;
    // A first name that several people share is not a name of its own.
    if (other !== undefined) return !only.name.startsWith(`${short.name} `);
    only.count += short.count;
    return false;
  });
}

/** Somebody is named in full first. */
const isBefore = (a: UnplacedName, b: UnplacedName): boolean =>
  a.at < b.at || (a.at === b.at && a.start < b.start);

/** `TAG` of "Tidal Action Group"; `Brandt` and `von Brandt` and `Otto` of "Otto von Brandt"; `Wang` of "Wang Donghai". */
function listShortForms(name: string): string[] {
  const words = name.split(' ');
  if (words.length < 2) return [];
  const capitals = name.split(/[ -]/u).filter(startsCapital);
  const forms = capitals.length > 1 ? [capitals.map((word) => word.charAt(0)).join('')] : [];
  if (opensWithSurname(words)) forms.push(words[0] ?? '');
  const isPerson = words.length <= 4 && words.every((word) => startsCapital(word) || particles.has(word));
  // "Osk Telegraph" is not called Osk.
  if (isPerson && !words.some((word) => isEnglish(word) || isAcronym(word))) forms.push(words[0] ?? '');
  for (let from = words.length - 1; isPerson && from > 0; from -= 1) {
    forms.push(words.slice(from).join(' '));
    if (!particles.has(words[from - 1] ?? '')) break;
  }
  return forms;
}
