// Turns a maintainer's decisions in the table into changes: new records, new aliases, ignored names.
import { foldName } from '../../names/normalize.ts';
import { unwritten } from '../../schema/leftovers.ts';
import type { NamedCollection } from '../../schema/collection-names.ts';
import { placeKinds } from '../../schema/place.ts';
import { didYouMean } from '../../schema/sentence.ts';
import { collectionOf } from '../new-entry.ts';
import { buildSlug } from '../slug.ts';
import type { FilePlan, PlannedRecord } from './file-plan.ts';
import type { GatheredName } from './gather-names.ts';
import { decisionColumns, knownColumns, separator, type Decision } from './name-table.ts';
import { checkColumns, type Table, type TableRow } from './read-table.ts';

/** The decision in one row. */
interface Wanted {
  row: TableRow;
  name: string;
  variants: string[];
  kind?: { collection: NamedCollection; place?: (typeof placeKinds)[number] };
  join: string;
  wikidata: string;
  description: string;
  ignore: boolean;
}

const kindWords: Readonly<Record<string, 'person' | 'place' | 'organization'>> = {
  person: 'person',
  people: 'person',
  author: 'person',
  place: 'place',
  places: 'place',
  organization: 'organization',
  organizations: 'organization',
  organisation: 'organization',
  organisations: 'organization',
  org: 'organization',
  body: 'organization',
};

const yes = /^(?:x|y|yes|1|true|ja|oui|si|sí|ignore|ok|✓|✔)$/i;
const no = /^(?:|n|no|0|false|nein|non|-)$/i;

/** The decisions in an existing table, by name, so that a new table can keep them. */
export const listDecisions = ({ rows }: Table): Map<string, Decision> =>
  new Map(
    rows.map(({ fields }) => [
      fields.get('name') ?? '',
      Object.fromEntries(decisionColumns.map((column) => [column, fields.get(column) ?? ''])) as Decision,
    ]),
  );

/**
 * Plans every decision in a table. Problems are added to the plan.
 * @param file the name of the table, for messages
 * @param gathered the names that have no record at present
 */
export function planDecisions(
  { columns, rows }: Table,
  file: string,
  gathered: readonly GatheredName[],
  plan: FilePlan,
): void {
  plan.problems.push(...checkColumns(columns, [...knownColumns, ...decisionColumns], file));
  for (const column of ['name', 'kind'])
    if (!columns.includes(column))
      plan.problems.push(`${file}:1 has no column "${column}". Use the table that "npm run names" writes.`);
  if (plan.problems.length > 0) return;
  const wanted = rows.flatMap((row) => readRow(row, file, plan.problems) ?? []);
  const inArticles = new Map(gathered.map((one) => [foldName(one.name), one]));
  const twice = new Set<string>();
  for (const { name, row } of wanted) {
    if (twice.has(foldName(name)))
      plan.problems.push(`${file}:${row.line} "${name}" is in two rows. Keep one of them.`);
    twice.add(foldName(name));
  }
  // New records come first, because other rows may join them.
  for (const one of wanted.filter(({ kind }) => kind !== undefined)) planRecord(one, file, plan);
  for (const one of wanted) {
    if (one.join !== '') planJoin(one, file, plan);
    if (one.ignore) planIgnore(one, inArticles.get(foldName(one.name)), plan);
  }
}

function readRow(row: TableRow, file: string, problems: string[]): Wanted | undefined {
  const field = (column: string): string => row.fields.get(column) ?? '';
  const report = (message: string): undefined => void problems.push(`${file}:${row.line} ${message}`);
  const [kind, join, wikidata, ignore] = [field('kind'), field('join'), field('wikidata'), field('ignore')];
  if (kind === '' && join === '' && no.test(ignore)) {
    if (wikidata === '' && field('description') === '') return undefined;
    return report(
      `"${field('name')}" has a description or a Wikidata id, but no kind. Add its kind, or the record to join.`,
    );
  }
  const name = field('name').replace(/\s+/gu, ' ');
  if (name === '') return report('has no name. Leave the column "name" as it was.');
  if (!yes.test(ignore) && !no.test(ignore)) return report(`"ignore" must be x or empty, not "${ignore}".`);
  const decided = [kind !== '', join !== '', yes.test(ignore)].filter(Boolean).length;
  if (decided > 1)
    return report(`"${name}" has a value in more than one of kind, join and ignore. Keep one.`);
  const item = /^(?:https?:\/\/(?:www\.)?wikidata\.org\/(?:wiki|entity)\/)?(Q[1-9]\d*)$/i.exec(wikidata)?.[1];
  if (wikidata !== '' && item === undefined)
    return report(`"wikidata" must be an item such as Q796, not "${wikidata}".`);
  const read = kind === '' ? undefined : readKind(kind, field('guess'), name);
  if (typeof read === 'string') return report(read);
  return {
    row,
    name,
    variants: field('variants')
      .split(separator.trim())
      .map((one) => one.trim())
      .filter((one) => one !== ''),
    ...(read && { kind: read }),
    join,
    wikidata: item?.toUpperCase() ?? '',
    description: field('description'),
    ignore: yes.test(ignore),
  };
}

