// Finds the capitalized names of a text that the archive has no record for, so that a maintainer can add those that matter.
import {
  endsWithPossessive,
  findCapitalRuns,
  isBody,
  startsCapital,
  type CapitalRun,
} from './capital-runs.ts';
import { isAcronym } from './letter-case.ts';
import { foldName } from './normalize.ts';
import { isDay, isOrdinaryCapital } from './ordinary-words.ts';
import { isOpener, opensSentence, particles } from './sentence.ts';
import { countTitleWords, isRoyalTitle } from './titles.ts';
import { splitTokens, withoutPossessive, type Token } from './tokens.ts';

export interface UnplacedName {
  /** As printed where it stands first, on one line. */
  name: string;
  count: number;
  /** Where that is: which text, and the offset in it. */
  at: number;
  start: number;
}

/** A text and where it names what the archive knows, as offsets in UTF-16 code units. */
export interface NamedText {
  text: string;
  known: readonly { start: number; end: number }[];
}

interface TextRuns extends NamedText {
  tokens: Token[];
  runs: CapitalRun[];
}

/** What the article shows of its words: those with a capital inside a sentence, and those without one. */
interface Usage {
  inside: ReadonlySet<string>;
  small: ReadonlySet<string>;
}

/** Names with the number of times they occur, the most frequent first, then in the order of the text. */
export function findUnplacedNames(texts: readonly NamedText[]): UnplacedName[] {
  const read = texts.map((named): TextRuns => {
    const tokens = splitTokens(named.text);
    return { ...named, tokens, runs: findCapitalRuns(named.text, tokens) };
  });
  const usage = readUsage(read);
  const names = new Map<string, UnplacedName>();
  for (const [at, text] of read.entries()) {
    for (const run of text.runs) {
      const found = readName(text, run, usage);
      if (found === undefined) continue;
      const key = foldName(found.name);
      const known = names.get(key);
      if (known === undefined) names.set(key, { ...found, count: 1, at });
      else known.count += 1;
    }
  }
  return mergeShortForms([...names.values()]).sort(
    (a, b) => b.count - a.count || a.at - b.at || a.start - b.start,
  );
}

function readUsage(texts: readonly TextRuns[]): Usage {
  const inside = new Set<string>();
  const small = new Set<string>();
  for (const { text, tokens, runs } of texts) {
    for (const { from, to } of runs) {
      for (let at = from; at < to; at += 1) {
        if (at > from || !opensSentence(text, tokens, at))
          inside.add(withoutPossessive(tokens[at]?.text ?? ''));
      }
    }
    for (const token of tokens) if (!startsCapital(token.text)) small.add(token.text);
  }
  return { inside, small };
}

