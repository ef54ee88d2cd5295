// Reads a table exported from Wikidata's query service or OpenRefine: names, kinds, dates and coordinates.
import { isBody } from '../../names/recognition/capital-runs.ts';
import type { NamedCollection } from '../../schema/collection-names.ts';
import { placeKinds } from '../../schema/place.ts';
import { collectionOf } from '../new-entry.ts';
import type { Table, TableRow } from './read-table.ts';

/** Everything about one item; the query service writes a row for each combination of its values. */
export interface WikidataItem {
  id: string;
  line: number;
  label: string;
  description: string;
  aliases: string[];
  kind?: { collection: NamedCollection; place?: (typeof placeKinds)[number] };
  location?: { lat: string; lon: string };
  born?: string;
  died?: string;
}

/** What a column holds, recognized by its name without spaces and signs. */
const columnRoles: readonly [role: string, pattern: RegExp][] = [
  ['id', /^(?:item|id|qid|wikidata|wikidataid|entity|q|uri)$/],
  ['description', /^(?:item)?(?:description|desc)(?:en)?$/],
  ['aliases', /alias|altlabel|alsoknownas|othernames?|variants?/],
  ['label', /^(?:item)?(?:label|name|title)(?:en)?$/],
  ['aliases', /^(?:item)?(?:label|name)[a-z]{2,3}$|^(?:nativelabel|nativename|shortname|officialname)/],
  ['kind', /^(?:kind|type|class|instanceof|instance|p31)(?:label)?$/],
  ['location', /^(?:coord|coords|coordinates?|coordinatelocation|location|geo|p625)$/],
  ['lat', /^(?:lat|latitude)$/],
  ['lon', /^(?:lon|lng|long|longitude)$/],
  ['born', /born|birth|p569/],
  ['died', /died|death|p570/],
];

/** @returns the items in the order of the table, and a sentence for everything that is wrong */
export function readWikidata(
  { columns, rows }: Table,
  file: string,
): { items: WikidataItem[]; problems: string[] } {
  const roles = columns.map((column): [column: string, role: string | undefined] => {
    const plain = column.replace(/[\s_?.:()-]/g, '');
    return [column, columnRoles.find(([, pattern]) => pattern.test(plain))?.[0]];
  });
  const problems: string[] = [];
  for (const [role, name] of [
    ['id', 'item'],
    ['label', 'itemLabel'],
  ] as const)
    if (!roles.some(([, own]) => own === role))
      problems.push(
        `${file}:1 has no column for ${role === 'id' ? "the item's number" : 'its label'}. Call it "${name}", as the query service does.`,
      );
  if (problems.length > 0) return { items: [], problems };
  const items = new Map<string, WikidataItem>();
  for (const row of rows) {
    const valuesOf = (role: string): string[] =>
      roles
        .flatMap(([column, own]) => (own === role ? [row.fields.get(column) ?? ''] : []))
        .filter((value) => value !== '');
    const id = /(?:^|\/)(Q[1-9]\d*)$/.exec(valuesOf('id')[0] ?? '')?.[1];
    if (id === undefined)
      problems.push(`${file}:${row.line} has no item such as Q796. Add its number, or remove the row.`);
    else
      items.set(
        id,
        addRow(
          items.get(id) ?? { id, line: row.line, label: '', description: '', aliases: [] },
          valuesOf,
          row,
          file,
          problems,
        ),
      );
  }
  return { items: [...items.values()], problems };
}

