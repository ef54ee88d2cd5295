// What the project itself writes into pages for browsers to act on; a page may have nothing else of its kind.
import { sitePath } from '../urls.ts';

/** The order of the cascade; the sheets after it may come in any order. */
export const layerOrder = '@layer tokens, base, parts, page, print;';

/** A page is fetched before the click, once a reader has pointed at its link for a moment. */
export const speculationRules = JSON.stringify({
  prefetch: [{ where: { href_matches: sitePath('*') }, eagerness: 'moderate' }],
});

/** What Astro adds to the pages of one route, from its own lists. */
export interface RouteMarkup {
  /** The style sheets of the route's components, as built. */
  sheets: readonly string[];
  /** The addresses of all scripts that were built. */
  scripts: ReadonlySet<string>;
  /** Whether its pages redirect to another page by themselves. */
  leadsOn: boolean;
}
