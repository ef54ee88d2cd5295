// Compares with the sources what leaves the pages: feeds in both formats, the sitemap, and the full-text index.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SaxesParser } from 'saxes';
import * as z from 'zod';
import { archiveFeedLength, recordFeedLength } from '../../src/exports/feeds/feed.ts';
import { joinedPrefix, readSpelling } from '../../src/search/spelling.ts';
import { readCopy, withoutMarks } from './copy-on-page.ts';
import type { Ledger } from './fidelity-ledger.ts';
import { articleOfAddress, listPages, readArticleList } from './fidelity-pages.ts';
import { listBlocks, readFragment } from './html-tree.ts';

interface Entry {
  id: string;
  title: string;
  description: string;
  html: string;
  /** RFC 3339. */
  updated: string;
}

/** The feeds of the archive and of its records: as many entries as there should be, the newest, each with all its words. */
export async function compareFeeds(ledger: Ledger): Promise<void> {
  const { site } = ledger.site;
  // The same entry stands in the feeds of many records.
  const known = new Map<string, string>();
  for (const file of await listPages(site, /(?:^|\/)feed\.(?:xml|json)$/)) {
    const text = await readFile(join(site, file), 'utf8');
    const entries = file.endsWith('.xml') ? readAtom(text) : readJsonFeed(text);
    const record = file.replace(/\/?feed\.\w+$/, '');
    await countEntries(ledger, file, record, entries);
    for (const entry of entries) {
      const digest = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
      const words = ledger.expected.get(entry.id)?.words ?? 0;
      if (known.get(entry.id) === digest) {
        ledger.tally.count('copies', words, 0);
        continue;
      }
      known.set(entry.id, digest);
      ledger.compareField(file, entry.id, 'title', entry.title);
      ledger.compareField(file, entry.id, 'description', entry.description);
      await ledger.compare('copies', file, entry.id, readEntry(ledger, entry));
    }
  }
}

function readEntry(ledger: Ledger, { id, html }: Entry): string {
  const blocks = listBlocks(withoutMarks(readCopy(readFragment(html))));
  // The first line of a summary says that it is one.
  const isSummary = ledger.expected.get(id)?.fields.copy === 'summary';
  return (isSummary ? blocks.slice(1) : blocks).join('\n');
}

async function countEntries(
  ledger: Ledger,
  file: string,
  record: string,
  entries: readonly Entry[],
): Promise<void> {
  const candidates = record === '' ? [...ledger.expected.keys()] : await articlesOfRecord(ledger, record);
  const most = record === '' ? archiveFeedLength : recordFeedLength;
  const ids = new Set(entries.map(({ id }) => id));
  const expected = Math.min(most, candidates.length);
  const rest = candidates.filter((id) => !ids.has(id)).map((id) => revisedOn(ledger, id));
  const oldest = [...ids].map((id) => revisedOn(ledger, id)).reduce((a, b) => (a < b ? a : b), '9');
  const problems = [
    entries.length === expected ? '' : `has ${entries.length} entries, not ${expected}`,
    ids.size === entries.length ? '' : 'has an entry twice',
    [...ids].every((id) => candidates.includes(id)) ? '' : 'has an article that is not of its record',
    rest.every((day) => day <= oldest) ? '' : 'leaves out an article newer than one that it has',
    entries.every(({ id, updated }) => updated.startsWith(revisedOn(ledger, id))) ? '' : 'has a wrong date',
  ].filter((problem) => problem !== '');
  const failure = `${ledger.name}, ${file} ${problems.join(', ')}`;
  ledger.tally.count('counts', Math.max(expected, 1), problems.length, failure);
}

const articlesOfRecord = async (ledger: Ledger, record: string): Promise<string[]> =>
  readArticleList(await readFile(join(ledger.site.site, 'dataset', `${record}.json`), 'utf8'));

/** When a copy last changed: it was published, saved or corrected. */
function revisedOn(ledger: Ledger, id: string): string {
  const fields = ledger.expected.get(id)?.fields;
  if (fields === undefined) return '';
  const days = [fields.published, fields.source.retrieved, ...fields.corrections.map(({ date }) => date)];
  return days.reduce((a, b) => (a > b ? a : b));
}

