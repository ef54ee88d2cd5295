// Compares the markup of a copy, wherever it is shown, with that of its source; and knows where addresses lead.
import { site as settings } from '../../src/site.ts';
import { evenLists } from './copy-on-page.ts';
import type { Ledger } from './fidelity-ledger.ts';
import type { Source } from './fidelity-sources.ts';
import { findElements, mapElements, renderTree, type TreeNode } from './html-tree.ts';

/** The whole address of the archive. */
export const home = `${settings.origin}${settings.base.replace(/\/$/, '')}/`;

/** The id of the article that an address leads to: `2020/01/03/slug`; nothing for any other address. */
export function articleOfAddress(address: string, page = home): string | undefined {
  if (!URL.canParse(address, page)) return undefined;
  const { href } = new URL(address, page);
  const path = href.startsWith(home) ? href.slice(home.length) : '';
  return /^(\d{4}\/\d\d\/\d\d\/[^/#?]+)\/(?:[#?].*)?$/.exec(path)?.[1];
}

/** All elements with their attributes, in order; `copy` is without what the archive adds. */
export function compareElements(ledger: Ledger, place: string, { id, tree }: Source, copy: TreeNode[]): void {
  const tried = [...findElements(tree, () => true)].length;
  const [a, b] = [tree, copy].map((nodes) => renderTree(evenLists(withWholeAddresses(nodes, id)))) as [
    string,
    string,
  ];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 30), at + 50);
  const failure = `${ledger.name}, ${place}, ${id}: ${around(b)} stands where the source has ${around(a)}`;
  ledger.tally.count('elements', tried, a === b ? 0 : 1, failure);
}

/** Links are written for the page of the article, pictures for the folder in which its file lies. */
function withWholeAddresses(nodes: TreeNode[], id: string): TreeNode[] {
  const whole = (address: string, from: string): string =>
    URL.canParse(address, from) ? new URL(address, from).href : address;
  // An address from the root of the site is one from the archive's home.
  const inArchive = (address: string): string =>
    /^\/(?!\/)/.test(address) && !`${settings.origin}${address}`.startsWith(home) ? `.${address}` : address;
  return mapElements(nodes, (element) => {
    const { href, src, ...rest } = element.attributes;
    // The size of a picture is read from its file, not from the text.
    const { width: _width, height: _height, ...sizeless } = rest;
    const others = element.tag === 'img' ? sizeless : rest;
    const attributes = {
      ...others,
      ...(href !== undefined && { href: whole(href, href.startsWith('/') ? home : `${home}${id}/`) }),
      ...(src !== undefined && { src: whole(inArchive(src), `${home}${id}`) }),
    };
    return [{ ...element, attributes }];
  });
}
