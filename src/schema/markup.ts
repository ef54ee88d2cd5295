// Finds markup in a value that is plain text: readers would see it as typed, so the maintainer should know.
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

export interface Markup {
  /** As typed, shortened. */
  text: string;
  /** Offset in the value, in UTF-16 code units. */
  start: number;
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** How many characters of it are shown. */
const shown = 60;

/** More than any field may have; the rest of a longer text is not looked at. */
const longest = 4000;

/**
 * The first tag, comment or character reference in a text; the parser of HTML decides what is one, so that "5 < 6" and
 * "R&D" do not count.
 */
export function findMarkup(whole: string): Markup | undefined {
  if (!/[<&]/.test(whole)) return undefined;
  const text = whole.slice(0, longest).replaceAll(/[\0\r]/g, ' ');
  const [first] = parser.parse(text).children;
  // As far as it is text, a browser shows what was typed.
  const read = first?.type === 'text' ? first.value : '';
  let start = 0;
  while (start < text.length && text[start] === read[start]) start += 1;
  if (start === text.length) return undefined;
  // A reference may name the character that it begins with.
  if (text[start - 1] === '&') start -= 1;
  const end = /[>;]/.exec(text.slice(start));
  return { text: text.slice(start, start + Math.min(shown, (end?.index ?? shown) + 1)), start };
}
