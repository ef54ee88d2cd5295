// Counts the articles in the sitemap, part by part as its index names them.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { articleOfAddress } from './fidelity-elements.ts';
import type { Ledger } from './fidelity-ledger.ts';
import { listPages } from './fidelity-pages.ts';

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
