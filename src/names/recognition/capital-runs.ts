// Runs of capitalized words in a text, with the small words that belong inside them: what may be a name.
import { foldWord } from '../normalize.ts';
import { isAcronym } from './letter-case.ts';
import { isHeadline, opensSentence, particles } from './sentence.ts';
import { endsTitle } from './titles.ts';
import type { Token } from './tokens.ts';

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
  observatory studies women mothers citizens doctors lawyers friends reporters physicians veterans students workers
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

/** The runs of a text in order; none where every word has a capital. */
export function findCapitalRuns(text: string, tokens: readonly Token[]): CapitalRun[] {
  const runs: CapitalRun[] = [];
  if (isHeadline(text, tokens)) return runs;
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
  return runs;
}

/** Where the run goes on behind its last word, with the small words between: the token after the next capital. */
function findNext(text: string, tokens: readonly Token[], from: number, to: number): number | undefined {
  const last = tokens[to - 1];
  if (last === undefined) return undefined;
  if (ownsNext(tokens, from, to)) return to + 1;
  if (endsWithPossessive(last)) return undefined;
  let at = to;
  const small: string[] = [];
  for (; tokens[at]?.joint === ''; at += 1) {
    const token = tokens[at];
    if (token === undefined) return undefined;
    if (startsCapital(token.text)) break;
    small.push(token.text);
    if (endsWithPossessive(token) || small.length > 2 || !mayStandInside(token.text)) return undefined;
  }
  const next = tokens[at];
  if (next?.joint !== '' || !startsCapital(next.text) || opensSentence(text, tokens, at)) return undefined;
  const [link] = small;
  if (link === undefined || particles.has(foldWord(link))) return at + 1;
  const isOneWord = to === from + 1;
  const opensWithBody = isBody(tokens[from]?.text);
  const endsWithBody = isBody(last.text);
  // "Bank of Karst" and "Secretary of State", but not "Senator Jane Doe of Karst".
  if (link === 'of') return isOneWord || endsWithBody || endsTitle(last.text) ? at + 1 : undefined;
  if (link === 'for' || link === 'on') return endsWithBody || opensWithBody ? at + 1 : undefined;
  if (link !== 'and' || small.length > 1) return undefined;
  // "Ministry of Health and Education", "Food and Drug Administration"; but not "Basra and Najaf".
  let of = from;
  while (of < to && tokens[of]?.text !== 'of') of += 1;
  if (of < to)
    return isBody(tokens[of - 1]?.text) && !isBody(next.text) && !isAcronym(next.text) ? at + 1 : undefined;
  let end = at + 1;
  while (tokens[end]?.joint === '' && startsCapital(tokens[end]?.text ?? '')) end += 1;
  return isOneWord && end > at + 1 && isBody(tokens[end - 1]?.text) ? end : undefined;
}

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

const mayStandInside = (word: string): boolean =>
  particles.has(word) || word === 'of' || word === 'the' || word === 'for' || word === 'on' || word === 'and';

export const endsWithPossessive = ({ readings }: Token): boolean =>
  readings.some(({ place }) => place === 'last');
