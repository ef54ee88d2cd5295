// Finishes pages inside Astro, whose own lists say what belongs to a page; anything else stops the build.
import type { AstroIntegration } from 'astro';
import { contentDir } from '../disk/folders.ts';
import { sitePath } from '../urls.ts';
import { finishPage, type FinishedPage } from './finish-page.ts';
import { findOrigin } from './find-origin.ts';
import type { RouteMarkup } from './own-markup.ts';

type BuildSetup = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0];
type Route = { route: string; component: string };

/** The only pages that redirect by themselves. */
const movedPages = 'src/pages/[...moved].astro';

/** Finishes every page between Astro's rendering and the disk. */
export function finishIntegration(): AstroIntegration {
  const scripts = new Set<string>();
  const complaints: string[] = [];
  let pages: BuildSetup['pages'] = new Map();

  const ownMarkup = ({ route, component }: Route): RouteMarkup => {
    const data = [...pages.values()].find(
      (page) => page.route.route === route && page.route.component === component,
    );
    const sheets = (data?.styles ?? []).flatMap(({ sheet }) =>
      sheet.type === 'inline' ? [sheet.content] : [],
    );
    return { sheets, scripts, leadsOn: component === movedPages };
  };

  return {
    name: 'dateline-finish',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        updateConfig({
          vite: {
            // Even the smallest script gets a file of its own, so that its address identifies it.
            build: { assetsInlineLimit: 0 },
            plugins: [
              {
                name: 'dateline-list-scripts',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_options, bundle) {
                  for (const { type, fileName } of Object.values(bundle))
                    if (type === 'chunk') scripts.add(sitePath(fileName));
                },
              },
            ],
          },
        });
      },
      'astro:build:setup': ({ pages: built, target }) => {
        if (target === 'server') pages = built;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((inner) => ({
          ...inner,
          name: 'dateline-finish',
          async render(request, options) {
            const rendered = await inner.render(request, options);
            const [response, rest] =
              rendered instanceof Response ? [rendered, {}] : [rendered.response, rendered];
            if (!response.headers.get('content-type')?.startsWith('text/html')) return rendered;
            const page = finishPage(await response.text(), ownMarkup(options.routeData));
            const path = new URL(request.url).pathname;
            complaints.push(...page.strays.map(renderComplaint(path, options.routeData.component)));
            return { ...rest, response: new Response(page.html, response) };
          },
          async teardown() {
            await inner.teardown?.();
            if (complaints.length > 0) throw new Error(renderComplaints(complaints));
          },
        }));
      },
    },
  };
}

const renderComplaint =
  (path: string, component: string) =>
  ({ what, markup }: FinishedPage['strays'][number]): string => {
    const origin = findOrigin(contentDir(), markup);
    const place = origin === undefined ? '' : `, from ${origin}`;
    return `${path}: ${what} that Dateline did not write${place}: ${markup.replace(/\s+/g, ' ')}\n  Fix: ${component} or a component of it writes content without escaping it`;
  };

/** The first few are enough to find the hole. */
const enough = 20;

function renderComplaints(complaints: readonly string[]): string {
  const sorted = [...complaints].sort();
  const more = sorted.length > enough ? [`and ${sorted.length - enough} more`] : [];
  return [...sorted.slice(0, enough), ...more].join('\n');
}
