// What an inflected word of English may come from, so that a list of ordinary words need not hold every form.

/** An ending, and what may stand in its place; after a doubled consonant one of the two goes too. */
const endings: readonly (readonly [RegExp, readonly string[]])[] = [
  [/ies$/, ['y']],
  [/ied$/, ['y']],
  [/es$/, ['', 'e']],
  [/s$/, ['']],
  [/ed$/, ['', 'e']],
  [/ing$/, ['', 'e']],
  [/ings$/, ['', 'e']],
  [/ers?$/, ['', 'e']],
  [/ly$/, ['', 'e']],
  [/ness$/, ['']],
  [/ment$/, ['']],
];

const leastStem = 4;

/** The word of a list that a word is a form of, or the word itself if it is listed. */
export const findStem = (word: string, words: ReadonlySet<string>): string | undefined =>
  words.has(word) ? word : listStems(word).find((stem) => words.has(stem));

/** What a word may be a form of; few of these are words at all. */
function listStems(word: string): string[] {
  const stems = endings.flatMap(([ending, others]) => {
    if (!ending.test(word)) return [];
    const stem = word.replace(ending, '');
    const single = stem.replace(/([bdgklmnprtvz])\1$/, '$1');
    return [...others.map((other) => stem + other), ...(single === stem ? [] : [single])];
  });
  return stems.filter((stem) => stem.length >= leastStem);
}
