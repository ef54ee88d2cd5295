// What kind of page a path is, and pages of each kind at random: so that a sample leaves no kind out.
import { recordCollections } from '../../src/schema/collection-names.ts';
import { pagePaths, type KnownSite } from './known-site.ts';

/** `article`, `people record`, `places list`, `year`, `/about/` for what there is only once. */
export function kindOf(path: string, { subjectOf }: Pick<KnownSite, 'subjectOf'>): string {
  const subject = subjectOf(path);
  if (subject.kind === 'article')
    return subject.article.images.length > 0
      ? 'article with pictures'
      : `article in ${subject.article.language}`;
  if (subject.kind === 'record') return `${subject.record.collection} record`;
  if (subject.kind === 'moved') return subject.to === undefined ? 'withdrawn' : 'moved';
  const [first = '', ...rest] = path.split('/').slice(1, -1);
  if (/^\d{4}$/.test(first)) return ['year', 'month', 'day'][rest.length] ?? path;
  const isList = recordCollections.some((collection) => collection === first) && path !== '/places/map/';
  if (!isList) return path;
  if (rest.length === 0) return `${first} list`;
  if (rest.length === 1) return 'letters';
  return rest[1] === 'within' ? 'within' : 'period';
}

/**
 * So many pages of each kind, or all there are.
 * @param random from 0 to 1, as of seededRandom
 */
export function pickPages(known: KnownSite, most: number, random: () => number): string[] {
  const kinds = Map.groupBy(pagePaths(known), (path) => kindOf(path, known));
  return [...kinds.values()].flatMap((paths) => {
    const left = [...paths];
    return Array.from({ length: Math.min(most, left.length) }, () => pick(left, random));
  });
}

/** Takes one out of a list. */
export function pick<T>(list: T[], random: () => number): T {
  const [taken] = list.splice(Math.floor(random() * list.length), 1);
  if (taken === undefined) throw new Error('There is nothing to pick from.');
  return taken;
}
