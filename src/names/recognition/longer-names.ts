// Finds known names that are only part of a longer name without a record: "Jordan" in "Michael Jordan" or "Bank of Jordan".
import type { NamedCollection } from '../../schema/collection-names.ts';
import { isEnglish } from '../english-words.ts';
import { otherFirstNames } from '../first-names.ts';
import { isLegalForm } from '../legal-forms.ts';
import { isBody, startsCapital } from './capital-runs.ts';
import { isOrdinaryCapital, standsApart } from './capital-words.ts';
import { isDirection, isPartOfPlace, isWholeDirection } from './directions.ts';
import { isAcronym } from './letter-case.ts';
import { followsNickname } from './nicknames.ts';
import { isOpener, isSuffix, opensSentence, particles } from './sentence.ts';
import { countTitleWords, endsTitle, isNoble } from './titles.ts';
import type { TextLanguage } from './text-language.ts';
import type { Token } from './tokens.ts';

export interface NameSpan {
  /** Its tokens: from `from` up to, but not including, `to`. */
  from: number;
  to: number;
  /** The offset after its last letter, without a possessive ending. */
  end: number;
}

export interface Surroundings {
  text: string;
  tokens: readonly Token[];
  /** Whether every word is capitalized, so that a capital says little. */
  isHeadline: boolean;
  language: TextLanguage;
}

/** Whether the words after a name are part of it: "Jordan Peterson", "Osk Harbour", but not "Osk Mayor Jane Doe". */
export function goesOn(
  { text, tokens, isHeadline, language }: Surroundings,
  { from, to, end }: NameSpan,
  collection: NamedCollection,
): boolean {
  const next = tokens[to];
  if (next === undefined || !startsCapital(next.text) || (tokens[to - 1]?.end ?? 0) > end) return false;
  if (next.joint === '&') return true;
  if (next.joint !== '' || opensSentence(text, tokens, to)) return false;
  // German capitalizes nouns, so a capital after a place says nothing. After a surname it still does.
  if (language.nouns && collection !== 'people') return false;
  const word = next.text;
  if (isHeadline && isEnglish(word) && !isShouted(word)) return false;
  if (to === from + 1 && isDirection(tokens[from]?.text ?? '') && isOrdinaryCapital(word)) return true;
  if (standsApart(word) || isOrdinaryCapital(word) || /\d/.test(word) || isSuffix(word)) return false;
  // A single letter is an initial only if a dot follows: not the F of F-15.
  if (word.length === 1 && text[next.end] !== '.') return false;
  if (isShouted(tokens[from]?.text) && isShouted(word)) return isBody(word);
  if (/^\p{Lu}{2,}s?$/u.test(word) && !(collection === 'places' && clubs.test(word))) return false;
  if (collection === 'organizations' && isLegalForm(word)) return false;
  const run = listRun(tokens, to);
  const isBodyName = isBody(run.at(-1));
  const title = run.findIndex(endsTitle);
  if (!isBodyName && title !== -1 && run.slice(0, title).every(isEnglish)) return false;
  if (text.slice(end, next.start) === '-') return !joinsTwo(tokens[to + 1]);
  const isFullName = collection === 'people' && to - from > 1;
  return !isFullName || isBodyName || run.some((part) => memorials.test(part));
}

/** Whether the words before a name are part of it: "Michael Jordan", "South Korea", "Bank of England". */
export function comesBehind(
  { text, tokens, isHeadline, language }: Surroundings,
  { from, to }: NameSpan,
  collection: NamedCollection,
): boolean {
  const [first, before] = [tokens[from], tokens[from - 1]];
  if (first === undefined || before === undefined) return false;
  if (collection === 'people' && to === from + 1 && followsNickname(tokens, from)) return true;
  if (first.joint === '&') return startsCapital(before.text);
  if (first.joint !== '' || language.nouns) return false;
  const word = before.text;
  const isFullName = collection === 'people' && to - from > 1;
  if (!startsCapital(word)) {
    if (isFullName) return false;
    if (word === 'of' || word === 'for' || word === 'in' || word === 'the')
      return isOfBody(text, tokens, from, isHeadline);
    const two = tokens[from - 2];
    return (
      collection !== 'people' &&
      particles.has(word) &&
      !isEnglish(word) &&
      before.joint === '' &&
      two !== undefined &&
      startsCapital(two.text)
    );
  }
  if (before.readings.some(({ place }) => place === 'last') || isAcronym(word) || /\d/.test(word))
    return false;
  const opens = opensSentence(text, tokens, from - 1);
  if (isFullName) return !opens && otherFirstNames(word.toLowerCase()).size > 0;
  if (collection === 'places' && isDirection(word))
    return !opens || isWholeDirection(word) || divided.has(`${word} ${first.text}`.toLowerCase());
  if (standsApart(word) || isOrdinaryCapital(word) || endsTitle(word) || isPartOfPlace(word)) return false;
  if (countTitleWords([word, 'president']) === 2 && collection !== 'places') return false;
  if (opens && isOpener(word)) return false;
  // Every sentence starts with a capital, so only a word that English does not have counts, or a first name.
  if (opens || isHeadline)
    return (language.english && !isEnglish(word)) || otherFirstNames(word.toLowerCase()).size > 0;
  return true;
}

