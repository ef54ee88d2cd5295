// The HTML of an article as it can leave its page: every address in it whole, every name in it a plain link; pure.
import { applyEdits, readPiece, type Edit } from '../../markdown/html-tree.ts';
import type { PageElement } from '../../markdown/plain-html.ts';

/** @param base the whole address of the page */
export function absolutizeHtml(html: string, base: string): string {
  return applyEdits(
    html,
    readPiece(html).flatMap((element) =>
      isPermalink(element) ? [removeElement(element)] : listEdits(element, base),
    ),
  );
}

/** The empty link of a paragraph to itself: only the page has a use for it. */
const isPermalink = ({ tagName, attrs }: PageElement): boolean =>
  tagName === 'a' && attrs.some(({ name, value }) => name === 'class' && value === 'here');

const removeElement = ({ start, end }: PageElement): Edit => ({ start, end, text: '' });

/** The card of a name stays on the page; addresses become absolute. */
function listEdits({ attrs }: PageElement, base: string): Edit[] {
  return attrs.flatMap(({ name, value, start, end }): Edit[] => {
    // The space before the attribute is removed too.
    if (name === 'interestfor' || (name === 'class' && value === 'name'))
      return [{ start: start - 1, end, text: '' }];
    if ((name !== 'href' && name !== 'src') || !URL.canParse(value, base)) return [];
    const address = new URL(value, base).href.replaceAll('&', '&amp;').replaceAll('"', '%22');
    return [{ start, end, text: `${name}="${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}"` }];
  });
}
