// Words in front of a place: those that make the name of another place, and those that only say which part is meant.

const whole: ReadonlySet<string> = new Set('north south east west new latin equatorial'.split(' '));

const others: ReadonlySet<string> = new Set(
  `upper lower greater inner outer northern southern eastern western central northeast northwest southeast southwest
  northeastern northwestern southeastern southwestern`.split(/\s+/),
);

const parts: ReadonlySet<string> = new Set(
  'downtown midtown uptown mainland occupied rural urban coastal metropolitan old'.split(' '),
);

/** Whether a word nearly always makes the name of another place, even at the start of a sentence: "South Korea". */
export const isWholeDirection = (word: string): boolean => whole.has(word.toLowerCase());

/** Whether a word may make the name of another place, as in "Northern Ireland". */
export const isDirection = (word: string): boolean =>
  isWholeDirection(word) || others.has(word.toLowerCase());

/** Whether a word only says which part of a place is meant, or what it is like: "Downtown Baghdad". */
export const isPartOfPlace = (word: string): boolean => parts.has(word.toLowerCase());
