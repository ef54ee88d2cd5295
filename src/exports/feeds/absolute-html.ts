// The HTML of an article as it can leave its page: every address in it whole, every name in it a plain link; pure.
import {
  applyEdits,
  attributeName,
  parsePiece,
  type Edit,
  type HtmlElement,
} from '../../markdown/html-tree.ts';

/** @param base the whole address of the page */
export function absolutizeHtml(html: string, base: string): string {
  return applyEdits(
    html,
    parsePiece(html).flatMap((element) =>
      isPermalink(element) ? [removeElement(element)] : listEdits(element, base),
    ),
  );
}

/** The empty link of a paragraph to itself: only the page has a use for it. */
const isPermalink = ({ tagName, attrs }: HtmlElement): boolean =>
  tagName === 'a' && attrs.some(({ name, value }) => name === 'class' && value === 'here');

const removeElement = ({ sourceCodeLocation: place }: HtmlElement): Edit => ({
  start: place?.startOffset ?? 0,
  end: place?.endOffset ?? 0,
  text: '',
});

/** The card of a name stays on the page; addresses become absolute. */
function listEdits({ attrs, sourceCodeLocation }: HtmlElement, base: string): Edit[] {
  return attrs.flatMap((attribute): Edit[] => {
    const name = attributeName(attribute);
    const place = sourceCodeLocation?.attrs?.[name];
    if (place === undefined) return [];
    const { startOffset: start, endOffset: end } = place;
    // The space before the attribute is removed too.
    if (name === 'interestfor' || (name === 'class' && attribute.value === 'name'))
      return [{ start: start - 1, end, text: '' }];
    if ((name !== 'href' && name !== 'src') || !URL.canParse(attribute.value, base)) return [];
    const address = new URL(attribute.value, base).href.replaceAll('&', '&amp;').replaceAll('"', '%22');
    return [{ start, end, text: `${name}="${address.replaceAll('<', '%3C').replaceAll('>', '%3E')}"` }];
  });
}
