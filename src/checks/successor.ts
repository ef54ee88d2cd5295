// Finds where a vanished page has moved to, if the archive leaves no doubt; a redirect to a guess would be a lie.
import type { Archive } from '../archive/build.ts';
import { gone, type Permalink } from '../reading/permalinks.ts';
import { foldName } from '../names/normalize.ts';
import { recordCollections } from '../schema/collection-names.ts';
import { nearest } from '../schema/sentence.ts';
import { datesUrl, permalinkPath, recordUrl } from '../urls.ts';

/**
 * The path of the page that took the place of `path`: an article that moved to another day or changed its slug, a record
 * that has the old name among its own, the month of a day that holds nothing any more, the list whose part is gone.
 * @param known the addresses published before; a page that is not among them, or led elsewhere, is new
 */
export function findSuccessor(
  path: string,
  archive: Archive,
  known: Known,
  published: ReadonlySet<string>,
): string | undefined {
  const parts = path.split('/').slice(1, -1);
  const [first = '', id = ''] = parts;
  if (!path.endsWith('/')) return findPicture(path, archive, known, published);
  if (/^\d{4}$/.test(first) && parts.length < 4) return findPeriod(parts, published);
  if (isPartOfList(parts)) return findAround(parts, archive, known, published);
  const fresh = [...published].filter((other) => other.endsWith('/') && isNew(known.get(other)));
  if (parts.length === 4) return findArticle(parts, fresh);
  if (parts.length === 2 && recordCollections.some((collection) => collection === first))
    return findRecord(first, id, archive, fresh);
  return undefined;
}

type Known = ReadonlyMap<string, Pick<Permalink, 'to'>>;

const isNew = (permalink: Pick<Permalink, 'to'> | undefined): boolean =>
  permalink?.to !== undefined || !permalink;

function findArticle(parts: readonly string[], fresh: readonly string[]): string | undefined {
  const slug = parts[3] ?? '';
  const articles = fresh.filter((path) => /^\/\d{4}\/\d\d\/\d\d\/[^/]+\/$/.test(path));
  const slugOf = (path: string): string => path.split('/')[4] ?? '';
  const sameDay = articles.filter((path) => path.startsWith(`/${parts.slice(0, 3).join('/')}/`));
  return (
    only(articles.filter((path) => slugOf(path) === slug)) ??
    only(sameDay.filter((path) => areAlike(slugOf(path), slug)))
  );
}

function findRecord(
  collection: string,
  id: string,
  archive: Archive,
  fresh: readonly string[],
): string | undefined {
  const name = foldName(id);
  const pathsOf = (
    records: readonly { collection: (typeof recordCollections)[number]; id: string }[],
  ): string[] => records.map((record) => permalinkPath(recordUrl(record.collection, record.id)));
  const records = [...archive.recordByKey.values()];
  const named = records.filter((record) =>
    [record.name, ...record.aliases].some((one) => foldName(one) === name),
  );
  return (
    only(pathsOf(named.filter((record) => record.collection === collection))) ??
    only(pathsOf(records.filter((record) => record.id === id))) ??
    only(pathsOf(named)) ??
    only(fresh.filter((path) => path.startsWith(`/${collection}/`) && areAlike(path.split('/')[2] ?? '', id)))
  );
}

/** A letter of a list, or what lies below the page of a record: its years, the list of its parts. */
const isPartOfList = ([first, id = '', ...below]: readonly string[]): boolean =>
  recordCollections.some((collection) => collection === first) && (below.length > 0 || /[-_]$/.test(id));

/** The nearest page around it that is published; of a record that has moved, at its new place. */
function findAround(
  [collection = '', id = '', ...below]: readonly string[],
  archive: Archive,
  known: Known,
  published: ReadonlySet<string>,
): string | undefined {
  const list = `/${collection}/`;
  if (below.length === 0) return list;
  const own = `${list}${id}/`;
  const record = published.has(own)
    ? own
    : (known.get(own)?.to ?? findSuccessor(own, archive, known, published));
  if (record === undefined || record === gone) return record;
  while (below.length > 0 && !published.has(`${record}${below.join('/')}/`)) below.pop();
  return below.length > 0 ? `${record}${below.join('/')}/` : record;
}

/** The month of a day, the year of a month, or all dates. */
function findPeriod(parts: readonly string[], published: ReadonlySet<string>): string {
  const around = parts.slice(0, -1);
  while (around.length > 0 && !published.has(`/${around.join('/')}/`)) around.pop();
  return around.length > 0 ? `/${around.join('/')}/` : permalinkPath(datesUrl());
}

/** The picture of the same name beside the article that took the place of its own. */
function findPicture(
  path: string,
  archive: Archive,
  known: Known,
  published: ReadonlySet<string>,
): string | undefined {
  const [article = '', name = ''] = path.split(/(?<=\/)(?=[^/]+$)/);
  const moved = published.has(article) ? undefined : findSuccessor(article, archive, known, published);
  return moved !== undefined && published.has(moved + name) ? moved + name : undefined;
}

/** A few typing errors apart, or two words and more in common, most of those that the shorter one has. */
function areAlike(a: string, b: string): boolean {
  if (nearest(a, [b]) !== undefined) return true;
  const [one, other] = [new Set(a.split('-')), new Set(b.split('-'))];
  const common = one.intersection(other).size;
  return common >= 2 && common * 2 > Math.min(one.size, other.size);
}

const only = <T>(items: readonly T[]): T | undefined => (items.length === 1 ? items[0] : undefined);
