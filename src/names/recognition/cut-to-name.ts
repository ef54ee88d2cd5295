// Cuts from a run of capitalized words what is no part of a name: the opener of a sentence, the office, the weekday.
import { endsWithPossessive, isBody, startsCapital, type CapitalRun } from './capital-runs.ts';
import { isAcronym } from './letter-case.ts';
import { isOrdinaryCapital, standsApart } from './capital-words.ts';
import { isOpener, opensSentence } from './sentence.ts';
import { countTitleWords, isRoyalTitle } from './titles.ts';
import { withoutPossessive, type Token } from './tokens.ts';

/** What the article shows of its words: those with a capital inside a sentence, and those without one. */
export interface Usage {
  inside: ReadonlySet<string>;
  small: ReadonlySet<string>;
}

/** The tokens of a run that may be a name. */
export function cutToName(
  text: string,
  tokens: readonly Token[],
  run: CapitalRun,
  usage: Usage,
  isKnown: (token: Token) => boolean,
): Token[] {
  return trimEnds(dropTitle(dropOpener(text, tokens, run, usage, isKnown), isKnown));
}

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
    if (isAcronym(word)) return true;
    if (isOpener(first.text) || small.has(lower)) return false;
    if (inside.has(word)) return true;
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

/** "Esper Thursday" is Esper, "The Times" Times, and what is left of "US F-15E" the US. */
function trimEnds(words: Token[]): Token[] {
  const isWhole = ({ text }: Token): boolean => text.length > 1 && startsCapital(text) && !standsApart(text);
  const isPlain = ({ text }: Token): boolean => text !== 'The' && !standsApart(text);
  return words.slice(Math.max(0, words.findIndex(isPlain)), words.findLastIndex(isWhole) + 1);
}