/** The name that a run is, unless the archive knows it or it is made of words that name nobody. */
function readName(
  { text, tokens, known }: TextRuns,
  run: CapitalRun,
  usage: Usage,
): { name: string; start: number } | undefined {
  const isKnown = ({ start, end }: Token): boolean =>
    known.some((name) => start < name.end && name.start < end);
  const opened = dropOpener(text, tokens, run, usage, isKnown);
  const words = trimDays(dropTitle(opened, isKnown));
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isNaming = (token: Token): boolean =>
    startsCapital(token.text) &&
    token.text.length > 1 &&
    !isKnown(token) &&
    !isOrdinaryCapital(withoutPossessive(token.text)) &&
    !isOpener(token.text) &&
    !describing.has(token.text.toLowerCase()) &&
    !/^(?:[IVX]+|I['’ʼ]\p{L}+)$/u.test(token.text);
  if (!words.some(isNaming)) return undefined;
  // "Doe Street" is unknown where Doe is known; what only leads up to a known name is said with it.
  const naming = words.filter((word) => startsCapital(word.text));
  if (naming.some(isKnown) && naming.every((word) => !isNaming(word) || countTitleWords([word.text]) > 0))
    return undefined;
  const end = last.start + withoutPossessive(last.text).length;
  const name = text
    .slice(first.start, end)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ');
  return { name, start: first.start };
}

/** Words that say where or of what kind, not who. */
const describing = new Set(
  `central downtown greater northern southern eastern western northeastern northwestern southeastern southwestern north
  south east west upper lower old new inner outer mainland occupied midtown uptown rural urban coastal`.split(
    /\s+/,
  ),
);

/** Verbs of speech: who says something is somebody. */
const speech =
  /^(?:said|says|told|added|argued|warned|insisted|noted|wrote|tweeted|claimed|announced|declared|denied|replied|explained|acknowledged|admitted|who)$/;

/** The tokens of a run without the word that is capitalized only because a sentence begins with it. */
function dropOpener(
  text: string,
  tokens: readonly Token[],
  { from, to }: CapitalRun,
  { inside, small }: Usage,
  isKnown: (token: Token) => boolean,
): Token[] {
  const words = tokens.slice(from, to);
  const [first, ...rest] = words;
  if (
    first === undefined ||
    !startsCapital(first.text) ||
    isKnown(first) ||
    !opensSentence(text, tokens, from)
  )
    return words;
  const word = withoutPossessive(first.text);
  const lower = word.toLowerCase();
  const isName = (): boolean => {
    if (isOpener(first.text)) return false;
    if (isAcronym(word) || inside.has(word)) return true;
    if (small.has(lower)) return false;
    if (
      rest.some(
        (token) =>
          startsCapital(token.text) &&
          !isKnown(token) &&
          !isOrdinaryCapital(token.text) &&
          countTitleWords([token.text]) === 0,
      )
    )
      return true;
    if (rest.length > 0) return false;
    return endsWithPossessive(first) || (speech.test(tokens[to]?.text ?? '') && !lower.endsWith('s'));
  };
  if (isName()) return words;
  const next = rest.findIndex(({ text: other }) => startsCapital(other));
  return next === -1 ? [] : rest.slice(next);
}

/** "Iraqi Defense Minister Jane Doe" without people and office; nothing of an office alone. */
function dropTitle(words: Token[], isKnown: (token: Token) => boolean): Token[] {
  const peoples = words.findIndex(
    (word) => !isOrdinaryCapital(word.text) && !(isKnown(word) && isAcronym(word.text)),
  );
  const rest = peoples === -1 ? [] : words.slice(peoples);
  const title = countTitleWords(rest.map(({ text }) => text));
  // "General Services Administration" is no general's.
  if (title === 0 || (title < rest.length && isBody(rest.at(-1)?.text))) return words;
  const after = rest.slice(title);
  const name = after.slice(
    Math.max(
      0,
      after.findIndex(({ text }) => !/^(?:of|for|the|and)$/.test(text)),
    ),
  );
  if (name.length === 1 && isRoyalTitle(rest[title - 1]?.text ?? '')) return rest.slice(title - 1);
  return name;
}

/** "Esper Thursday" is Esper. */
function trimDays(words: Token[]): Token[] {
  const isPlain = ({ text }: Token): boolean => !isDay(text);
  return words.slice(Math.max(0, words.findIndex(isPlain)), words.findLastIndex(isPlain) + 1);
}

/** Counts a lone surname, and an acronym made of the first letters, with the one full name that it stands for. */
function mergeShortForms(names: readonly UnplacedName[]): UnplacedName[] {
  return names.filter((short) => {
    if (/[\s-]/u.test(short.name)) return true;
    const full = names.filter(({ name }) => name !== short.name && standsFor(short.name, name));
    const [only] = full;
    if (only === undefined || full.length > 1) return true;
    only.count += short.count;
    return false;
  });
}

function standsFor(short: string, name: string): boolean {
  const words = name.split(/[\s-]+/u);
  if (words.length < 2) return false;
  const capitals = words.filter(startsCapital).map((word) => word.charAt(0));
  if (isAcronym(short) && capitals.length > 1) return capitals.join('') === short;
  const isPerson = words.length <= 4 && words.every((word) => startsCapital(word) || particles.has(word));
  return isPerson && words.at(-1) === short;
}
