// Finds full copies that were put in place without saying on what ground they are kept.
import type { Archive } from '../archive/build.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { unrecordedGround } from '../schema/rights.ts';

/** Such a copy is shown with a note that says so; those responsible for the archive should know before its readers do. */
export function checkGrounds(archive: Archive): EntryProblem[] {
  return archive.articles
    .filter(({ rights }) => rights.note === unrecordedGround)
    .map(({ id }) => ({
      check: 'grounds',
      severity: 'warning',
      collection: 'articles',
      id,
      path: ['rights', 'note'],
      message: 'nobody has recorded on what ground this full copy is kept',
      fix: 'Write the ground into "note:", or put a summary in its place',
    }));
}
