// A worker that renders pages: it knows the bundle and nothing of the archive, and is handed one view after another.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { workerData } from 'node:worker_threads';
import type { RouteData } from 'astro';
import { answerJobs } from '../reading/answer-jobs.ts';
import { site } from '../site.ts';
import { permalinkPath } from '../urls.ts';
import type { KindName } from '../views/page-kinds.ts';
import type { Bundle } from './bundle.ts';
import { setPageSource } from './door.ts';
import { finishPage, type FinishedPage } from './finish-page.ts';
import { matchRoute } from './match-route.ts';
import type { RouteMarkup } from './own-markup.ts';
import { fileWriter } from './write-file.ts';

/** What every worker is told at its start. */
export interface RenderSetup {
  bundle: Bundle;
  /** The folder of the new site. */
  folder: string;
  /** The addresses of all pages by kind: Astro renders no page whose address it was not told. */
  urls: Partial<Record<KindName, string[]>>;
}

export interface PageJob {
  kind: KindName;
  /** Made by urls.ts. */
  url: string;
  /** Where the page lies in the site. */
  file: string;
  /** The view as JSON. */
  view: string;
}

/** What the project did not write in a page. */
export interface Complaint {
  url: string;
  /** The page's file in `src/`. */
  component: string;
  strays: FinishedPage['strays'];
}

/** The part of Astro's renderer that this uses: the same as its own prerenderer does. */
interface Renderer {
  setInternals: (internals: unknown) => void;
  setOptions: (options: unknown) => void;
  manifest: { routes: { routeData: RouteData }[] };
  getComponentByRoute: (route: RouteData) => Promise<{ getStaticPaths?: { kind?: KindName } }>;
  render: (request: Request, options: { routeData: RouteData }) => Promise<Response>;
}

/** The only pages that redirect by themselves. */
const leadingOn: KindName = 'moved';

const { bundle, folder, urls } = workerData as RenderSetup;
let current: { kind: KindName; view: unknown } | undefined;

setPageSource({
  urlsOf: (kind) => urls[kind] ?? [],
  viewOf: (kind) => {
    if (current?.kind !== kind)
      throw new Error(`A page of the kind "${kind}" is not what is being rendered.`);
    return current.view;
  },
});
const renderer = await openRenderer();
const scripts = new Set(bundle.scripts);
const routes = await listRoutes(renderer);

async function openRenderer(): Promise<Renderer> {
  const entry = pathToFileURL(join(bundle.folder, 'server', bundle.entry)).href;
  const { app } = (await import(entry)) as { app: Renderer };
  const pagesByKeys = new Map(
    bundle.routes.map(({ key, route, component, styles }) => [
      key,
      { key, route: { route, component }, component, styles },
    ]),
  );
  app.setInternals({ pagesByKeys, entrySpecifierToBundleMap: new Map() });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { destination: { write: () => true } } },
  });
  return app;
}

interface PageRoute {
  data: RouteData;
  /** Absent for a route that is one page, with its path. */
  kind: KindName | undefined;
  markup: RouteMarkup;
}

async function listRoutes(app: Renderer): Promise<PageRoute[]> {
  const pages = app.manifest.routes.map(({ routeData }) => routeData).filter(({ type }) => type === 'page');
  return Promise.all(
    pages.map(async (data): Promise<PageRoute> => {
      const kind = data.pathname ? undefined : (await app.getComponentByRoute(data)).getStaticPaths?.kind;
      const own = bundle.routes.find(
        ({ route, component }) => route === data.route && component === data.component,
      );
      const sheets = (own?.styles ?? []).flatMap(({ sheet }) =>
        sheet.type === 'inline' ? [sheet.content] : [],
      );
      return { data, kind, markup: { sheets, scripts, leadsOn: kind === leadingOn } };
    }),
  );
}

/** The route of a page: of those of its kind the one whose pattern it fits. */
function findRoute({ kind, url }: PageJob): PageRoute {
  const path = permalinkPath(url);
  const bare = path.replace(/(?:\.html|\/)$/, '') || '/';
  const route = routes.find(({ data, kind: own }) =>
    own === undefined ? data.pathname === bare : own === kind && matchRoute(data.route, path) !== undefined,
  );
  if (route === undefined) throw new Error(`No file in src/pages renders ${path} (of the kind "${kind}").`);
  return route;
}

/** What a batch of pages has come to. */
export interface BatchResult {
  complaints: Complaint[];
  /** Why a page could not be written; the batch ends there. */
  failure?: string;
}

async function renderPage(job: PageJob): Promise<{ html: string; complaint?: Complaint }> {
  const { data, markup } = findRoute(job);
  current = { kind: job.kind, view: JSON.parse(job.view) };
  const response = await renderer.render(new Request(new URL(job.url, site.origin)), { routeData: data });
  const { html, strays } = finishPage(await response.text(), markup);
  return strays.length > 0
    ? { html, complaint: { url: job.url, component: data.component, strays } }
    : { html };
}

const writePage = fileWriter(folder);

answerJobs(async (jobs: readonly PageJob[]): Promise<BatchResult> => {
  const complaints: Complaint[] = [];
  for (const job of jobs) {
    const { html, complaint } = await renderPage(job);
    if (complaint !== undefined) complaints.push(complaint);
    const failure = writePage(job.file, html);
    if (failure !== undefined) return { complaints, failure };
  }
  return { complaints };
});
