// Runs of capitalized words in a text, with the small words that belong inside them: what may be a name.
import { isEnglish } from '../english-words.ts';
import { otherFirstNames } from '../first-names.ts';
import { foldWord } from '../normalize.ts';
import { isOrdinaryCapital } from './capital-words.ts';
import { isAcronym } from './letter-case.ts';
import { skipNickname } from './nicknames.ts';
import { isArticle, isHeadline, isOpener, opensSentence, particles } from './sentence.ts';
import { opensWithSurname } from './surname-first.ts';
import { endsTitle } from './titles.ts';
import { withoutPossessive, type Token } from './tokens.ts';

/** A run of tokens: from the first, up to but without the second. */
export interface CapitalRun {
  from: number;
  to: number;
}

/** What bodies, places and events are called: such a name goes on behind "of", "for" and "and". */
const bodies = new Set(
  `academy administration affairs agency alliance army assembly association authority bank board brigade bureau campaign
  center centre church coalition college command commission committee community company confederation conference congress
  convention cooperation council court department development directorate division federation force forces foundation
  front fund government group guard institute institution league ministry mission movement museum network office
  organisation organization parliament partnership party police programme program project republic research school
  secretariat security senate services society state states syndicate treaty tribunal trust union university
  observatory county borough shire parish studies women mothers citizens doctors lawyers friends reporters physicians veterans students workers
  farmers people battle siege war treaty gulf sea bay cape river lake mount isle port city town province district
  chamber kingdom duchy empire emirate sultanate house houses cathedral`.split(/\s+/),
);

/** Whether a word is one that names of bodies end or begin with. */
export const isBody = (word: string | undefined): boolean =>
  word !== undefined && bodies.has(word.toLowerCase());

/** Whether a word can be in a name by its capital; "15E" is not a word. */
export const startsCapital = (word: string): boolean => /^[\p{Lu}\p{Lt}]/u.test(word);

/** Small words before a name that belong to it: "van Gogh". */
const leading = /^(?:al|el|ul|bin|ibn|ben|bint|van|von|de|du|del|della|di|da)$/;

/** The runs of a text in order. If every word is capitalized, only those that do not look like words of a headline. */
export function findCapitalRuns(text: string, tokens: readonly Token[], english: boolean): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || !startsCapital(token.text)) continue;
    let to = at + 1;
    for (let next = findNext(text, tokens, at, to); next !== undefined; next = findNext(text, tokens, at, to))
      to = next;
    let from = at;
    const before = tokens[at - 1];
    if (token.joint === '' && before !== undefined && leading.test(before.text)) from -= 1;
    runs.push({ from, to });
    at = to - 1;
  }
  if (!isHeadline(text, tokens)) return runs;
  return english ? readListed(tokens, runs) : [];
}

/** Where the run goes on behind its last word, with the small words between: the token after the next capital. */
function findNext(text: string, tokens: readonly Token[], from: number, to: number): number | undefined {
  const last = tokens[to - 1];
  if (last === undefined) return undefined;
  if (ownsNext(tokens, from, to)) return to + 1;
  if (endsWithPossessive(last)) return undefined;
  const behind = skipNickname(tokens, to);
  if (behind !== undefined && isNickname(tokens, to, behind)) return behind + 1;
  if (tokens[to]?.joint === '&' && startsCapital(tokens[to].text)) return to + 1;
  let at = to;
  const small: string[] = [];
  for (; tokens[at]?.joint === ''; at += 1) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (startsCapital(token.text)) break;
    if (small.length === 0 && endsGivenName(text, tokens, from, at)) return at + 1;
    small.push(token.text);
    if (endsWithPossessive(token) || small.length > 2 || !mayStandInside(text, tokens, at)) return undefined;
  }
  const next = tokens[at];
  if (next?.joint !== '' || !startsCapital(next.text) || opensSentence(text, tokens, at)) return undefined;
  const [link] = small;
  if (link === undefined || particles.has(foldWord(link)) || isArticle(link)) return at + 1;
  const start = tokens[from]?.text === 'The' ? from + 1 : from;
  const isOneWord = to === start + 1;
  const opensWithBody = isBody(tokens[start]?.text);
  const endsWithBody = isBody(last.text);
  // "Bank of Karst" and "Secretary of State", but not "Senator Jane Doe of Karst".
  if (link === 'of') return isOneWord || endsWithBody || endsTitle(last.text) ? at + 1 : undefined;
  if (link === 'for' || link === 'on') return endsWithBody || opensWithBody ? at + 1 : undefined;
  // "Organization for Security and Cooperation in Europe"
  if (link === 'in')
    return small.length === 1 && (last.text === 'Rights' || (opensWithBody && hasLink(tokens, from, to)))
      ? at + 1
      : undefined;
  if (link !== 'and' || small.length > 1) return undefined;
  // "Ministry of Health and Education", "Food and Drug Administration"; but not "Basra and Najaf".
  let of = from;
  while (of < to && !/^(?:of|for)$/.test(tokens[of]?.text ?? '')) of += 1;
  if (of < to)
    return isBody(tokens[of - 1]?.text) &&
      (!isBody(next.text) || fields.test(next.text)) &&
      !isAcronym(next.text)
      ? at + 1
      : undefined;
  let end = at + 1;
  while (tokens[end]?.joint === '' && startsCapital(tokens[end]?.text ?? '')) end += 1;
  return isEnglish(last.text) && end > at + 1 && isBody(tokens[end - 1]?.text) ? end : undefined;
}

