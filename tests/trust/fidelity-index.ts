// Compares what the full-text index gives back for every article with its source.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { joinedPrefix, readSpelling } from '../../src/search/spelling.ts';
import type { Ledger } from './fidelity-ledger.ts';
import { listPages } from './fidelity-pages.ts';

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
