// The one door from Astro's collections to the archive: pages ask here and nowhere else; built once per change.
import { getCollection } from 'astro:content';
import { buildArchive, type Archive } from '../archive/build.ts';
import { contentVersion } from './content-version.ts';
import { readMentions } from '../reading/body.ts';

let current: { version: number; archive: Promise<Archive> } | undefined;

/** The archive of this build; in development it is built again whenever the content has changed. */
export async function openArchive(): Promise<Archive> {
  if (import.meta.env.PROD) return (current ??= { version: 0, archive: build() }).archive;
  const version = contentVersion();
  if (current?.version !== version) current = { version, archive: build() };
  return current.archive;
}

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
    articles: await readMentions(articles.map(({ id, data }) => ({ id, ...data }))),
    people: records(people),
    places: records(places),
    organizations: records(organizations),
    topics: records(topics),
    publications: records(publications),
  });
}
