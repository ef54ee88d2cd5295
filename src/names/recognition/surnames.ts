// The surname of a person's name, and where a text has it bare: what a person is called after the first full mention.
import { foldWord, splitWords } from '../normalize.ts';
import { isAcronym, isCapitalized } from './letter-case.ts';
import { goesOn } from './longer-names.ts';
import { withoutNicknames } from './nicknames.ts';
import { isCalendar, isOrdinaryCapital, openers } from './capital-words.ts';
import { followsName, isArticle, isSuffix, opensSentence, particles } from './sentence.ts';
import { isSpeech } from './speech.ts';
import { isFamilyName, opensWithSurname } from './surname-first.ts';
import { endsTitle } from './titles.ts';
import type { ReadText } from './read-text.ts';

export interface Surname {
  /** Its folded words, without an article before it: `assad`, `zeta jones`. */
  words: string[];
  /** The small words that the name has before it: `bin`, `van der`. */
  particles: string[];
  /** Set if the word may be capitalized for another reason: a title, a month or day, a people; or if it is a first name. */
  kind?: 'title' | 'calendar' | 'people' | 'first';
}

/** What a person of this name may be called in short: by the last word, or by the first where surnames come first. */
export function readSurnames(name: string): Surname[] {
  const parts = withoutNicknames(name)
    .split(/[\s\u00a0]+/u)
    .filter((part) => part !== '');
  while (isSuffix(parts.at(-1)?.replaceAll(',', '') ?? '')) parts.pop();
  if (!opensWithSurname(parts)) return [readLast(parts)].filter((surname) => surname !== undefined);
  const [first = ''] = parts;
  // "Jung Chang" may be either; but of Mao Zedong only the first is one.
  const ends = isFamilyName(foldWord(parts.at(-1) ?? '')) ? [readLast(parts)] : [];
  return [{ words: [foldWord(first)], particles: [] }, ...ends].filter((surname) => surname !== undefined);
}

/** The first name of a person whose surname comes last, if people would use it alone. */
export function readFirstName(name: string): Surname | undefined {
  const parts = withoutNicknames(name).split(/[\s\u00a0]+/u);
  const [first = ''] = parts;
  const word = foldWord(first);
  if (parts.length < 2 || opensWithSurname(parts) || !/^\p{Lu}\p{Ll}{2,}$/u.test(first)) return undefined;
  if (compounds.test(word) || particles.has(word) || endsTitle(first) || isOrdinaryCapital(first))
    return undefined;
  return { words: [word], particles: [], kind: 'first' };
}

/** First names that are only half of a name, or too common to mean one person. */
const compounds = /^(?:abd|abdel|abdul|abdal|abu|umm|saint|santa|san|m[ou]hamm?[ae]d|ahmed|ali)$/;

/** The last word of a name of several words; `undefined` where that would not do for the person. */
function readLast(parts: readonly string[]): Surname | undefined {
  const before = parts.slice(0, -1).map((part) => foldWord(part));
  // "Prince of Wales" is not called Wales, nor "Abu Mahdi" Mahdi.
  if (before.length === 0 || /^(?:abu|abou|abi|umm|of|the)$/.test(before.at(-1) ?? '')) return undefined;
  if (parts.slice(1, -1).some((part) => /^\p{Ll}+$/u.test(part) && !particles.has(part))) return undefined;
  const written = splitWords(parts.at(-1) ?? '');
  const bare = written.length > 1 && isArticle(written[0]?.text ?? '') ? written.slice(1) : written;
  const words = bare.map(({ text }) => foldWord(text));
  const [first] = bare;
  const joined = words.join('');
  // "Un" and "X" are too short to mean one person.
  if (first === undefined || !isCapitalized(first.text) || (joined.length < 3 && !isFamilyName(joined)))
    return undefined;
  if (bare.some(({ text }) => /\p{N}/u.test(text))) return undefined;
  const kind = readKind(first.text);
  return { words, particles: before.filter((word) => particles.has(word)), ...(kind && { kind }) };
}

function readKind(word: string): Surname['kind'] {
  if (isOrdinaryCapital(word)) return isCalendar(word) ? 'calendar' : 'people';
  return endsTitle(word) ? 'title' : undefined;
}

/** The folded words of a spelling that is a surname with or without its article: "al-Assad" is `assad`. */
export function readBareName(spelling: string): string {
  const words = splitWords(spelling).map(({ text }) => foldWord(text));
  return words.slice(words.findIndex((word) => !particles.has(word) && !isArticle(word))).join(' ');
}

