// Where a page stands in the archive, and what a list lists, in the words of schema.org; pure.
import { absoluteUrl } from '../../urls.ts';
import type { JsonLd } from './json-ld.ts';

/** A page by its path, made by urls.ts, and its heading. */
export interface Step {
  href: string;
  text: string;
}

/** From the whole to the part; `here` is the page itself. */
export const buildBreadcrumbList = (steps: readonly Step[], here: Step): JsonLd => ({
  '@type': 'BreadcrumbList',
  itemListElement: [...steps, here].map(({ href, text }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    item: absoluteUrl(href),
  })),
});

/** How many items are enough to show what a list is about; the page has them all. */
const mostItems = 30;

/** @param name the heading of the list */
export const buildItemList = (name: string, items: readonly Step[]): JsonLd => ({
  '@type': 'ItemList',
  name,
  numberOfItems: items.length,
  itemListElement: items.slice(0, mostItems).map(({ href, text }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    url: absoluteUrl(href),
    name: text,
  })),
});
