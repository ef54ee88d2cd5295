// Finds the place a report was filed from where its text opens with it, as the reports of wire services do.
import { findByName, type KnownArchive } from './known.ts';

/** "BAGHDAD (AP) — ", "LONDON, Jan 3 (Reuters) - ", "WASHINGTON, Jan. 3 — ": the place and the agency, if one is named. */
const opening = /^(?<where>\p{Lu}[^()–—\n]{1,60}?)\s*(?<agency>\([^()]{2,30}\)\s*)?(?:--|[–—]|\s-)\s/u;

/** The ids of the places that the opening of a text may name; empty where it names none that the archive knows. */
export function findDateline(text: string, { records }: Pick<KnownArchive, 'records'>): string[] {
  const { where = '', agency } = opening.exec(text)?.groups ?? {};
  const [place = ''] = where.split(',');
  // Without an agency, only capitals tell a dateline from a sentence with a dash in it.
  if (agency === undefined && place !== place.toUpperCase()) return [];
  const exact = findByName(records.places, where);
  return (exact.length > 0 ? exact : findByName(records.places, place)).map(({ id }) => id);
}