export interface BareSurname {
  start: number;
  end: number;
  /** Its tokens: from the first, up to but without the second. */
  from: number;
  to: number;
  spelling: string;
  /** Whether another word before it makes it somebody else's: "Jane Doe". */
  isAnothers: boolean;
}

/** Reads the surname at a token if it stands there as a name of its own, or as the end of somebody else's. */
export function readSurnameAt(
  read: ReadText,
  at: number,
  surname: Surname,
  isSmall: (word: string) => boolean,
): BareSurname | undefined {
  const { text, tokens } = read;
  const first = tokens[at];
  if (first === undefined || !isCapitalized(first.text)) return undefined;
  let end = -1;
  for (const [index, word] of surname.words.entries()) {
    const token = tokens[at + index];
    const last = index === surname.words.length - 1;
    const reading = token?.readings.find(
      ({ folded, place, count }) =>
        folded === word && count === 1 && (place === 'any' || (last && place === 'last')),
    );
    if (reading === undefined || (index > 0 && token?.joint !== '')) return undefined;
    end = reading.end;
  }
  const to = at + surname.words.length;
  // "Doe Street", "Doe & Sons" and "Doe-Smith" are other names.
  if (goesOn(read, { from: at, to, end }, 'people')) return undefined;
  let from = at;
  for (
    let before = tokens[from - 1];
    before !== undefined && tokens[from]?.joint === '';
    before = tokens[from - 1]
  ) {
    const word = foldWord(before.text);
    const hasArticle = isArticle(word) && text.slice(before.end, tokens[from]?.start) === '-';
    if (!hasArticle && !surname.particles.includes(word)) break;
    from -= 1;
  }
  const before = tokens[from - 1];
  const isJoined = before !== undefined && tokens[from]?.joint === '';
  if (isJoined && particles.has(before.text) && !isArticle(before.text)) return undefined;
  if (surname.kind !== undefined && !standsAlone(read, at, to, end, surname.kind)) return undefined;
  // A title without an article is a person. Any other word is one if it is said to speak.
  const isSomebody = surname.kind === 'title' || (tokens[to]?.joint === '' && isSpeech(tokens[to].text));
  if (from === at && !isSomebody && mayBeOrdinary(read, at, surname, isSmall)) return undefined;
  const start = tokens[from]?.start ?? first.start;
  return {
    start,
    end,
    from,
    to,
    spelling: text.slice(start, end),
    isAnothers: followsName(text, tokens, from),
  };
}

/** Whether such a word is used as a surname: "King said", but not "the King", "King Abdullah" or "in May". */
function standsAlone(
  { tokens }: ReadText,
  from: number,
  to: number,
  end: number,
  kind: NonNullable<Surname['kind']>,
): boolean {
  const [before, next] = [tokens[from - 1], tokens[to]];
  const isJoined = before !== undefined && tokens[from]?.joint === '';
  if (isJoined && (kind === 'first' ? /^in$/i : determiners).test(before.text)) return false;
  if (isJoined && kind === 'calendar' && times.test(before.text)) return false;
  const goes = next?.joint === '' && (tokens[to - 1]?.end ?? 0) === end ? next.text : undefined;
  if (goes !== undefined && (isCapitalized(goes) || /\d/.test(goes))) return false;
  return kind !== 'people' || goes === undefined || acts.test(goes) || isSpeech(goes);
}

const determiners =
  /^(?:the|a|an|his|her|their|our|its|my|your|this|that|no|every|each|some|any|former|new|as)$/i;
const times =
  /^(?:in|on|of|by|until|since|last|next|early|late|mid|from|to|between|and|before|after|through|during)$/i;
/** Verbs that follow a person, so that "English said" is somebody called English. */
const acts = /^(?:asked|was|is|has|had|will|would|did|does|could|can|wrote|won|lost|scored|who|and)$/;

/** Where every word has a capital, a surname that the text also has in lower case may be that word: "Green", "Young". */
function mayBeOrdinary(
  { text, tokens, isHeadline }: ReadText,
  at: number,
  { words }: Surname,
  isSmall: (word: string) => boolean,
): boolean {
  const written = tokens[at]?.text ?? '';
  const saysNothing = opensSentence(text, tokens, at) || isAcronym(written) || isHeadline;
  return saysNothing && words.some((word) => isSmall(word) || openers.has(word));
}
