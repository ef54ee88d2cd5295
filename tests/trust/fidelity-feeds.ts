// Compares the feeds of the archive and of its records, in both formats, with the sources.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import * as z from 'zod';
import { archiveFeedLength, recordFeedLength } from '../../src/exports/feeds/feed.ts';
import { readCopy, withoutMarks } from './copy-on-page.ts';
import { articleOfAddress, compareElements, home } from './fidelity-elements.ts';
import type { Ledger } from './fidelity-ledger.ts';
import { listPages, readArticleList } from './fidelity-pages.ts';
import { readSource } from './fidelity-sources.ts';
import { listBlocks, mapElements, readFragment, type TreeNode } from './html-tree.ts';

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
      await compareEntry(ledger, file, entry);
    }
  }
}

async function compareEntry(ledger: Ledger, file: string, { id, html }: Entry): Promise<void> {
  const fields = ledger.expected.get(id)?.fields;
  if (fields === undefined) return;
  const nodes = readCopy(readFragment(html));
  // The first line of a summary says that it is one.
  const copy = fields.copy === 'summary' ? nodes.slice(1) : nodes;
  await ledger.compare('copies', file, id, listBlocks(withoutMarks(copy)).join('\n'));
  const source = await readSource(ledger.site.content, id);
  const tree = withoutRecordLinks(source.tree);
  compareElements(ledger, file, { ...source, tree }, withoutRecordLinks(copy));
}

/** In a feed the link of a name is a plain one, so it cannot be told from the copy's own link to a record. */
const withoutRecordLinks = (nodes: readonly TreeNode[]): TreeNode[] =>
  mapElements(nodes, (element) => {
    const { href = '' } = element.attributes;
    const { href: whole } = URL.canParse(href, home) ? new URL(href, home) : { href };
    const isRecord =
      whole.startsWith(home) && /^(?:people|places|organizations)\//.test(whole.slice(home.length));
    return element.tag === 'a' && isRecord ? element.children : [element];
  });

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

/** @throws Error if it is not well-formed XML */
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
