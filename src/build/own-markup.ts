// What the project itself writes into every page and a browser acts on; nothing else of its kind may stand in a page.
import { sitePath } from '../urls.ts';

/** The order of the cascade; the sheets that follow may come in any. */
export const layerOrder = '@layer tokens, base, parts, page, print;';

/** What a reader points at for a moment is fetched before the click. */
export const speculationRules = JSON.stringify({
  prefetch: [{ where: { href_matches: sitePath('*') }, eagerness: 'moderate' }],
});

/** What Astro adds to the pages of one route, from its own lists. */
export interface RouteMarkup {
  /** The style sheets of the route's components, as built. */
  sheets: readonly string[];
  /** The addresses of all scripts that were built. */
  scripts: ReadonlySet<string>;
  /** Whether its pages lead on to another page by themselves. */
  leadsOn: boolean;
}
