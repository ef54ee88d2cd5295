// Turns items from Wikidata into changes: more fields for existing records, and new records for names without one.
import { foldName } from '../../names/normalize.ts';
import { unwritten } from '../../schema/leftovers.ts';
import { collectionOf } from '../new-entry.ts';
import { buildSlug } from '../slug.ts';
import type { FilePlan, Filling, PlannedRecord } from './file-plan.ts';
import type { GatheredName } from './gather-names.ts';
import type { WikidataItem } from './wikidata-table.ts';

/** What a maintainer should know about items that were not used. */
export interface WikidataReport {
  /** Labels of items that neither a record nor an article names. */
  unnamed: string[];
  /** Sentences. */
  notes: string[];
}

/**
 * An item belongs to the record with its number. Failing that, it belongs to the only record of its kind that has one of
 * its names and no number yet. If only articles name it, it becomes a new record.
 */
export function planWikidata(
  items: readonly WikidataItem[],
  file: string,
  gathered: readonly GatheredName[],
  plan: FilePlan,
): WikidataReport {
  const report: WikidataReport = { unnamed: [], notes: [] };
  const unplaced = new Map(
    gathered.flatMap((one) => [one.name, ...one.variants].map((name) => [foldName(name), one])),
  );
  for (const item of items) {
    const own = plan.records.find(({ wikidata }) => wikidata === item.id);
    const named =
      own === undefined ? findRecords(item, plan).filter(({ wikidata }) => wikidata === undefined) : [own];
    const [record, other] = named;
    if (record !== undefined && other !== undefined) {
      report.notes.push(
        `${item.id} (${item.label}) may be ${named.map(keyOf).join(' or ')}; add "wikidata: ${item.id}" to the right one and run this again.`,
      );
    } else if (record !== undefined) {
      plan.fill(record, buildFilling(item, record, plan, report));
    } else {
      const name = [item.label, ...item.aliases].find((one) => unplaced.has(foldName(one)));
      if (name === undefined) report.unnamed.push(item.label || item.id);
      else addRecord(item, name, unplaced.get(foldName(name)), file, plan, report);
    }
  }
  return report;
}

const keyOf = ({ collection, id }: PlannedRecord): string => `${collection}/${id}`;

function findRecords({ label, aliases, kind }: WikidataItem, plan: FilePlan): PlannedRecord[] {
  const isOfKind = ({ collection }: PlannedRecord): boolean =>
    kind === undefined || kind.collection === collection;
  // Try the label first, because an alias may also be somebody else's name.
  for (const names of [[label], aliases]) {
    const found = new Set(
      names
        .filter((name) => name !== '')
        .flatMap((name) => plan.find(name))
        .filter(isOfKind),
    );
    if (found.size > 0) return [...found];
  }
  return [];
}

function buildFilling(
  item: WikidataItem,
  record: PlannedRecord,
  plan: FilePlan,
  report: WikidataReport,
): Filling {
  const { id, born, died, location } = item;
  return {
    aliases: chooseAliases(item, record, plan, report),
    wikidata: id,
    ...(record.collection === 'people' && { born, died }),
    ...(record.collection === 'places' && { location }),
  };
}

/** The spellings that no other record has. A spelling that two records share is not linked in any article. */
function chooseAliases(
  { label, aliases, id }: WikidataItem,
  record: PlannedRecord,
  plan: FilePlan,
  { notes }: WikidataReport,
): string[] {
  return [label, ...aliases].filter((alias) => {
    // In lower case it is a description, not a name.
    if (alias === '' || /^\p{Ll}[\p{Ll}\s]*$/u.test(alias)) return false;
    const others = plan.find(alias).filter((one) => keyOf(one) !== keyOf(record));
    const [other] = others;
    if (other === undefined) return true;
    notes.push(`${id}: "${alias}" was left out because ${keyOf(other)} already has that name.`);
    return false;
  });
}

function addRecord(
  item: WikidataItem,
  name: string,
  gathered: GatheredName | undefined,
  file: string,
  plan: FilePlan,
  report: WikidataReport,
): void {
  const guess = gathered?.guess?.kind;
  const kind = item.kind ?? (guess === undefined ? undefined : { collection: collectionOf[guess] });
  if (kind === undefined) {
    plan.problems.push(
      `${file}:${item.line} does not say what "${name}" is. Add a column "kind" with person, place or organization.`,
    );
    return;
  }
  const { collection } = kind;
  const preferred = item.label || name;
  const record: PlannedRecord = { collection, id: buildSlug(preferred), names: [preferred] };
  const { aliases = [], ...filling } = buildFilling(item, record, plan, report);
  const fields = {
    ...filling,
    name: preferred,
    aliases: aliases.filter((alias) => alias !== preferred),
    description: item.description === '' ? `${unwritten}.` : sentence(item.description),
    ...(collection === 'places' && { kind: kind.place ?? 'city' }),
  };
  const problem = plan.add(collection, record.id, fields);
  if (problem !== undefined) plan.problems.push(`${file}:${item.line} ${problem}`);
}

/** Turns one of Wikidata's descriptions, such as "capital of Iraq", into a sentence. */
const sentence = (phrase: string): string =>
  `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}${/[.?!]$/.test(phrase) ? '' : '.'}`;
