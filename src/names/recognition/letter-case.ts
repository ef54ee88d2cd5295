// Whether a word of a text may be a name as far as its capitals go.

const letter = /\p{L}/u;
const acronym = /^\p{Lu}[\p{Lu}\p{N}]+$/u;

/** Two letters or more and all of them capitals: `US`, `F15`. */
export const isAcronym = (word: string): boolean => acronym.test(word);

/** Whether the first letter is a capital; letters of scripts that have none are not. */
export function isCapitalized(word: string): boolean {
  const first = letter.exec(word)?.[0] ?? '';
  return first !== first.toLowerCase();
}

/**
 * Whether a text's capitals allow it to be the name: a capital where the name has one; an acronym in exactly its own
 * letters, so that "us" is never US; and a single word in lower case never, whatever the name has.
 * @param name the words of the name, as it is spelled
 * @param given the same number of words, from the text
 */
export function fitsCase(name: readonly string[], given: readonly string[]): boolean {
  const [only = ''] = given;
  if (given.length === 1 && only === only.toLowerCase() && only !== only.toUpperCase()) return false;
  return name.every((word, index) => {
    const other = given[index] ?? '';
    if (isAcronym(word)) return other === word;
    return !isCapitalized(word) || isCapitalized(other);
  });
}

/** Whether a language writes every noun with a capital, so that a capital tells nothing of names. */
export const nounsHaveCapitals = (language: string): boolean => /^(?:de|gsw|lb|nds)\b/.test(language);
