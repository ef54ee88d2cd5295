// Measures the search as a reader meets it: 85 queries in Chromium over an archive whose truth is known.
import { chromium } from '@playwright/test';
import { serveSite } from '../../src/cli/serve.ts';
import { findChromium } from '../browser/chromium.ts';
import browserTests from '../browser/playwright.config.ts';
import { inTemporaryFolders, runDateline } from './dateline.ts';
import {
  articlesThatName,
  articlesThatSay,
  writeMadeUpArchive,
  type MadeUpArchive,
} from './made-up-archive.ts';
import { queries, type Query } from './query-kinds.ts';
import { SearchReader } from './search-reader.ts';

/** How a reader came to the articles. */
type Way = 'match' | 'offer' | 'full text';

interface Outcome {
  query: Query;
  way: Way;
  /** How many articles there are to find. */
  truth: number;
  /** Those of them that the reader has not come to. */
  missing: string[];
  /** What else was wrong, as a sentence; a query passes if there is nothing and nothing is missing. */
  complaint?: string;
}

/** A reader looks at so many offers before giving up. */
const mostOffers = 5;

/**
 * For each query: are all pages found that it is about? An exact match that leads to the record meant counts with all
 * articles behind it; else the record's place among the first five offers does; else the list of the full text, to its
 * end. Nonsense passes if no article is listed, an ordinary word if no record is offered beside its articles.
 */
export function benchQueries(): Promise<string[]> {
  return inTemporaryFolders(async (folders) => {
    const archive = await writeMadeUpArchive(folders.CONTENT_DIR);
    await runDateline('build', folders);
    const { address, servers } = await serveSite(folders.OUT_DIR, 0);
    const browser = await chromium.launch({
      executablePath: findChromium(),
      args: browserTests.use?.launchOptions?.args ?? [],
    });
    try {
      const reader = new SearchReader(await browser.newPage(), address);
      const outcomes: Outcome[] = [];
      for (const query of queries) outcomes.push(await ask(reader, archive, query));
      return renderOutcomes(outcomes, archive.articles.length);
    } finally {
      await browser.close();
      for (const server of servers) server.close();
    }
  });
}

async function ask(reader: SearchReader, archive: MadeUpArchive, query: Query): Promise<Outcome> {
  const { meaning } = query;
  await reader.search(query.typed);
  const matches = await reader.exactMatches();
  const offers = await reader.offers();
  if ('nothing' in meaning) {
    const { size } = await reader.listedArticles();
    const outcome: Outcome = { query, way: 'full text', truth: 0, missing: [] };
    return size === 0 ? outcome : { ...outcome, complaint: `${size} articles are listed` };
  }
  const truth =
    'record' in meaning ? articlesThatName(archive, meaning.record) : articlesThatSay(archive, meaning.words);
  const wanted = 'record' in meaning ? meaning.record : undefined;
  const match = matches.find(({ record }) => record === wanted);
  const offer = offers.slice(0, mostOffers).find(({ record }) => record === wanted);
  const link = match ?? offer;
  const found = link === undefined ? await reader.listedArticles() : await reader.follow(link.href);
  const way = match !== undefined ? 'match' : offer !== undefined ? 'offer' : 'full text';
  const outcome: Outcome = { query, way, truth: truth.size, missing: [...truth.difference(found)].sort() };
  const named = [...matches, ...offers].map(({ record }) => record);
  if (query.ordinary === true && named.length > 0)
    return { ...outcome, complaint: `the page offers ${named.join(', ')}` };
  return outcome;
}

const passes = ({ missing, complaint }: Outcome): boolean => missing.length === 0 && complaint === undefined;

function renderOutcomes(outcomes: readonly Outcome[], articles: number): string[] {
  const passed = outcomes.filter(passes);
  const kinds = [...Map.groupBy(outcomes, ({ query }) => query.kind)].map(
    ([kind, list]) => `  ${kind.padEnd(16)} ${list.filter(passes).length} of ${list.length}`,
  );
  const failures = outcomes.filter((outcome) => !passes(outcome)).map(renderFailure);
  const ways = (['match', 'offer', 'full text'] as const).map(
    (way) => `${passed.filter((outcome) => outcome.way === way).length} by ${way}`,
  );
  return [
    `Search in Chromium over ${articles} made-up articles: all pages found for ${passed.length} of ${outcomes.length} queries`,
    `  ${ways.join(', ')}; a record counts as offered among the first ${mostOffers}, nonsense passes if no article is listed`,
    ...kinds,
    ...(failures.length > 0 ? ['Not found:', ...failures] : []),
  ];
}

function renderFailure({ query, way, truth, missing, complaint }: Outcome): string {
  const shown = missing.slice(0, 2).join(', ');
  const lost = `${missing.length} of ${truth} missing by ${way}: ${shown}${missing.length > 2 ? ', …' : ''}`;
  const reasons = [...(complaint === undefined ? [] : [complaint]), ...(missing.length > 0 ? [lost] : [])];
  return `  ${query.kind}: ${query.typed}: ${reasons.join('; ')}`;
}
