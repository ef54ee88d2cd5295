// All spellings of an archive as one string, for what starts many workers: a string is handed over as fast as it is copied.
import { namedCollections } from '../schema/collections.ts';
import type { NameSpelling, NameTarget } from './recognize.ts';

/** One line a spelling: `Sadr` TAB `people/one` TAB `people/two`. */
export function renderSpellings(spellings: readonly NameSpelling[]): string {
  return spellings
    .map(({ spelling, targets }) =>
      [spelling.replace(/\s/gu, ' '), ...targets.map(({ collection, id }) => `${collection}/${id}`)].join(
        '\t',
      ),
    )
    .join('\n');
}

/** What `renderSpellings` wrote, read back. */
export function* parseSpellings(text: string): Generator<NameSpelling> {
  for (const line of text.split('\n')) {
    const [spelling = '', ...keys] = line.split('\t');
    const targets: NameTarget[] = [];
    for (const key of keys) {
      const collection = namedCollections.find((name) => key.startsWith(name));
      if (collection !== undefined) targets.push({ collection, id: key.slice(collection.length + 1) });
    }
    yield { spelling, targets };
  }
}
