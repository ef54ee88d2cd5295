// Finds words written in two alphabets, such as a Latin name with a Cyrillic letter in it, which no search would find.

/** Letters that look like Latin ones, and those they look like. */
const twins: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['аеіјорсԁѕухһԛԝӏү', 'aeijopcdsyxhqwly'],
    ['АВЕІЈКМНОРСЅТУХԚԜҮ', 'ABEIJKMHOPCSTYXQWY'],
    ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
    ['οινκρυα', 'oivkpua'],
  ].flatMap(([foreign = '', latin = '']) =>
    [...foreign].map((letter, at): [string, string] => [letter, latin.charAt(at)]),
  ),
);

const foreignLetter = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/gu;
const latinLetter = /\p{Script=Latin}/gu;
const word = /[\p{L}\p{M}]+/gu;

/** Letters made for formulas, which look bold or slanted and are no letters of any language. */
const formulaLetter = /[\u{1d400}-\u{1d7ff}]+/gu;

export interface LookAlike {
  word: string;
  /** Offset in the text, in UTF-16 code units. */
  start: number;
  /** The word in one alphabet, if every strange letter in it has a twin there. */
  plain?: string;
}

/** Every word of a text that mixes Latin with letters of another alphabet that look like it, or is made of formula letters. */
export function findLookAlikes(text: string): LookAlike[] {
  const found: LookAlike[] = [...text.matchAll(formulaLetter)].map((match) => ({
    word: match[0],
    start: match.index,
    plain: match[0].normalize('NFKC'),
  }));
  if (text.search(foreignLetter) === -1) return found;
  for (const { 0: written, index: start } of text.matchAll(word)) {
    const foreign = written.match(foreignLetter)?.length ?? 0;
    const latin = written.match(latinLetter)?.length ?? 0;
    if (foreign === 0 || latin === 0) continue;
    const asLatin = rewrite(written, foreignLetter, latinOf);
    const asForeign = rewrite(written, latinLetter, twinOf);
    const plain = foreign > latin ? (asForeign ?? asLatin) : (asLatin ?? asForeign);
    found.push({ word: written, start, ...(plain !== undefined && { plain }) });
  }
  return found;
}

const latinOf = (letter: string): string | undefined => twins[letter];

const twinOf = (letter: string): string | undefined =>
  Object.keys(twins).find((twin) => twins[twin] === letter);

function rewrite(
  written: string,
  strange: RegExp,
  twin: (letter: string) => string | undefined,
): string | undefined {
  let complete = true;
  const plain = written.replace(strange, (letter) => {
    const other = twin(letter);
    if (other === undefined) complete = false;
    return other ?? letter;
  });
  return complete ? plain : undefined;
}
