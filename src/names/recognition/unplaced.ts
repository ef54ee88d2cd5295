// Finds the capitalized names of a text that the archive has no record for, so that a maintainer can add those that matter.
import { findCapitalRuns, startsCapital, type CapitalRun } from './capital-runs.ts';
import { cutToNames, isDotted, type Usage } from './cut-to-name.ts';
import { isDirection, isPartOfPlace } from './directions.ts';
import { isAcronym } from './letter-case.ts';
import { foldName } from '../normalize.ts';
import { isOrdinaryCapital } from './capital-words.ts';
import { isOpener, opensSentence } from './sentence.ts';
import { mergeShortForms } from './short-forms.ts';
import { countTitleWords } from './titles.ts';
import { readLanguage } from './text-language.ts';
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

interface TextRuns {
  text: string;
  tokens: readonly Token[];
  runs: CapitalRun[];
  isKnown: (token: Token) => boolean;
}

/**
 * Names with the number of times they occur, the most frequent first, then in the order of the text. Texts in a
 * language that capitalizes nouns have none.
 */
export function findUnplacedNames(texts: readonly NamedText[]): UnplacedName[] {
  const split = texts.map(({ text }) => splitTokens(text));
  const language = readLanguage(split);
  if (language.nouns) return [];
  const read = texts.map((named, at): TextRuns => {
    const tokens = split[at] ?? [];
    const known = findKnownTokens(tokens, named.known);
    return {
      text: named.text,
      tokens,
      runs: findCapitalRuns(named.text, tokens, language.english),
      isKnown: (token) => known.has(token),
    };
  });
  const usage = readUsage(read, language.english);
  const names = new Map<string, UnplacedName>();
  for (const [at, text] of read.entries()) {
    for (const run of text.runs) {
      for (const found of readNames(text, run, usage)) {
        const key = foldName(found.name);
        const known = names.get(key);
        if (known === undefined) names.set(key, { ...found, count: 1, at });
        else {
          known.count += 1;
          // "BAGHDAD" of a dateline is written Baghdad.
          if (isAcronym(known.name)) known.name = found.name;
        }
      }
    }
  }
  return mergeShortForms([...names.values()]).sort(
    (a, b) => b.count - a.count || a.at - b.at || a.start - b.start,
  );
}

function findKnownTokens(tokens: readonly Token[], known: NamedText['known']): Set<Token> {
  const found = new Set<Token>();
  const spans = [...known].sort((a, b) => a.start - b.start).values();
  let { value: span } = spans.next();
  for (const token of tokens) {
    while (span !== undefined && span.end <= token.start) ({ value: span } = spans.next());
    if (span !== undefined && span.start < token.end) found.add(token);
  }
  return found;
}

function readUsage(texts: readonly TextRuns[], english: boolean): Usage {
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
  return { english, inside, small };
}

interface PlacedName {
  name: string;
  start: number;
}

/** The names in a run, except those the archive knows and those made only of words that are not names. */
const readNames = (read: TextRuns, run: CapitalRun, usage: Usage): PlacedName[] =>
  cutToNames(read.text, read.tokens, run, usage, read.isKnown)
    .map((words) => readName(read, words, usage))
    .filter((name) => name !== undefined);

function readName(
  { text, isKnown }: TextRuns,
  words: readonly Token[],
  usage: Usage,
): PlacedName | undefined {
  const [first] = words;
  const last = words.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isNaming = (token: Token): boolean =>
    startsCapital(token.text) &&
    (token.text.length > 1 || isDotted(text, words)) &&
    !isKnown(token) &&
    !isOrdinaryCapital(withoutPossessive(token.text)) &&
    (!isOpener(token.text) || isAcronym(token.text)) &&
    !isDirection(token.text) &&
    !isPartOfPlace(token.text) &&
    !/^(?:[IVX]+|I['’ʼ]\p{L}+)$/u.test(token.text);
  if (!words.some(isNaming)) return undefined;
  if (words.length === 1 && isDerived(first.text, usage.inside)) return undefined;
  // "Doe Street" is unknown where Doe is known; what only leads up to a known name is said with it.
  const naming = words.filter((word) => startsCapital(word.text));
  if (naming.some(isKnown) && naming.every((word) => !isNaming(word) || countTitleWords([word.text]) > 0))
    return undefined;
  const isShort = isDotted(text, words) && text[last.end] === '.';
  const end = last.start + withoutPossessive(last.text).length + (isShort ? 1 : 0);
  const name = text
    .slice(first.start, end)
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ');
  return { name, start: first.start };
}

/** Whether a lone word is made of a name that the text has: Ruritanian where there is Ruritania. */
const isDerived = (word: string, names: ReadonlySet<string>): boolean =>
  ['n', 'an', 'ian', 'ese', 'ish'].some(
    (ending) =>
      word.length > ending.length + 3 && word.endsWith(ending) && names.has(word.slice(0, -ending.length)),
  );
