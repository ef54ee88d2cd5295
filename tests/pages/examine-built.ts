// Every examination of a built site that needs no browser, with what each of them tried; also as a command.
import { examineFeeds, listFeeds } from './examine-feeds.ts';
import { examineIndex, examinePages, examineSitemap, examineWhole, type SiteFacts } from './examine-site.ts';
import { openSite, type KnownSite } from './known-site.ts';

export interface Examination {
  /** `pages`, `links`, … */
  what: string;
  tried: number;
  /** A sentence each. */
  wrong: string[];
}

export async function examineBuilt(known: KnownSite): Promise<{ parts: Examination[]; facts: SiteFacts }> {
  const { tried, linkedData, own, facts, nodes } = await examinePages(known);
  const linkCount = [...facts.values()].reduce((sum, page) => sum + page.links.length, 0);
  return {
    facts,
    parts: [
      { what: 'Pages as every page must be', tried, wrong: own },
      {
        what: 'Links and files that exist',
        tried: linkCount,
        wrong: examineWhole(known, facts),
      },
      { what: 'Nodes of JSON-LD', tried: nodes, wrong: linkedData },
      { what: 'Feeds', tried: listFeeds(known).length * 2, wrong: await examineFeeds(known) },
      { what: 'Addresses in the sitemap', tried: tried, wrong: await examineSitemap(known) },
      {
        what: 'Articles in the search index',
        tried: known.archive.articles.length,
        wrong: await examineIndex(known),
      },
    ],
  };
}

if (import.meta.main) {
  const [site, content = 'content'] = process.argv.slice(2);
  if (site === undefined) {
    console.error('Usage: node tests/pages/examine-built.ts SITE [CONTENT]');
    process.exitCode = 2;
  } else {
    const { parts } = await examineBuilt(await openSite(content, site));
    for (const { what, tried, wrong } of parts)
      console.log(
        [`${what}: ${tried}, ${wrong.length} wrong`, ...wrong.map((line) => `  ${line}`)].join('\n'),
      );
    process.exitCode = parts.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
  }
}
