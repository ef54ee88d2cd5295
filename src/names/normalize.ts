// The one way in which names are compared: blind to case, diacritics, apostrophe signs and kinds of hyphen.

/** Apostrophes, single quotation marks, ayn and hamza signs, primes and the grave accent: all one sign in a name. */
export const apostrophes = "'’‘‛ʼʻʽʾʿˈ′`´ʹ";

const apostrophe = new RegExp(`[${apostrophes}]`, 'gu');

/** Letters whose mark is part of the letter, so that decomposition leaves it in place. */
const plainLetters: Readonly<Record<string, string>> = {
  ł: 'l', đ: 'd', ð: 'd', ø: 'o', ħ: 'h', ı: 'i', ŧ: 't', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ŋ: 'ng', ĸ: 'k', ə: 'e',
}; // prettier-ignore

const specialLetter = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Marks that readers may leave out; those of kana, Thai or Indic scripts make another letter, and stay. */
const looseMark =
  /(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}])\p{M}/gu;

/**
 * One word in the form in which words are compared: `Kata’ib` and `Kata'ib` are `kataib`, `Łódź` is `lodz`.
 * Keeps letters of every script; drops marks, apostrophes, tatweel and format characters.
 */
export function foldWord(word: string): string {
  // Most words are plain ASCII, and folding is what recognition spends its time on.
  if (/^\w*$/.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(apostrophe, '')
    .replace(looseMark, '')
    .replace(/[\p{Cf}ـ]/gu, '')
    .toLowerCase()
    .replace(specialLetter, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

export interface Word {
  /** As it stands in the text. */
  text: string;
  /** Offsets in the text, in UTF-16 code units. */
  start: number;
  end: number;
}

const wordPattern = new RegExp(`[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}\\p{Cf}${apostrophes}]*`, 'gu');
/** The same for a text of nothing but ASCII, as most are. */
const asciiWord = /[a-z\d][a-z\d'`]*/gi;
const trailingSign = new RegExp(`[${apostrophes}\\p{Cf}]$`, 'u');

/** The words of a text, apostrophes inside them included, quotation marks around them not. */
export function splitWords(text: string): Word[] {
  const words: Word[] = [];
  const isAscii = /^[\0-\x7f]*$/.test(text);
  const pattern = isAscii ? asciiWord : wordPattern;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { 0: whole, index } = match;
    let word = whole;
    // Sign by sign: a pattern for all of them would look through those inside the word again and again.
    while (!/\w$/.test(word) && trailingSign.test(word)) word = word.replace(trailingSign, '');
    words.push({ text: word, start: index, end: index + word.length });
  }
  return words;
}

/** A whole name in the form in which names are compared: its folded words, one space between them. */
export function foldName(name: string): string {
  return splitWords(name)
    .map((word) => foldWord(word.text))
    .join(' ');
}
