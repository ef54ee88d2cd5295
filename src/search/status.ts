// Says in words what a search has found: the sentence that is shown above the results and read out; pure.
import { isNarrowed, sortOf, type SearchState } from './state.ts';

const orders = { relevance: 'best matches first', newest: 'newest first', oldest: 'oldest first' } as const;

type CountOf = (count: number, noun: string) => string;

/**
 * How many articles, in which order, and which of the words none of them has.
 * @param unmet words that Pagefind left out or took for others, since it would rather find something than nothing
 */
export function describeAnswer(
  found: number,
  unmet: readonly string[],
  state: SearchState,
  countOf: CountOf,
): string {
  const { query } = state;
  const words = query === '' ? '' : ` for ${quote(query)}`;
  if (found === 0) return `No article was found${words}${narrowing(state)}.`;
  const order = found > 1 ? `, ${orders[sortOf(state)]}` : '';
  const absent = listWords(unmet, countOf);
  return absent === ''
    ? `${countOf(found, 'article')}${words}${order}.`
    : `No article was found with ${absent}. Nearest: ${countOf(found, 'article')}${order}.`;
}

/** The same where the words are the name of a record; `others` have the words and are not among its articles. */
export function describeNamed(
  name: string,
  found: number,
  others: number,
  state: SearchState,
  countOf: CountOf,
): string {
  const sort = sortOf(state) === 'oldest' ? 'oldest' : 'newest';
  const order = found > 1 ? `, ${orders[sort]}` : '';
  const own =
    found === 0
      ? `No article was found for ${name}${narrowing(state)}.`
      : `${countOf(found, 'article')} for ${name}${order}.`;
  if (others === 0) return own;
  const rest = others > 1 ? `, ${orders[sortOf(state)]}` : '';
  return `${own} ${countOf(others, 'other article')} with ${quote(state.query)}${rest}.`;
}

/** Where nothing has the words, and the articles of a near name stand in their place. */
export const describeInstead = (name: string, found: number, state: SearchState, countOf: CountOf): string =>
  `No article was found for ${quote(state.query)}${narrowing(state)}. ${countOf(found, 'article')} for ${name} instead.`;

const narrowing = (state: SearchState): string => (isNarrowed(state) ? ' with these filters' : '');

/** Nobody wants to hear the whole of a pasted page. */
const longest = 80;
const mostWords = 5;

/** Quotation marks of its own would stand inside others. */
const quote = (text: string): string => (/["“”]/u.test(text) ? shorten(text) : `“${shorten(text)}”`);

function listWords(words: readonly string[], countOf: CountOf): string {
  const named = words.slice(0, words.length > mostWords + 1 ? mostWords : words.length);
  const rest = words.length - named.length;
  return [...named.map(quote), ...(rest > 0 ? [countOf(rest, 'other word')] : [])].join(' or ');
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest).join('').trimEnd()}…` : text;
}
