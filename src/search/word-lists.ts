// Writes lists of all words in the texts next to their index, so that a misspelled word can be answered with the nearest one.
import { foldWord, splitWords } from '../names/normalize.ts';
import { compareText } from '../schema/finding.ts';
import type { SearchFiles } from './files.ts';

/** Shorter words have too many near neighbours. */
export const shortestWord = 4;

/** The file that lists a word, by its first letter; `word` is folded. */
export const listOfWord = (word: string): string =>
  /^[a-z]/.test(word) ? `words/${word.charAt(0)}.txt` : 'words/other.txt';

const lists = [...[...'abcdefghijklmnopqrstuvwxyz'].map(listOfWord), listOfWord('')];

/** The words in such a file. */
export const readWordList = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** The most words in a list, so that it loads quickly. */
const mostWords = 4000;
/** In an archive of this many articles, a word that only one of them has is probably a typing error. */
const manyArticles = 500;

export interface WordCounter {
  /** Counts each word of an article once. */
  add: (texts: Iterable<string>) => void;
  /** A list for every letter, in lower case, with the words of the most articles first. */
  render: () => SearchFiles;
}

export function buildWordCounter(): WordCounter {
  const counts = new Map<string, number>();
  let articles = 0;
  return {
    add: (texts) => {
      articles += 1;
      const own = new Set<string>();
      for (const text of texts) {
        for (const { text: word } of splitWords(text)) {
          const bare = word.toLowerCase().replace(/['’ʼ]s$/u, '');
          if (bare.length >= shortestWord && /^\p{L}[\p{L}\p{M}'’]*$/u.test(bare)) own.add(bare);
        }
      }
      for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
    },
    render: () => {
      const least = articles >= manyArticles ? 2 : 1;
      const words = [...counts]
        .filter(([, count]) => count >= least)
        .sort(([a, count], [b, other]) => other - count || compareText(a, b));
      const byList = Map.groupBy(words, ([word]) => listOfWord(foldWord(word)));
      return new Map(
        lists.map((list) => {
          const own = (byList.get(list) ?? []).slice(0, mostWords).map(([word]) => word);
          return [list, new TextEncoder().encode(own.join(' '))];
        }),
      );
    },
  };
}