function addRow(
  item: WikidataItem,
  valuesOf: (role: string) => string[],
  { line }: TableRow,
  file: string,
  problems: string[],
): WikidataItem {
  const [label = ''] = valuesOf('label');
  const aliases = valuesOf('aliases').flatMap(splitAliases);
  // If an item has no label in the language, the query service repeats its number.
  if (item.label === '' && !/^Q\d+$/.test(label)) item.label = label;
  item.description ||= valuesOf('description')[0] ?? '';
  for (const alias of aliases)
    if (!item.aliases.includes(alias) && alias !== item.label) item.aliases.push(alias);
  const kind = valuesOf('kind')
    .map(readKind)
    .find((one) => one !== undefined);
  if (kind !== undefined) item.kind ??= kind;
  const place = readLocation(valuesOf('location')[0], valuesOf('lat')[0], valuesOf('lon')[0]);
  if (place === 'wrong')
    problems.push(
      `${file}:${line} has coordinates that cannot be read. Write them as Point(44.36 33.31), or in columns "lat" and "lon".`,
    );
  else if (place !== undefined) item.location ??= place;
  for (const role of ['born', 'died'] as const) {
    const [given] = valuesOf(role);
    const date = given === undefined ? undefined : readDate(given);
    if (given !== undefined && date === undefined)
      problems.push(`${file}:${line} "${given}" is not a date. Write it as 1957, 1957-03 or 1957-03-11.`);
    if (date !== undefined) item[role] ??= date;
  }
  return item;
}

/** Splits joined values; at commas only if there is no other separator, as in the query service's altLabel. */
function splitAliases(value: string): string[] {
  const parts = /[|;\n]/.test(value) ? value.split(/[|;\n]/) : value.split(/,\s|،\s?/);
  return parts.map((part) => part.trim()).filter((part) => [...part].length > 1);
}

const placeWords: readonly [pattern: RegExp, kind: (typeof placeKinds)[number]][] = [
  [/\b(?:sovereign state|country|island country|republic)\b/, 'country'],
  [/\b(?:city|town|village|capital|municipality|commune|settlement|metropolis|hamlet|suburb)\b/, 'city'],
  [
    /\b(?:province|governorate|state of|u\.s\. state|federated state|county|oblast|department|prefecture|canton)\b/,
    'province',
  ],
  [/\b(?:district|neighbou?rhood|borough|quarter)\b/, 'district'],
  [/\b(?:river|stream|canal)\b/, 'river'],
  [/\b(?:region|sea|gulf|bay|strait|mountain|desert|continent|peninsula|island|valley|ocean)\b/, 'region'],
  [
    /\b(?:airport|building|base|mosque|church|bridge|square|street|park|hospital|embassy|prison|stadium|palace)\b/,
    'site',
  ],
];

function readKind(value: string): WikidataItem['kind'] {
  const word = value.toLowerCase();
  if (/\b(?:human|person|people|q5)\b/.test(word)) return { collection: collectionOf.person };
  const own = placeKinds.find((kind) => kind === word);
  const place = own ?? placeWords.find(([pattern]) => pattern.test(word))?.[1];
  if (place !== undefined) return { collection: 'places', place };
  if (word === 'place') return { collection: 'places' };
  const isOrganization =
    /\b(?:company|enterprise|business|militia|band|newspaper|ngo|club|broadcaster|agency)\b/.test(word);
  return isOrganization || word.split(/\s+/).some(isBody) ? { collection: 'organizations' } : undefined;
}

function readLocation(
  point: string | undefined,
  lat: string | undefined,
  lon: string | undefined,
): { lat: string; lon: string } | 'wrong' | undefined {
  if (point === undefined && (lat === undefined || lon === undefined)) return undefined;
  const [, east, north] = /^point\((-?[\d.]+)\s+(-?[\d.]+)\)$/i.exec(point ?? '') ?? [];
  const [, first, second] = /^(-?[\d.]+)\s*[,;/]\s*(-?[\d.]+)$/.exec(point ?? '') ?? [];
  const [y, x] = [north ?? first ?? lat, east ?? second ?? lon].map((value) => Number(value ?? 'none'));
  if (x === undefined || y === undefined || !(Math.abs(y) <= 90) || !(Math.abs(x) <= 180)) return 'wrong';
  // Five decimals are about a metre, which is precise enough for any place.
  return { lat: String(Number(y.toFixed(5))), lon: String(Number(x.toFixed(5))) };
}

/** The query service writes a year as 1 January of that year, so that day is read as the year alone. */
function readDate(value: string): string | undefined {
  const [, year, month, day] = /^\+?(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$/.exec(value) ?? [];
  if (year === undefined) return undefined;
  if (month === undefined || month === '00' || (value.includes('T') && month === '01' && day === '01'))
    return year;
  return day === undefined || day === '00' ? `${year}-${month}` : `${year}-${month}-${day}`;
}
