// Finds every known name in a text: longest first, whole words, whatever its signs.
import { fitsCase } from './letter-case.ts';
import { skipNickname } from './nicknames.ts';
import { splitTokens, type Token } from './tokens.ts';
import {
  growBranch,
  mayBegin,
  targetKey,
  type NameEnd,
  type NameNode,
  type NameTarget,
  type NameTrie,
} from './trie.ts';

export { buildNameTrie, targetKey, type NameSpelling, type NameTarget, type NameTrie } from './trie.ts';

export interface RecognizedName {
  /** Offsets in the text, in UTF-16 code units; a possessive ending is outside. */
  start: number;
  end: number;
  /** Its tokens: from the first, up to but without the second. */
  from: number;
  to: number;
  /** As printed. */
  spelling: string;
  /** One target; several where records share the spelling; none where the article says that it is no name. */
  targets: NameTarget[];
  /** Whether the article's own `mentions` say so. */
  decided: boolean;
}

/**
 * All names in a text, in order, none overlapping another.
 * @param overrides names that this article reads in its own way; they win over the archive's
 * @param tokens those of the text
 */
export function recognizeNames(
  text: string,
  trie: NameTrie,
  overrides?: NameTrie,
  tokens: readonly Token[] = splitTokens(text),
): RecognizedName[] {
  const names: RecognizedName[] = [];
  let at = 0;
  while (at < tokens.length) {
    const own = overrides && longestName(text, tokens, at, overrides);
    const known = longestName(text, tokens, at, trie);
    const best = own !== undefined && own.to >= (known?.to ?? 0) ? { ...own, decided: true } : known;
    if (best !== undefined) names.push(best);
    at = best?.to ?? at + 1;
  }
  return names;
}

function longestName(
  text: string,
  tokens: readonly Token[],
  from: number,
  trie: NameTrie,
): RecognizedName | undefined {
  // Most words begin no name, and this is what recognition spends its time on.
  if (tokens[from]?.readings.some((reading) => mayBegin(trie, reading)) !== true) return undefined;
  let best: RecognizedName | undefined;
  const take = (at: number, start: number | undefined, given: readonly string[], next: Follow): void => {
    const token = tokens[at];
    if (token === undefined) return;
    for (const reading of token.readings) {
      const node = reading.place === 'first' && start !== undefined ? undefined : next(reading.folded);
      if (node === undefined) continue;
      const begin = start ?? reading.start;
      const to = at + reading.count;
      const words = [...given, reading.text];
      if (node.ends.length > 0 && reading.end > (best?.end ?? 0) && !isPartOfWord(tokens, from, to)) {
        const targets = listTargets(node.ends, words);
        if (targets !== undefined) {
          const spelling = text.slice(begin, reading.end);
          best = { start: begin, end: reading.end, from, to, spelling, targets, decided: false };
        }
      }
      const { joint } = tokens[to] ?? {};
      const after =
        joint === undefined || reading.place === 'last'
          ? undefined
          : joint === ''
            ? node
            : node.next.get(joint);
      if (after !== undefined) take(to, begin, words, (key) => after.next.get(key));
      const behind = reading.place === 'last' ? undefined : skipNickname(tokens, to);
      if (behind !== undefined) take(behind, begin, words, (key) => node.next.get(key));
    }
  };
  take(from, undefined, [], (key) => growBranch(trie, key));
  return best;
}

type Follow = (key: string) => NameNode | undefined;

/** A single letter of a script without spaces is a name only where it stands alone. */
const isPartOfWord = (tokens: readonly Token[], from: number, to: number): boolean =>
  to === from + 1 && tokens[from]?.text.length === 1 && (tokens[from].glued || tokens[to]?.glued === true);

/** The records that claim a spelling, each once; `undefined` if its capitals do not fit. */
function listTargets(ends: readonly NameEnd[], given: readonly string[]): NameTarget[] | undefined {
  const fitting = ends.filter(({ words }) => fitsCase(words, given));
  const [only, other] = fitting;
  if (only === undefined || other === undefined) return only?.targets;
  return [
    ...new Map(fitting.flatMap((end) => end.targets.map((target) => [targetKey(target), target]))).values(),
  ];
}
