// Replaces words that no text has with the nearest words that texts do have: "plain langage" becomes "plain language".
import { distance } from 'fastest-levenshtein';
import { foldWord, splitWords } from '../names/normalize.ts';
import { readText } from './read-json.ts';
import { listOfWord, readWordList, shortestWord } from './word-lists.ts';

/** Corrects a query, or resolves to `undefined` if there is nothing to correct. */
export type CorrectQuery = (query: string) => Promise<string | undefined>;

/**
 * @param folders the folders of the indexes, each with its lists of words
 * @param read reads a file as text
 */
export function openWordLists(folders: readonly string[], read = readText): CorrectQuery {
  const lists = new Map<string, Promise<Map<string, string>>>();
  const wordsOf = (list: string): Promise<Map<string, string>> => {
    let words = lists.get(list);
    if (words === undefined) {
      words = Promise.all(folders.map((folder) => read(folder + list))).then(foldList);
      words.catch(() => lists.delete(list));
      lists.set(list, words);
    }
    return words;
  };
  return async (query) => {
    const parts = await Promise.all(
      splitWords(query).map(async ({ text, start, end }) => {
        const folded = foldWord(text);
        const isWord = folded.length >= shortestWord && !/\p{N}/u.test(folded);
        const near = isWord ? findNearest(folded, await wordsOf(listOfWord(folded))) : undefined;
        return { near, start, end };
      }),
    );
    if (parts.every(({ near }) => near === undefined)) return undefined;
    let corrected = '';
    let at = 0;
    for (const { near, start, end } of parts) {
      corrected += query.slice(at, start) + (near ?? query.slice(start, end));
      at = end;
    }
    return corrected + query.slice(at);
  };
}

/** The words by their folded form, those of the most articles first. */
function foldList(texts: readonly string[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const word of readWordList(text)) {
      const folded = foldWord(word);
      if (!words.has(folded)) words.set(folded, word);
    }
  }
  return words;
}

/** How many wrong letters a word of this length may have. */
const mostWrong = (length: number): number => (length < 6 ? 1 : length < 10 ? 2 : 3);

/** The number of wrong, missing or extra letters. Two swapped letters count as one: "seige". */
function countWrong(typed: string, word: string): number {
  const wrong = distance(typed, word);
  if (wrong < 2) return wrong;
  const at = [...typed].findIndex((letter, index) => letter !== word[index]);
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
  return Math.min(wrong, 1 + distance(swapped, word));
}

/** The word with the fewest wrong letters, of equals the one in more articles; `undefined` if the word is in the list. */
function findNearest(folded: string, words: ReadonlyMap<string, string>): string | undefined {
  if (words.has(folded)) return undefined;
  let best: string | undefined;
  let least = mostWrong(folded.length) + 1;
  for (const [other, word] of words) {
    if (Math.abs(other.length - folded.length) >= least) continue;
    const wrong = countWrong(folded, other);
    if (wrong < least) [best, least] = [word, wrong];
  }
  return best;
}
