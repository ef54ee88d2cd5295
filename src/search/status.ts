// Says in words what a search has found: the sentence that is shown above the results and read out; pure.
import { sortOf, type SearchState } from './state.ts';

const orders = { relevance: 'best matches first', newest: 'newest first', oldest: 'oldest first' } as const;

/**
 * How many articles, in which order, and which of the words none of them has.
 * @param unmet words that Pagefind left out or took for others, since it would rather find something than nothing
 */
export function describeAnswer(
  found: number,
  unmet: readonly string[],
  state: SearchState,
  countOf: (count: number, noun: string) => string,
): string {
  const { query, filters } = state;
  const words = query === '' ? '' : ` for ${quote(query)}`;
  if (found === 0) {
    const narrowed = Object.keys(filters).length > 0 ? ' with these filters' : '';
    return `No article was found${words}${narrowed}.`;
  }
  const order = found > 1 ? `, ${orders[sortOf(state)]}` : '';
  const absent = unmet.map((word) => `“${word}”`).join(' or ');
  return absent === ''
    ? `${countOf(found, 'article')}${words}${order}.`
    : `No article was found with ${absent}. Nearest: ${countOf(found, 'article')}${order}.`;
}

/** Quotation marks of its own would stand inside others. */
const quote = (text: string): string => (/["“”]/u.test(text) ? text : `“${text}”`);
