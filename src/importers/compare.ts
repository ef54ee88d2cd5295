// Says where two things that should be the same are not: copy and archive, copy and command line, words in and out.
import { bodyFixity } from '../reading/fixity.ts';
import { foldName } from '../names/normalize.ts';
import type { ArticleFields } from '../schema/article.ts';
import type { Draft } from './draft.ts';
import type { ImportOptions } from './plan.ts';

interface Comparable {
  title: string;
  authors: string[];
  published: string;
  publication: string;
  body: string;
}

/** What two copies of one article do not share. */
export function describeDifferences(a: Comparable, b: Comparable): string[] {
  const differs: string[] = [];
  if (a.title !== b.title) differs.push('the headline');
  if (a.authors.join() !== b.authors.join()) differs.push('the authors');
  if (a.published !== b.published) differs.push('the date');
  if (a.publication !== b.publication) differs.push('the publication');
  if (bodyFixity(a.body) !== bodyFixity(b.body)) differs.push('the text');
  return differs;
}

/** Where the maintainer's word and the copy's are not the same. */
export function describeFlags(
  draft: Pick<Draft, 'published' | 'authors'>,
  { published, authors }: ImportOptions,
): string[] {
  const notes: string[] = [];
  if (published !== undefined && draft.published !== undefined && published !== draft.published)
    notes.push(`The copy gives the date ${draft.published}; --published was taken.`);
  if (
    authors.length > 0 &&
    draft.authors.length > 0 &&
    authors.map(foldName).join() !== draft.authors.map(foldName).join()
  )
    notes.push(`The copy is signed ${draft.authors.join(' and ')}; --author was taken.`);
  return notes;
}

/** That the words do not add up: a fault of the importer, never of the copy. */
export function describeAccount({ account }: Pick<Draft, 'account'>): string {
  const { source, headline, byline, date, fields, body, leftOut, mended } = account;
  const sum = headline + byline + date + fields + body + leftOut + mended;
  return `The words do not add up: ${source} in the copy, ${sum} found again; nothing was written. Please report this copy.`;
}

/** The flags that say something of an article, beside its text, which its record does not say yet. */
export function describeNewFacts(
  { url, retrieved, rightsNote }: ImportOptions,
  { source, rights }: ArticleFields,
): string[] {
  return [
    ...(url !== undefined && url !== source.url ? ['--url'] : []),
    ...(retrieved !== undefined && retrieved !== source.retrieved ? ['--retrieved'] : []),
    ...(rightsNote !== undefined && rightsNote !== rights.note ? ['--rights-note'] : []),
  ];
}
