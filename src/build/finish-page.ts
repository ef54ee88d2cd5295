// The last step for a page: joins and trims its styles, escapes attributes, writes its policy, finds strays.
import { applyEdits, listAttributeEscapes, readPage, valueOf, type Edit } from '../markdown/html-tree.ts';
import type { PageElement } from '../markdown/plain-html.ts';
import type { RouteMarkup } from './own-markup.ts';
import { renderPolicy } from './policy.ts';
import { findStrays } from './strays.ts';
import { trimStyles } from './styles.ts';

export interface FinishedPage {
  html: string;
  /** What the project did not write; a page with such a thing must not be published. */
  strays: {
    /** `a script`, `the handler "onclick"` */
    what: string;
    /** The element as it stands in the page, cut after 200 characters. */
    markup: string;
  }[];
}

/**
 * Everything is decided on the tree that a browser would build. The policy allows only what the project wrote
 * for the page, never a stray.
 * @param own what Astro lists for the page's route
 * @throws Error if the page has no charset, which must come before the policy
 */
export function finishPage(html: string, own: RouteMarkup): FinishedPage {
  const elements = readPage(html);
  const strays = findStrays(elements, own);
  const stray = new Set(strays.map(({ element }) => element));
  const written = elements.filter((element) => !stray.has(element));
  const styles = written.filter(({ tagName }) => tagName === 'style');
  const scripts = written.filter(({ tagName }) => tagName === 'script');
  const runs = scripts.some((script) => valueOf(script, 'src') !== undefined);

  const removed = styles.map(({ start, end }): Edit => ({ start, end, text: '' }));
  const style = trimStyles(styles.map(({ text }) => text).join(''), {
    elements: elements.filter(({ tagName }) => tagName !== 'style'),
    letters: applyEdits(html, removed),
    grows: runs,
  });
  const [first] = removed;
  if (first !== undefined) first.text = `<style>${style}</style>`;
  const fetchesAhead = scripts.some((script) => valueOf(script, 'type') === 'speculationrules');
  const policy = renderPolicy({ style: first === undefined ? '' : style, fetchesAhead, runs });
  const edits = [...removed, addPolicy(elements, policy), ...listAttributeEscapes(html, elements)];
  return {
    html: applyEdits(html, edits),
    strays: strays.map(({ what, element }) => ({ what, markup: readMarkup(html, element) })),
  };
}

/** The policy comes right after the charset, because it does not apply to anything before it. */
function addPolicy(elements: readonly PageElement[], policy: string): Edit {
  const charset = elements.find(
    (element) => element.tagName === 'meta' && valueOf(element, 'charset') !== undefined,
  );
  if (charset === undefined) throw new Error('A page without its charset has no place for its policy.');
  const { end } = charset;
  return {
    start: end,
    end,
    text: `<meta http-equiv="content-security-policy" content="${policy}">`,
  };
}

const readMarkup = (html: string, { start, end }: PageElement): string =>
  html.slice(start, Math.min(end, start + 200));
