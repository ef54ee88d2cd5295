// The one door from a page to what it shows: the addresses of its kind, and the view of one of them.
import { permalinkPath } from '../urls.ts';
import type { KindName, ViewOf } from '../views/page-kinds.ts';
import { matchRoute } from './match-route.ts';

/** Where views come from: in a build from the process that renders, in development from the content as it is now. */
export interface PageSource {
  /** Made by urls.ts. */
  urlsOf(kind: KindName): readonly string[];
  /** @param path as the server has it, with the site's base */
  viewOf(kind: KindName, path: string): unknown;
}

/** Astro bundles this module, so what fills it is not in the same module graph. */
const key = Symbol.for('dateline.page-source');

/** Sets where views come from; the renderer calls it before it renders the first page. */
export const setPageSource = (source: PageSource): void => void Reflect.set(globalThis, key, source);

async function openPages(): Promise<PageSource> {
  if (import.meta.env.DEV) return (await import('./current-pages.ts')).openCurrentPages();
  const source = Reflect.get(globalThis, key) as PageSource | undefined;
  if (source === undefined) throw new Error('A page was asked for before there were views.');
  return source;
}

type Paths = ((options: {
  routePattern: string;
}) => Promise<{ params: Record<string, string | undefined> }[]>) & {
  kind: KindName;
};

/** The `getStaticPaths` of a page: every address of its kind that fits its route. */
export const pathsOf = (kind: KindName): Paths =>
  Object.assign(
    async ({ routePattern }: { routePattern: string }) => {
      const pages = await openPages();
      return pages.urlsOf(kind).flatMap((url) => {
        const params = matchRoute(routePattern, permalinkPath(url));
        return params === undefined ? [] : [{ params }];
      });
    },
    { kind },
  );

/** What the page at an address shows. */
export const viewOf = async <Name extends KindName>(kind: Name, { pathname }: URL): Promise<ViewOf<Name>> =>
  (await openPages()).viewOf(kind, pathname) as ViewOf<Name>;
