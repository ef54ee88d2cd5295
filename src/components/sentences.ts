// Parts a text into sentences for the passages of a record: abbreviations and initials end none.

/** Offsets of a sentence in its text, the space around it left out. */
export type Sentence = [from: number, to: number];

/** What stands before a name, a number or the rest of a name; English, and what its newspapers print of others. */
const abbreviations = new Set(
  `adm amb bros brig capt cmdr co col corp cpl cpt dept det dir dr drs ens esq est etc ex fr ft gen gov hon inc insp jr lt
  ltd maj mdm messrs mgr mlle mme mr mrs ms mt mts msgr no nos nr op pfc ph pp pres prof pte pvt rep reps rev rt secy sen
  sens sgt sr ss st sta ste supt v viz vol vols vs jan feb mar apr jun jul aug sept sep oct nov dec ave blvd bldg rd ca cf
  al fig ed eds trans approx art dist gov't u.s u.k u.n e.g i.e a.m p.m d.c ph.d`.split(/\s+/),
);

/** A full stop at the end, with the word it follows; a quotation mark or bracket after it ends the sentence for good. */
const lastWord = /(?<![\p{L}\p{N}])([\p{L}\p{N}.'’]+)\.$/u;
/** No abbreviation is longer; dots without end are looked through no farther. */
const longestWord = 40;

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a text in their order; where it is doubtful whether one ends, it goes on. */
export function splitSentences(text: string, language: string): Sentence[] {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined)
    segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })));
  // The line ends of the copy's own file end no sentence; those between the cells of a table row do.
  const flat = text.startsWith('\n') ? text : text.replaceAll('\n', ' ');
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { segment, index } of segmenter.segment(flat)) {
    const end = index + segment.length;
    if (goesOn(segment, flat.slice(end, end + 2))) continue;
    pushTrimmed(sentences, flat, from, end);
    from = end;
  }
  pushTrimmed(sentences, flat, from, flat.length);
  return sentences;
}

function goesOn(segment: string, next: string): boolean {
  const [, word] = lastWord.exec(segment.trimEnd().slice(-longestWord)) ?? [];
  if (word === undefined) return false;
  const last = word.split('.').at(-1) ?? '';
  return (
    abbreviations.has(word.toLowerCase()) ||
    // An initial, or the last letter of U.S.S.R.: one capital, or several letters with stops between them.
    /^\p{Lu}$/u.test(last) ||
    /^(?:\p{L}\.)+\p{L}$/u.test(word) ||
    // "3. Januar": a number with a stop before more of the same sentence.
    (/^\d{1,2}$/.test(word) && /^\p{L}/u.test(next))
  );
}

function pushTrimmed(sentences: Sentence[], text: string, from: number, to: number): void {
  const part = text.slice(from, to);
  const start = part.length - part.trimStart().length;
  if (start < part.length) sentences.push([from + start, from + part.trimEnd().length]);
}
