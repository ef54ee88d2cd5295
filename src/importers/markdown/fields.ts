// Maps the front matter of other site generators to the fields of an article; what has no place here is shown.
import { readDay } from '../html/metadata.ts';
import { countWords, type Facts, type LeftOut } from '../draft.ts';
import { languageTag, webAddress } from '../../schema/field.ts';

export interface MappedFields {
  title?: string;
  authors: string[];
  published?: string;
  facts: Facts;
  leftOut: LeftOut[];
  doubts: string[];
  words: { headline: number; byline: number; date: number; fields: number; leftOut: number };
}

/** The names of a field, the first that is there counts. */
const names = {
  title: ['title', 'headline'],
  authors: ['authors', 'author', 'author.name', 'authors.name', 'byline', 'params.author', 'params.authors'],
  published: ['date', 'published', 'pubdate', 'publishdate', 'published_at', 'created'],
  description: ['description', 'excerpt', 'summary', 'params.description', 'subtitle', 'dek'],
  tags: ['tags', 'topics', 'categories', 'category', 'keywords', 'taxonomies.tags'],
  language: ['lang', 'language', 'locale'],
  url: ['canonical_url', 'canonicalurl', 'canonical', 'external_url', 'source_url', 'url'],
} as const;

/** @param file the name of the file, which tells the day where the fields do not, as in Jekyll */
export function mapFields(fields: ReadonlyMap<string, readonly string[]>, file: string): MappedFields {
  const taken = new Set<string>();
  const take = (kind: keyof typeof names): string[] => {
    const name = names[kind].find((one) => fields.get(one)?.some((value) => value !== '') === true);
    if (name === undefined) return [];
    taken.add(name);
    return (fields.get(name) ?? []).filter((value) => value !== '');
  };
  const mapped: MappedFields = {
    authors: [],
    facts: {},
    leftOut: [],
    doubts: [],
    words: { headline: 0, byline: 0, date: 0, fields: 0, leftOut: 0 },
  };
  const count = (values: readonly string[]): number =>
    values.reduce((sum, value) => sum + countWords(value), 0);

  const title = take('title').join(' ');
  if (title !== '') mapped.title = title;
  const authors = take('authors');
  mapped.authors = [...new Set(authors.flatMap((name) => name.split(/\s*(?:,|;|&|\band\b)\s*/)))].filter(
    (name) => name !== '',
  );
  const dates = take('published');
  const named = /^(\d{4}-\d{2}-\d{2})-/.exec(file)?.[1];
  const published = readDay(dates[0]) ?? readDay(named);
  if (published !== undefined) mapped.published = published;
  if (published !== undefined && readDay(dates[0]) === undefined)
    mapped.doubts.push(`The date ${published} is that of the file's name; its fields give none.`);
  else if (named !== undefined && named !== published)
    mapped.doubts.push(
      `The file's name has the date ${named}, its fields ${published ?? 'none'}: the fields were taken.`,
    );
  mapped.words = {
    headline: countWords(title),
    byline: count(authors),
    date: count(dates),
    fields: 0,
    leftOut: 0,
  };

  // Each is kept only if an article can have it; else its name is free to be reported.
  const keep = <K extends keyof Facts>(
    kind: keyof typeof names,
    key: K,
    build: (values: string[]) => Facts[K] | undefined,
  ): void => {
    const before = new Set(taken);
    const values = take(kind);
    const built = values.length === 0 ? undefined : build(values);
    if (built === undefined) for (const name of taken) if (!before.has(name)) taken.delete(name);
    if (built === undefined) return;
    mapped.facts[key] = built;
    mapped.words.fields += count(values);
  };
  keep('description', 'description', ([first]) => first);
  keep('tags', 'tags', (tags) =>
    [...new Set(tags.flatMap((tag) => tag.split(/\s*,\s*/)))].filter((tag) => tag !== ''),
  );
  keep('language', 'language', ([tag]) => (languageTag.safeParse(tag).success ? tag : undefined));
  keep('url', 'url', ([url]) => (webAddress.safeParse(url).success ? url : undefined));

  for (const [name, values] of fields) {
    if (taken.has(name)) continue;
    const words = count(values);
    mapped.words.leftOut += words;
    mapped.leftOut.push({
      text: `${name}: ${values.join(', ')}`,
      why:
        values.join() === mapped.facts.description
          ? 'it says the same as the description'
          : 'the field has no place in an article here',
      words,
    });
  }
  const isDraft = fields.get('draft')?.[0] === 'true' || fields.get('published')?.[0] === 'false';
  if (isDraft) mapped.doubts.push('Its fields say that it is a draft, not published.');
  return mapped;
}