/** @throws Error if it is no well-formed XML */
function readAtom(xml: string): Entry[] {
  const entries: Entry[] = [];
  const parser = new SaxesParser();
  let fields: Record<string, string> | undefined;
  const open: string[] = [];
  parser.on('opentag', ({ name }) => {
    open.push(name);
    if (name === 'entry') fields = {};
  });
  const take = (text: string): void => {
    // Those of an author have the same names.
    if (fields === undefined || open.at(-2) !== 'entry') return;
    const name = open.at(-1) ?? '';
    fields[name] = (fields[name] ?? '') + text;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', ({ name }) => {
    open.pop();
    if (name !== 'entry' || fields === undefined) return;
    const { id = '', title = '', summary = '', content = '', updated = '' } = fields;
    entries.push({ id: articleOfAddress(id) ?? id, title, description: summary, html: content, updated });
    fields = undefined;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return entries;
}

const jsonFeed = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      content_html: z.string(),
      date_modified: z.string(),
    }),
  ),
});

const readJsonFeed = (json: string): Entry[] =>
  jsonFeed.parse(JSON.parse(json)).items.map((item) => ({
    id: articleOfAddress(item.id) ?? item.id,
    title: item.title,
    description: item.summary,
    html: item.content_html,
    updated: item.date_modified,
  }));

/** Every part of the sitemap, as its index names them. */
export async function countSitemap(ledger: Ledger): Promise<void> {
  const { site } = ledger.site;
  const index = readAddresses(await readFile(join(site, 'sitemap.xml'), 'utf8'));
  const parts = (await listPages(join(site, 'sitemaps'), /\.xml$/)).map((name) => `sitemaps/${name}`);
  for (const part of parts)
    if (!index.some((address) => address.endsWith(`/${part}`)))
      ledger.fail('counts', `sitemap.xml: ${part} is not named`);
  for (const address of index) {
    const part = parts.find((name) => address.endsWith(`/${name}`));
    if (part === undefined) ledger.fail('counts', `sitemap.xml: ${address} is not there`);
    else
      for (const page of readAddresses(await readFile(join(site, part), 'utf8'))) {
        const id = articleOfAddress(page);
        if (id !== undefined) ledger.see('sitemap', id);
      }
  }
}

function readAddresses(xml: string): string[] {
  const addresses: string[] = [];
  const parser = new SaxesParser();
  let isAddress = false;
  parser.on('opentag', ({ name }) => {
    isAddress = name === 'loc';
    if (isAddress) addresses.push('');
  });
  parser.on('text', (text) => {
    if (isAddress) addresses.push(`${addresses.pop() ?? ''}${text}`);
  });
  parser.on('closetag', () => {
    isAddress = false;
  });
  parser.write(xml).close();
  return addresses;
}

const fragment = z.object({
  url: z.string(),
  meta: z.object({ title: z.string() }),
  anchors: z.array(z.object({ id: z.string(), text: z.string(), location: z.number() })),
});

/** What Pagefind gives back for every article, read as the search page reads it. */
export async function compareIndex(ledger: Ledger): Promise<void> {
  const folder = join(ledger.site.site, 'pagefind');
  for (const file of await listPages(folder, /\.pf_fragment$/)) {
    const text = gunzipSync(await readFile(join(folder, file))).toString('utf8');
    // Pagefind's signature stands before it.
    const { url, meta, anchors } = fragment.parse(JSON.parse(text.slice(text.indexOf('{'))));
    const id = url.slice(1, -1);
    ledger.see('index', id);
    ledger.compareField('index', id, 'title', meta.title);
    const blocks = anchors
      .filter((anchor) => !anchor.id.startsWith(joinedPrefix))
      .sort((a, b) => a.location - b.location)
      .map((anchor) => readSpelling(anchor.text));
    await ledger.compare('copies', 'index', id, blocks.join('\n'));
  }
  const entry: unknown = JSON.parse(await readFile(join(folder, 'pagefind-entry.json'), 'utf8'));
  const { languages } = z
    .object({ languages: z.record(z.string(), z.object({ page_count: z.number() })) })
    .parse(entry);
  const pages = Object.values(languages).reduce((sum, { page_count: count }) => sum + count, 0);
  const failure = `${ledger.name}, index: Pagefind counts ${pages} articles`;
  ledger.tally.count('counts', 1, pages === ledger.expected.size ? 0 : 1, failure);
}
