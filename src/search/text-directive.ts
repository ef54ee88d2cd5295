// Writes the part of a link that makes a browser go to certain words of a page, the same from a search and from a record.

/** More characters are no context: a script without spaces, or a web address, makes a few words endless. */
const longest = 100;

/**
 * The text directive (`text=before-,words,-after`) for words with those that stand right around them; see
 * https://wicg.github.io/scroll-to-text-fragment/. A browser stops at the first place that fits, so there is none where
 * the page has the same run of words twice, or nothing stands around them to be certain by.
 * @param page the text of the whole page, in the same spelling
 */
export function renderTextDirective(
  before: string,
  words: string,
  after: string,
  page: string,
): string | undefined {
  const prefix = before.length > longest ? '' : before;
  const suffix = after.length > longest ? '' : after;
  if (prefix.trim() === '' && suffix.trim() === '') return undefined;
  const run = prefix + words + suffix;
  const at = page.indexOf(run);
  if (at === -1 || page.includes(run, at + run.length)) return undefined;
  const parts = [encodePart(words)];
  if (prefix.trim() !== '') parts.unshift(`${encodePart(prefix)}-`);
  if (suffix.trim() !== '') parts.push(`-${encodePart(suffix)}`);
  return `text=${parts.join(',')}`;
}

/** Characters before a mention that are looked through for the words there: more than a text directive takes. */
const farthest = 300;

/** The text directive for a mention with up to three words on either side; offsets in the text of its block. */
export function renderMentionDirective(
  text: string,
  { start, end }: { start: number; end: number },
  page: string,
): string | undefined {
  // A fragment matches whole words only, and a possessive ending belongs to the word.
  const stop = end + (/^['’]\p{L}+/u.exec(text.slice(end))?.[0].length ?? 0);
  // The cells of a table row are parted by line ends, and no fragment reaches over two cells.
  const gap = text.startsWith('\n') ? '[^\\S\\n]+' : '\\s+';
  // Looking back through all of a long text, once for each mention, would take the square of its length.
  const near = text.slice(Math.max(0, start - farthest), start);
  const before = new RegExp(`(?:(?<!\\S)\\S+${gap}){0,3}\\S*$`, 'u').exec(near)?.[0] ?? '';
  const after = new RegExp(`^\\S*(?:${gap}\\S+){0,3}`, 'u').exec(text.slice(stop))?.[0] ?? '';
  return renderTextDirective(before, text.slice(start, stop), after, page);
}

/** In a text directive a hyphen has a meaning of its own. */
const encodePart = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');
