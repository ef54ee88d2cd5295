// The words of the texts as lists beside their index, so that a word no text has can be answered with the nearest ones.
import { foldWord, splitWords } from '../names/normalize.ts';
import { compareText } from '../schema/finding.ts';
import type { SearchFiles } from './files.ts';

/** Shorter words are near to too many. */
export const shortestWord = 4;

/** The list in which a word is, by its first letter; `word` is folded. */
export const listOfWord = (word: string): string =>
  /^[a-z]/.test(word) ? `words/${word.charAt(0)}.txt` : 'words/other.txt';

const lists = [...[...'abcdefghijklmnopqrstuvwxyz'].map(listOfWord), listOfWord('')];

/** The words of a list, and what parts them in it. */
export const readWordList = (text: string): string[] => text.split(' ').filter((word) => word !== '');

/** A list of more words is not read while somebody waits. */
const mostWords = 4000;
/** From so many articles on, a word that only one has is most likely a typing error itself. */
const manyArticles = 500;

export interface WordCounter {
  /** Counts the words of an article, each once. */
  add: (texts: Iterable<string>) => void;
  /** A list for every letter, its words in lower case, those of the most articles first. */
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