/** Fields of work that "and" may join within the name of a body. */
const fields = /^(?:cooperation|development|affairs|research|security|services|studies|movement)$/i;

/** "St. Anselm's Hospital", "Dockers' Union", "People's Party": a possessive inside a name; but not "Iraq's Parliament". */
function ownsNext(tokens: readonly Token[], from: number, to: number): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (last === undefined || next === undefined || !startsCapital(next.text)) return false;
  if (next.joint === "'") return last.text.endsWith('s') && isBody(next.text);
  if (next.joint !== '' || !endsWithPossessive(last)) return false;
  return (
    /^(?:people|children|women|men)\P{L}/iu.test(last.text) ||
    (to - from === 2 && tokens[from]?.text === 'St')
  );
}

const mayStandInside = (text: string, tokens: readonly Token[], at: number): boolean => {
  const word = tokens[at]?.text ?? '';
  if (particles.has(word) || /^(?:of|the|for|on|and|in)$/.test(word)) return true;
  const next = tokens[at + 1];
  return isArticle(word) && next !== undefined && text.slice(next.start - 1, next.start) === '-';
};

/** Whether a run contains "of" or "for". */
const hasLink = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to).some(({ text }) => text === 'of' || text === 'for');

/** Whether the words between two tokens are a nickname: capitalized words in quotes, or a pet name in brackets. */
function isNickname(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, next] = [tokens[from - 1]?.text ?? '', tokens[to]?.text ?? ''];
  if (!startsCapital(before) || !startsCapital(next) || isBody(before) || isOrdinaryCapital(before))
    return false;
  const inside = tokens.slice(from, to).map(({ text }) => text);
  if (tokens[from]?.joint !== '(') return inside.every(startsCapital);
  const [only = '', other] = inside;
  return other === undefined && otherFirstNames(foldWord(only)).size > 0;
}

/** Whether a lower-case word after a hyphen ends a given name: "ho" in "Li Song-ho", but not "based". */
function endsGivenName(text: string, tokens: readonly Token[], from: number, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (before === undefined || token === undefined || at < from + 2) return false;
  if (text.slice(before.end, token.start) !== '-') return false;
  const name = tokens.slice(from, at - 1).map((word) => word.text);
  return opensWithSurname([...name.slice(-1), `${before.text}${token.text}`]);
}

/** The names in a line where every word is capitalized, such as a list, a caption or a byline. */
function readListed(tokens: readonly Token[], runs: readonly CapitalRun[]): CapitalRun[] {
  const split = runs.flatMap((run) => splitRun(tokens, run));
  const isList = split.length > 1 || tokens.some(({ text }) => /^\d/.test(text));
  return split.filter(({ from, to }) => {
    const words = tokens
      .slice(from, to)
      .map(({ text }) => text)
      .filter(startsCapital);
    const [first = '', ...others] = words;
    const isName = (word: string): boolean => word.length === 1 || isForeign(word);
    if (others.length === 0) return first.length > 2 && isForeign(first);
    if (isList && isBody(others.at(-1)) && !isOpener(first)) return true;
    if (words.length > 4 || !words.some(isForeign)) return false;
    return words.every(isName) || (isList && (isName(first) || isNameHead(first)));
  });
}

/** Splits a run at words that belong to no name, such as "At" and "The". */
function splitRun(tokens: readonly Token[], { from, to }: CapitalRun): CapitalRun[] {
  const parts: CapitalRun[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    const word = tokens[at]?.text ?? '';
    if (
      !startsCapital(word) ||
      !(isOpener(word) || (isAcronym(word) && isEnglish(word) && !isNameHead(word)))
    )
      continue;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  if (to > start) parts.push({ from: start, to });
  return parts;
}

/** Whether a word is probably a name: it is not an English word, or it is also a first name. */
const isForeign = (word: string): boolean =>
  !isOrdinaryCapital(word) &&
  (!isEnglish(withoutPossessive(word)) || otherFirstNames(word.toLowerCase()).size > 0);

/** English words that names of places start with. */
const isNameHead = (word: string): boolean =>
  /^(?:new|san|los|las|saint|st|fort|port|north|south|east|west|red|real|royal|united|crystal|queen)$/i.test(
    word,
  );

export const endsWithPossessive = ({ readings }: Token): boolean =>
  readings.some(({ place }) => place === 'last');
