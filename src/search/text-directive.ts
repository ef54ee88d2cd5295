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

/** In a text directive a hyphen has a meaning of its own. */
const encodePart = (text: string): string => encodeURIComponent(text.trim()).replaceAll('-', '%2D');
