// Finds days that cannot follow one another: a copy taken before the article appeared, a death before a birth.
import type { Archive, Article } from '../archive/build.ts';
import type { EntryProblem } from '../reading/locate.ts';

/** The first newspaper, the Relation of Strasbourg, is of 1605. */
const firstNewspaper = '1605';

/** A year beyond it is a slip of the fingers in any archive of today. */
const lastDay = '2199-12-31';

/** Days are compared with each other only, never with today's, so that the same archive is sound on every day. */
export function checkDates(archive: Archive): EntryProblem[] {
  return [...archive.articles.flatMap((article) => checkArticle(article, archive)), ...checkLives(archive)];
}

function checkArticle(article: Article, { recordByKey }: Archive): EntryProblem[] {
  const { id, published, source, corrections, authors } = article;
  const problem = (
    severity: EntryProblem['severity'],
    path: readonly PropertyKey[],
    message: string,
    fix: string,
  ): EntryProblem => ({ check: 'date', severity, collection: 'articles', id, path, message, fix });
  const problems: EntryProblem[] = [];
  if (published < firstNewspaper || published > lastDay) {
    const message = `no article appeared in ${published.slice(0, 4)}`;
    problems.push(problem('error', ['published'], message, 'Correct the year, and move the file'));
  }
  if (source.retrieved < published) {
    const message = `the copy was taken on ${source.retrieved}, before the article appeared on ${published}`;
    problems.push(problem('error', ['source', 'retrieved'], message, 'Correct one of the two days'));
  }
  for (const [index, { date }] of corrections.entries()) {
    if (date >= published) continue;
    const message = `the correction is of ${date}, before the article appeared on ${published}`;
    problems.push(problem('error', ['corrections', index, 'date'], message, 'Correct one of the two days'));
  }
  for (const [index, author] of authors.entries()) {
    const record = recordByKey.get(`people/${author}`);
    const born = record?.collection === 'people' ? record.born : undefined;
    if (born === undefined || published.slice(0, born.length) > born) continue;
    const message = `${author} was born in ${born}, and cannot have written this in ${published.slice(0, 4)}`;
    problems.push(
      problem('error', ['authors', index], message, 'Name another author, or correct the record'),
    );
  }
  return problems;
}

function checkLives({ people }: Archive): EntryProblem[] {
  return people.flatMap(({ id, born, died }): EntryProblem[] => {
    if (born === undefined || died === undefined) return [];
    // A year says nothing about a month of it.
    const length = Math.min(born.length, died.length);
    if (died.slice(0, length) >= born.slice(0, length)) return [];
    return [
      {
        check: 'date',
        severity: 'error',
        collection: 'people',
        id,
        path: ['died'],
        message: `died in ${died}, before the birth in ${born}`,
        fix: 'Correct one of the two',
      },
    ];
  });
}
