// The HTML of an article as it can leave its page: every address in it whole, every name in it a plain link; pure.

/** A start tag of the pipeline's output: in text a `<` is always written as a reference. */
const startTag = /<[a-z][a-z0-9-]*(?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*\s*\/?>/gi;
const address = /(\s(?:href|src))=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** What only the page has a use for: the link of a paragraph to itself, and the card of a name. */
const here = /<a class="here"[^>]*><\/a>/g;
const card = / (?:class="name"|interestfor="[^"]*")/g;

/** @param base the whole address of the page */
export function absolutizeHtml(html: string, base: string): string {
  return html.replace(here, '').replace(startTag, (tag) =>
    tag
      .replace(card, '')
      .replace(address, (whole, name: string, double?: string, single?: string, bare?: string) => {
        const value = (double ?? single ?? bare ?? '').replaceAll('&#x26;', '&').replaceAll('&amp;', '&');
        if (!URL.canParse(value, base)) return whole;
        return `${name}="${new URL(value, base).href.replaceAll('&', '&amp;').replaceAll('"', '%22')}"`;
      }),
  );
}
