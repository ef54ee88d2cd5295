// Answers words that no text has with the nearest that texts do have: "plain langage" with "plain language".
import { distance } from 'fastest-levenshtein';
import { foldWord, splitWords } from '../names/normalize.ts';
import { readText } from './read-json.ts';
import { listOfWord, readWordList, shortestWord } from './word-lists.ts';

/** The query with the nearest words in place of those that no text has; `undefined` if there are none. */
export type CorrectQuery = (query: string) => Promise<string | undefined>;

/**
 * @param folders of the indexes, each with the lists of its words
 * @param read resolves to the text of a file
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

/** By their folded form, those of the most articles first. */
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

/** Wrong letters that a word of a length may have. */
const mostWrong = (length: number): number => (length < 6 ? 1 : length < 10 ? 2 : 3);

/** As many letters as are wrong, missing or too many; two that changed places count as one: "seige". */
function countWrong(typed: string, word: string): number {
  const wrong = distance(typed, word);
  if (wrong < 2) return wrong;
  const at = [...typed].findIndex((letter, index) => letter !== word[index]);
  const swapped = typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
  return Math.min(wrong, 1 + distance(swapped, word));
}

/** The word that takes the fewest wrong letters, of several that of the most articles; nothing for a word of the list. */
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
