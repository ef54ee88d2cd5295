// Lists for each article the capitalized names that no record has, one warning an article, so that errors are not drowned.
import type { Archive } from '../archive/build.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { nounsHaveCapitals } from '../names/recognition/letter-case.ts';

/** How many names are listed; the rest are counted. */
const listed = 12;

/** Articles in a language that writes every noun with a capital are left out. */
export function checkUnplaced({ articles }: Archive): EntryProblem[] {
  return articles.flatMap(({ id, language, unplaced }): EntryProblem[] => {
    const [first] = unplaced?.names ?? [];
    if (unplaced === undefined || first === undefined || nounsHaveCapitals(language)) return [];
    const { names, line, column, kind = 'person' } = unplaced;
    const parts = names
      .slice(0, listed)
      .map(({ name, count }) => (count === 1 ? `"${name}"` : `"${name}" (${count})`));
    if (names.length > listed) parts.push(`${names.length - listed} more`);
    const last = parts.pop() ?? '';
    return [
      {
        check: 'unplaced-name',
        severity: 'warning',
        collection: 'articles',
        id,
        path: [],
        place: { line, column },
        message: `no record has the name ${parts.length === 0 ? last : `${parts.join(', ')} and ${last}`}`,
        fix: `Add what is worth a page, as with npm run new -- ${kind} "${first.name}" --description "…"${kind === 'place' ? ' --kind city' : ''}, and say under "mentions:" what is no name, as in "${first.name}": false; or use the table that npm run names writes to decide on all names at once`,
      },
    ];
  });
}