/** Reads `person`, `place`, `city` and so on, or `yes` for the guess. Returns a sentence if it is not a kind. */
function readKind(given: string, guess: string, name: string): Wanted['kind'] | string {
  const word = yes.test(given) ? guess : given.toLowerCase();
  if (word === '') return `no kind was guessed for "${name}". Write person, place or organization.`;
  const place = placeKinds.find((one) => one === word);
  if (place !== undefined) return { collection: 'places', place };
  const kind = Object.hasOwn(kindWords, word) ? kindWords[word] : undefined;
  if (kind === undefined) {
    const known = [...new Set(Object.values(kindWords)), ...placeKinds];
    return `there is no kind "${given}"${didYouMean(word, known) || '.'} The kinds are: ${known.join(', ')}.`;
  }
  if (kind !== 'place') return { collection: collectionOf[kind] };
  return { collection: 'places', place: guessPlace(name) };
}

/** The kind of a place, judged by its name; most places in the news are towns. */
function guessPlace(name: string): (typeof placeKinds)[number] {
  if (/\b(?:River|Creek)\b/.test(name)) return 'river';
  if (/\b(?:Province|County|State|Oblast|Governorate)\b/.test(name)) return 'province';
  if (/\b(?:Sea|Ocean|Gulf|Bay|Mountains?|Coast|Valley|Desert|Peninsula|Islands|Region)\b/.test(name))
    return 'region';
  if (
    /\b(?:Street|Square|Airport|Bridge|Hotel|Hospital|Stadium|Park|Base|Palace|Building|Tower|Harbou?r)\b/.test(
      name,
    )
  )
    return 'site';
  return /\bDistrict\b/.test(name) ? 'district' : 'city';
}

function planRecord(
  { row, name, variants, kind, wikidata, description }: Wanted,
  file: string,
  plan: FilePlan,
): void {
  if (kind === undefined) return;
  const { collection, place } = kind;
  // An earlier run has already written it.
  if (plan.find(name).some((record) => record.collection === collection)) {
    plan.unchanged += 1;
    return;
  }
  const id = buildSlug(name);
  const problem =
    id === ''
      ? `no id can be made from "${name}". Add its record with "npm run new -- … --id ID".`
      : plan.add(collection, id, {
          name,
          aliases: variants,
          description: description || `${unwritten}.`,
          ...(wikidata !== '' && { wikidata }),
          ...(place !== undefined && { kind: place }),
        });
  if (problem !== undefined) plan.problems.push(`${file}:${row.line} ${problem}`);
}

function planJoin({ row, name, variants, join, wikidata }: Wanted, file: string, plan: FilePlan): void {
  const [folder, ownId = ''] = join.includes('/') ? join.split('/') : [undefined, join];
  const exact = plan.records.filter(
    ({ collection, id }) => id === ownId && (folder === undefined || folder === collection),
  );
  const found = exact.length > 0 ? exact : plan.find(join);
  const [target, other] = found;
  const keyOf = ({ collection, id }: PlannedRecord): string => `${collection}/${id}`;
  if (target === undefined) {
    const known = plan.records.map((record) => (folder === undefined ? record.id : keyOf(record)));
    plan.problems.push(
      `${file}:${row.line} there is no record "${join}" to join${didYouMean(join, known) || '.'}`,
    );
  } else if (other !== undefined)
    plan.problems.push(
      `${file}:${row.line} "${join}" may be ${found.map(keyOf).join(' or ')}. Write the one you mean.`,
    );
  else if (wikidata !== '' && target.wikidata !== undefined && target.wikidata !== wikidata)
    plan.problems.push(
      `${file}:${row.line} ${keyOf(target)} has the Wikidata item ${target.wikidata}, not ${wikidata}. Keep the right one.`,
    );
  else plan.fill(target, { aliases: [name, ...variants], ...(wikidata !== '' && { wikidata }) });
}

function planIgnore({ name }: Wanted, gathered: GatheredName | undefined, plan: FilePlan): void {
  if (gathered === undefined) plan.unchanged += 1;
  for (const id of gathered?.articles ?? []) plan.ignore(id, gathered?.name ?? name);
}
