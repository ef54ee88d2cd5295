// The pages of the archive as it is now, for development: built from Astro's collections, again after every change.
import { getCollection } from 'astro:content';
import { buildArchive, type Archive } from '../archive/build.ts';
import { contentDir } from '../disk/folders.ts';
import { readMentions } from '../reading/body.ts';
import { listRedirects } from '../reading/permalinks.ts';
import { listPages, type SitePage } from '../views/page-kinds.ts';
import { contentVersion } from './content-version.ts';
import type { PageSource } from './door.ts';

let current: { version: number; source: Promise<PageSource> } | undefined;

/** Built when it is first asked for after a change. */
export function openCurrentPages(): Promise<PageSource> {
  const version = contentVersion();
  if (current?.version !== version) current = { version, source: listCurrent() };
  return current.source;
}

async function listCurrent(): Promise<PageSource> {
  const pages = listPages({ archive: await build(), redirects: listRedirects(contentDir()) });
  const byPath = new Map(pages.map((page): [string, SitePage] => [trim(page.url), page]));
  const byKind = Map.groupBy(pages, ({ kind }) => kind);
  return {
    urlsOf: (kind) => byKind.get(kind)?.map(({ url }) => url) ?? [],
    viewOf: (kind, path) => {
      const page = byPath.get(trim(decodeURI(path))) ?? byKind.get(kind)?.[0];
      if (page?.kind !== kind) throw new Error(`There is no page of the kind "${kind}" at ${path}.`);
      return page.view();
    },
  };
}

/** A server may leave off the slash. */
const trim = (path: string): string => path.replace(/\/$/, '');

async function build(): Promise<Archive> {
  const [articles, people, places, organizations, topics, publications] = await Promise.all([
    getCollection('articles'),
    getCollection('people'),
    getCollection('places'),
    getCollection('organizations'),
    getCollection('topics'),
    getCollection('publications'),
  ]);
  const records = <T>(entries: { id: string; data: T }[]): { id: string; fields: T }[] =>
    entries.map(({ id, data }) => ({ id, fields: data }));
  return buildArchive({
    articles: readMentions(articles.map(({ id, data }) => ({ id, ...data }))),
    people: records(people),
    places: records(places),
    organizations: records(organizations),
    topics: records(topics),
    publications: records(publications),
  });
}
