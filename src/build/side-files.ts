// The small files of a site beside its pages: what each is made from, and how. The build writes them, development serves them.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Article } from '../archive/build.ts';
import { countArticles } from '../archive/record-articles.ts';
import { contentDir } from '../disk/folders.ts';
import { buildDayTable } from '../search/day-table.ts';
import { buildLabels } from '../search/filters.ts';
import { buildAddressTables } from '../search/typed-address.ts';
import {
  absoluteUrl,
  articleUrl,
  atomUrl,
  citationUrl,
  datasetFileUrl,
  jsonFeedUrl,
  licencesUrl,
  openSearchUrl,
  permalinkUrl,
  searchAddressesUrl,
  searchDaysUrl,
  searchLabelsUrl,
  securityUrl,
  sitemapPartUrl,
  sitemapUrl,
  sitePath,
} from '../urls.ts';
import type { SiteContent } from '../views/page-kinds.ts';
import { buildReference } from '../views/reference.ts';
import { citationEndings, citationFormats } from '../exports/citations/formats.ts';
import {
  fillFeed,
  planArchiveFeed,
  planRecordFeed,
  type Feed,
  type FeedPlan,
} from '../exports/feeds/feed.ts';
import { listSmallFiles } from '../exports/dataset/write-dataset.ts';
import { feedFormats } from '../exports/feeds/formats.ts';
import { renderOpenSearch } from '../exports/feeds/open-search.ts';
import { buildSitemap, renderSitemapIndex, renderSitemapPart } from '../exports/feeds/sitemap.ts';
import { renderLicences } from '../exports/policy/licences.ts';
import { renderMiningRules } from '../exports/policy/mining.ts';
import { renderRobots } from '../exports/policy/robots.ts';
import { renderSecurity } from '../exports/policy/security.ts';
import { renderWebManifest } from '../exports/policy/web-manifest.ts';
import { movedFile, renderMoved } from '../exports/serving/moved.ts';
import { listDrawings } from './pictures.ts';

export interface SideFile {
  /** Made by urls.ts. */
  url: string;
  /** All that it is made from, as plain data; a file made from the same is the same. */
  source: unknown;
  render: () => string | Uint8Array | Promise<string | Uint8Array>;
}

/** Every small file of a site; each source is made when it is asked for. */
export async function* listSideFiles(content: SiteContent): AsyncGenerator<SideFile> {
  const { archive, redirects } = content;
  yield* listFixed();
  for (const article of archive.articles) {
    const reference = buildReference(article, archive);
    for (const ending of citationEndings)
      yield {
        url: citationUrl(article.id, ending),
        source: reference,
        render: () => citationFormats[ending].render(reference),
      };
  }
  yield* listFeeds(undefined, planArchiveFeed(archive));
  for (const record of archive.recordByKey.values())
    if (countArticles(archive, record) > 0) yield* listFeeds(record, planRecordFeed(record, archive));
  yield* listPictures(content);
  for (const { name, source, render } of listSmallFiles(archive))
    yield { url: datasetFileUrl(name), source, render };
  const labels = buildLabels(archive);
  yield { url: searchLabelsUrl(), source: labels, render: () => JSON.stringify(labels) };
  for (const [name, table] of buildAddressTables(archive.articles.map(listAddresses)))
    yield {
      url: `${searchAddressesUrl()}${name}.json`,
      source: table,
      render: () => JSON.stringify(table),
    };
  const days = buildDayTable(archive.articlesByDay.keys());
  yield { url: searchDaysUrl(), source: days, render: () => JSON.stringify(days) };
  const parts = buildSitemap(archive);
  yield { url: sitemapUrl(), source: parts, render: () => renderSitemapIndex(parts) };
  for (const part of parts)
    yield { url: sitemapPartUrl(part.name), source: part, render: () => renderSitemapPart(part) };
  yield* listDrawings(archive);
  yield { url: sitePath(movedFile), source: redirects, render: () => renderMoved([...redirects]) };
}

/** Where an article was taken from, and its own address here. */
const listAddresses = ({
  id,
  title,
  source,
}: Article): { id: string; title: string; addresses: string[] } => ({
  id,
  title,
  addresses: [...(source.url === undefined ? [] : [source.url]), absoluteUrl(articleUrl(id))],
});

/** They depend on site.ts alone, which is part of the program. */
const listFixed = (): SideFile[] =>
  [
    { url: securityUrl(), render: renderSecurity },
    { url: sitePath('.well-known/tdmrep.json'), render: renderMiningRules },
    { url: licencesUrl(), render: renderLicences },
    { url: sitePath('manifest.webmanifest'), render: renderWebManifest },
    { url: openSearchUrl(), render: renderOpenSearch },
    { url: sitePath('robots.txt'), render: renderRobots },
  ].map((file) => ({ ...file, source: '' }));

/** One feed in every format; its texts are read once. */
function* listFeeds(subject: FeedPlan['subject'], plan: FeedPlan): Generator<SideFile> {
  let feed: Feed | undefined;
  const render = (ending: keyof typeof feedFormats) => (): string =>
    feedFormats[ending].render((feed ??= fillFeed(plan)));
  yield { url: atomUrl(subject), source: plan, render: render('xml') };
  yield { url: jsonFeedUrl(subject), source: plan, render: render('json') };
}

/** The pictures of articles, byte for byte. */
async function* listPictures({ archive, redirects }: SiteContent): AsyncGenerator<SideFile> {
  const pictures = new Set(
    archive.articles.flatMap(({ id, images }) => images.map((name) => `/${id}/${name}`)),
  );
  // A page can send its reader on; a picture cannot, so it is published at its old address too.
  const moved = redirects.filter(({ path, to }) => pictures.has(to) && !pictures.has(path));
  const all = [...[...pictures].map((path) => ({ path, to: path })), ...moved];
  for (const { path, to } of all) {
    const file = join(contentDir(), 'articles', to);
    const { size, mtimeMs, ino } = await stat(file);
    yield { url: permalinkUrl(path), source: [size, mtimeMs, ino], render: () => readFile(file) };
  }
}
