// Finds the capitalized names of a text that the archive has no record for, so that a maintainer can add those that matter.
import { splitWords, type Word } from '../names/normalize.ts';

export interface UnplacedName {
  name: string;
  count: number;
}

/** A paragraph and where it names what the archive knows, as offsets in UTF-16 code units. */
export interface NamedText {
  text: string;
  known: readonly { start: number; end: number }[];
}

/** Words inside a name that are written small. */
const particles = new Set(
  'al el ul bin ibn ben bint van von der den de di da do dos das del della du la le of the und y i'.split(
    ' ',
  ),
);

/** Words that open a sentence far more often than a name. */
const openers = new Set(
  `a about above according after again against all along also although always among an and another any are as at
  away back because been before began behind being below beneath beside between both but by came can could despite
  did do does during each earlier either even ever every few finally first following for former from further given had
  has have he her here hers him his how however i if in indeed inside instead into is it its last later least less
  like many may meanwhile more moreover most much my near nearly neither never new next no nobody none nor not nothing
  now of off often on once one only onto or other others our out over own part perhaps rather same second several she
  should since so some something soon still such than that the their them then there these they third this those
  though three through throughout thus to today together tomorrow too two under unless until up upon us we well were
  what when whenever where whether which while who whoever whom whose why will with within without would yes
  yesterday yet you your`.split(/\s+/),
);

const calendar = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december jan feb mar apr jun jul aug sep sept oct nov dec`.split(/\s+/),
);

/** What stands before a person's name and is no part of it. */
const titles = new Set(
  `president vice prime minister foreign defense defence interior finance secretary general major colonel captain
  lieutenant sergeant admiral commander senator representative congressman congresswoman governor mayor chancellor
  ambassador judge justice professor doctor chief of state us uk eu sir lord king queen prince princess pope bishop
  sheikh ayatollah imam mr mrs ms dr`.split(/\s+/),
);

const isCapitalized = (word: string): boolean => /^[\p{Lu}\p{Lt}]/u.test(word);
const isAcronym = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word);
const withoutPossessive = (word: string): string => word.replace(/['’ʼ]s?$/iu, '');

interface Run {
  words: Word[];
  /** Whether its first word also begins a sentence. */
  opens: boolean;
}

/** Names with the number of times they occur, the most frequent first, then in the order of the text. */
export function findUnplacedNames(texts: readonly NamedText[]): UnplacedName[] {
  const runs = texts.map(({ text }) => splitRuns(text));
  const inside = new Set(
    runs
      .flat()
      .flatMap(({ words, opens }) => words.slice(opens ? 1 : 0).map(({ text }) => withoutPossessive(text))),
  );
  const small = new Set(
    texts.flatMap(({ text }) =>
      splitWords(text).flatMap((word) => (isCapitalized(word.text) ? [] : [word.text])),
    ),
  );
  const counts = new Map<string, number>();
  for (const [index, { text, known }] of texts.entries()) {
    for (const run of runs[index] ?? []) {
      const words = dropOpener(run, inside, small);
      const name = nameOf(text, words, known);
      if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

/** Runs of capitalized words, with small words inside them. */
function splitRuns(text: string): Run[] {
  const words = splitWords(text);
  const runs: Run[] = [];
  let run: Run | undefined;
  let waiting: Word[] = [];
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1];
    const between = text.slice(previous?.end ?? 0, word.start);
    const joined =
      previous !== undefined &&
      (/^(?:[ \u00a0]|[-‐‑])$/u.test(between) || (previous.text.length === 1 && between === '. '));
    const closed = previous !== undefined && withoutPossessive(previous.text) !== previous.text;
    if (!joined || closed) [run, waiting] = [undefined, []];
    if (isCapitalized(word.text)) {
      if (run === undefined) {
        const opens = previous === undefined || /[.?!…:][^\p{L}\p{N}]*$|["“‘«(]$/u.test(between);
        // "al-Amiri" begins with its article.
        const article =
          between === '-' &&
          previous !== undefined &&
          /^(?:al|el|ul|as|ad|an|ar|ash|at|az)$/.test(previous.text);
        run = { words: article ? [previous, word] : [word], opens: opens && !article };
        runs.push(run);
      } else {
        run.words.push(...waiting, word);
      }
      waiting = [];
    } else if (run !== undefined && particles.has(word.text) && (word.text !== 'the' || waiting.length > 0)) {
      waiting.push(word);
    } else {
      [run, waiting] = [undefined, []];
    }
  }
  return runs;
}

/** A run without the word that is capitalized only because a sentence begins with it. */
function dropOpener({ words, opens }: Run, inside: ReadonlySet<string>, small: ReadonlySet<string>): Word[] {
  const [first] = words;
  if (first === undefined || !opens) return words;
  const word = withoutPossessive(first.text);
  const ordinary =
    openers.has(word.toLowerCase()) ||
    (small.has(word.toLowerCase()) && !inside.has(word)) ||
    (words.length === 1 && !inside.has(word));
  if (!ordinary || isAcronym(word)) return words;
  const rest = words.slice(1);
  return rest.slice(
    rest.findIndex(({ text }) => isCapitalized(text)) === -1
      ? rest.length
      : rest.findIndex(({ text }) => isCapitalized(text)),
  );
}

/** The name that a run is, unless the archive knows it or it only leads up to a name the archive knows. */
function nameOf(text: string, words: readonly Word[], known: NamedText['known']): string | undefined {
  const isOpen = ({ text: word }: Word): boolean =>
    !calendar.has(word.toLowerCase()) && (word.length > 1 || words.length > 1) && isCapitalized(word);
  const overlaps = (word: Word): boolean =>
    known.some(({ start, end }) => word.start < end && start < word.end);
  const lastKnown = words.findLastIndex(overlaps);
  const open = words.slice(lastKnown + 1).filter((word) => isOpen(word) && word.text.length > 1);
  const last = open.at(-1);
  if (last === undefined || (lastKnown !== -1 && open.length === 0)) return undefined;
  const first = lastKnown === -1 ? dropTitles(words).find(isOpen) : words[words.findIndex(overlaps)];
  if (first === undefined) return undefined;
  const article = words[words.indexOf(first) - 1];
  const from =
    lastKnown === -1 && article !== undefined && !isCapitalized(article.text) && words.indexOf(article) === 0
      ? article
      : first;
  const name = withoutPossessive(text.slice(from.start, last.end));
  return /^(?:I|Mr|Mrs|Ms|Dr|St)$/.test(name) ? undefined : name;
}

/** "Defense Secretary Jane Doe" without the office; "Prime Minister" and "President Doe" as they are. */
function dropTitles(words: readonly Word[]): readonly Word[] {
  const from = words.findIndex(({ text }) => !titles.has(text.toLowerCase()));
  return from !== -1 && words.length - from >= 2 ? words.slice(from) : words;
}