/** Whether "Bank of", "Battle of", "Duke of" or the like comes before a name; "President of" and "Republic of" do not count. */
function isOfBody(text: string, tokens: readonly Token[], from: number, isHeadline: boolean): boolean {
  let at = from - 1;
  if (tokens[at]?.text === 'the') {
    if (tokens[at]?.joint !== '') return false;
    at -= 1;
  }
  const link = tokens[at];
  const before = tokens[at - 1];
  if (link?.joint !== '' || before === undefined || !startsCapital(before.text)) return false;
  const word = before.text;
  if (link.text === 'in') return missions.test(word);
  if (link.text !== 'of' && link.text !== 'for') return false;
  if (endsTitle(word)) return link.text === 'of' && isNoble(word);
  if (states.test(word) || isOrdinaryCapital(word)) return false;
  if (members.test(word)) return !opensSentence(text, tokens, at - 1);
  if (isBody(word)) return true;
  return link.text === 'of' && !isHeadline && !opensSentence(text, tokens, at - 1) && isEnglish(word);
}

/** Whether a word is in all capitals and too long to be an acronym. */
const isShouted = (word = ''): boolean => word.length > 3 && isAcronym(word);

/** The run of capitalized words that starts at a token. */
function listRun(tokens: readonly Token[], from: number): string[] {
  const run: string[] = [];
  for (let at = from; at === from || tokens[at]?.joint === ''; at += 1) {
    const word = tokens[at]?.text;
    if (word === undefined || !(startsCapital(word) || (word === 'of' && run.length > 0))) break;
    run.push(word);
  }
  return run;
}

/** Whether a hyphen joins two separate names, as in "the Osk-Karst border". */
const joinsTwo = (next: Token | undefined): boolean =>
  next?.joint === '' &&
  /^(?:border|war|talks|relations|match|game|route|road|railway|line|flight|summit|deal|agreement|conflict|axis|alliance|ties|trade|train)$/.test(
    next.text,
  );

/** At the start of a sentence most directions only describe; these are places in their own right. */
const divided: ReadonlySet<string> = new Set(
  [
    'northern ireland', 'northern cyprus', 'northern mariana', 'western sahara', 'western australia', 'western samoa',
    'western cape', 'eastern cape', 'northern cape', 'southern rhodesia', 'central america', 'central asia',
    'upper austria', 'lower austria', 'lower saxony', 'upper volta', 'inner mongolia', 'outer mongolia',
    'greater manchester', 'greater london', 'southeast asia', 'eastern europe', 'western europe', 'central europe',
  ], // prettier-ignore
);
const states =
  /^(?:republic|kingdom|state|states|commonwealth|government|people|peoples|city|town|village|province|district|county|island|emirate|sultanate)$/i;
/** Words that name a body ("Friends of Veldmark"), but also start ordinary sentences ("Members of ..."). */
const members = /^(?:members|citizens|women|workers|students|farmers|friends)$/i;
const missions = /^(?:force|mission|rights)$/i;
const clubs = /^(?:FC|SC|AFC|CF|SV|BSC|AC|RC|FK|SK|IFK|BK)$/;
/** Things that are named after people. */
const memorials =
  /^(?:street|avenue|boulevard|road|square|airport|tower|towers|bridge|hall|stadium|park|hospital|prize|award|medal|library|memorial|lecture|institute|act|doctrine|international|plaza|building|arena|dam|island|mosque|cathedral|museum|house|ranch)$/i;
