// Finds articles that the archive has twice: taken from the same address, or with nearly the same text.
import type { Archive, Article } from '../archive/build.ts';
import type { Evidence } from '../reading/entry.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { foldName } from '../names/normalize.ts';
import { compareSketches, readSketch } from '../reading/sketch.ts';

/** From this share of common words in a row on, two texts are called nearly the same. */
const likeness = 0.8;

/** Two texts with that much in common agree in one of the bands almost always; those with half of it seldom. */
const bands = 16;

/** Reports the later of the two, by day of publication. */
export function checkDuplicates(
  { articles }: Archive,
  evidence: ReadonlyMap<string, Evidence>,
): EntryProblem[] {
  const oldestFirst = articles.toReversed();
  return [...checkSources(oldestFirst), ...checkTitles(oldestFirst), ...checkTexts(oldestFirst, evidence)];
}

function checkSources(articles: readonly Article[]): EntryProblem[] {
  const bySource = new Map<string, Article>();
  return articles.flatMap((article): EntryProblem[] => {
    if (article.source.url === undefined) return [];
    const key = addressOf(article.source.url);
    const other = bySource.get(key);
    if (other === undefined) {
      bySource.set(key, article);
      return [];
    }
    return [
      {
        check: 'duplicate',
        // A printed page holds several articles.
        severity: article.source.format === 'pdf' ? 'warning' : 'error',
        collection: 'articles',
        id: article.id,
        path: ['source', 'url'],
        message: `this address is the source of articles/${other.id}.md too`,
        fix: 'Remove one of the two articles, or correct the address',
      },
    ];
  });
}

function checkTitles(articles: readonly Article[]): EntryProblem[] {
  const byTitle = new Map<string, Article>();
  return articles.flatMap((article): EntryProblem[] => {
    const { id, published, publication, title } = article;
    const key = `${published} ${publication} ${foldName(title)}`;
    const other = byTitle.get(key);
    if (other === undefined) {
      byTitle.set(key, article);
      return [];
    }
    return [
      {
        check: 'duplicate',
        severity: 'warning',
        collection: 'articles',
        id,
        path: ['title'],
        message: `articles/${other.id}.md has the same headline, on the same day in the same publication`,
        fix: 'Remove one of the two, if they are copies of one article',
      },
    ];
  });
}

/** The address without what does not change the page it leads to. */
function addressOf(url: string): string {
  const { hostname, pathname, searchParams } = new URL(url);
  for (const name of [...searchParams.keys()])
    if (/^(?:utm_\w+|fbclid|gclid|ref|smid|cmpid)$/i.test(name)) searchParams.delete(name);
  searchParams.sort();
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}?${searchParams.toString()}`;
}

function checkTexts(articles: readonly Article[], evidence: ReadonlyMap<string, Evidence>): EntryProblem[] {
  const byBand = new Map<string, { article: Article; numbers: Uint32Array }>();
  return articles.flatMap((article): EntryProblem[] => {
    const sketch = evidence.get(article.id)?.sketch ?? '';
    if (sketch === '') return [];
    const numbers = readSketch(sketch);
    const width = numbers.length / bands;
    let nearest: { article: Article; share: number } | undefined;
    for (let band = 0; band < bands; band += 1) {
      const key = `${band} ${numbers.subarray(band * width, (band + 1) * width).join(' ')}`;
      const other = byBand.get(key);
      if (other === undefined) {
        byBand.set(key, { article, numbers });
        continue;
      }
      const share = compareSketches(numbers, other.numbers);
      if (share > (nearest?.share ?? 0)) nearest = { article: other.article, share };
    }
    return nearest === undefined || nearest.share < likeness ? [] : [describe(article, nearest)];
  });
}

function describe(
  article: Article,
  { article: other, share }: { article: Article; share: number },
): EntryProblem {
  const same = share === 1;
  return {
    check: 'duplicate',
    // Two papers may have printed the same report of an agency.
    severity: same && article.publication === other.publication ? 'error' : 'warning',
    collection: 'articles',
    id: article.id,
    path: ['title'],
    message: `the text is ${same ? '' : 'nearly '}the same as that of articles/${other.id}.md`,
    fix: 'Remove one of the two, if they are copies of one article',
  };
}
