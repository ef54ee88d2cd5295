// Full copies whose text is not what it was and whose corrections say nothing of it: a fixity set by hand hides no change.
import type { Archive } from '../archive/build.ts';
import type { Finding } from '../schema/finding.ts';

/**
 * One finding, an error, for each article that is a full copy before and after with another text and no new correction.
 * @param fileOf the file of an article, as findings name it
 */
export function findUnexplained(before: Archive, after: Archive, fileOf: (id: string) => string): Finding[] {
  return after.articles.flatMap((article): Finding[] => {
    const old = before.articleById.get(article.id);
    if (old?.copy !== 'full' || article.copy !== 'full' || old.fixity === article.fixity) return [];
    if (article.corrections.length > old.corrections.length) return [];
    return [
      {
        check: 'fixity',
        severity: 'error',
        file: fileOf(article.id),
        line: 1,
        column: 1,
        message: 'the text of a full copy has changed, and no correction tells readers',
        fix: 'Restore the text and its fixity, or add an entry with "date:" and "note:" under "corrections:"',
      },
    ];
  });
}
