// Writes a site of one file of each kind that a real one has, quickly, for the tests of those who serve it.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compressFolder } from '../../src/exports/serving/compress.ts';
import { movedFile, renderMoved } from '../../src/exports/serving/moved.ts';
import type { ServedFolder } from './servers.ts';

const page = (title: string): string =>
  `<!DOCTYPE html><html lang="en"><title>${title}</title><p>${'The ferry returns to Port Anselm. '.repeat(20)}`;
const bytes = (length: number): Buffer =>
  Buffer.from(Array.from({ length }, (_, index) => (index * 7919) % 251));

const files: Readonly<Record<string, string | Buffer>> = {
  'index.html': page('Home'),
  '404.html': page('No such page'),
  'people/index.html': page('People'),
  'people/ada-norling/index.html': page('Ada Norling'),
  'people/ada-norling/feed.xml': `<feed xmlns="http://www.w3.org/2005/Atom">${'<entry/>'.repeat(90)}</feed>`,
  'people/ada-norling/feed.json': JSON.stringify({ items: Array.from({ length: 90 }, (_, id) => ({ id })) }),
  'feed.xml': '<feed xmlns="http://www.w3.org/2005/Atom"/>',
  'feed.json': '{"version":"https://jsonfeed.org/version/1.1"}',
  '2021/03/04/ferry-returns/index.html': page('Ferry returns'),
  '2021/03/04/ferry-returns/citation.ris': 'TY  - NEWS\nER  - \n',
  '2021/03/04/ferry-returns/citation.bib': '@article{ferry, title = {Ferry}}',
  '2021/03/04/ferry-returns/citation.json': '[{"type":"article-newspaper"}]',
  '2021/03/04/ferry-returns/boat.JPG': bytes(400),
  '2021/03/04/ferry/index.html': page('Moved'),
  '2021/03/04/ferry/boat.gif': bytes(60),
  '2019/12/31/withdrawn/index.html': page('Withdrawn'),
  'dataset/index.html': page('The archive as data'),
  'dataset/articles.ndjson': '{"id":1}\n'.repeat(90),
  'dataset/articles.parquet': bytes(5000),
  'dataset/archive.sqlite': bytes(9000),
  'dataset/people.csv': 'id,name\n'.repeat(90),
  'dataset/places.geojson': '{"type":"FeatureCollection"}',
  'dataset/authorities.jsonld': '{"@graph":[]}',
  'dataset/library.json': '[{"type":"article-newspaper"}]',
  'dataset/people/library.json': '{"name":"A person whose id is library"}',
  'search/labels.json': '{"people":{}}',
  'search/names/root': bytes(90),
  'search/names/0067029607ad/0': bytes(700),
  'search/records/organizations/newsfeed.json': '{"name":"Newsfeed"}',
  'pagefind/pagefind.js': 'export const search = () => 1;'.repeat(30),
  'pagefind/pagefind-entry.json': '{"version":"1.5.2"}',
  'pagefind/wasm.en.pagefind': bytes(800),
  'pagefind/pagefind.en_6d3b76a025.pf_meta': bytes(90),
  'pagefind/filter/en_0b11ab8b89.pf_filter': bytes(90),
  'pagefind/fragment/en_80fbe1e.pf_fragment': bytes(90),
  'pagefind/index/en_897eaee.pf_index': bytes(90),
  'pagefind/2014-2016/pagefind.js': 'export const search = () => 1;'.repeat(30),
  'pagefind/2014-2016/pagefind.en_6d3b76a025.pf_meta': bytes(90),
  'pagefind/2014-2016/index/en_897eaee.pf_index': bytes(90),
  '_astro/fonts/012f0aa726bd56ea.woff2': bytes(900),
  '_astro/page.CEstmce.js': 'console.log(1);'.repeat(40),
  'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'favicon.ico': bytes(90),
  'icon-192.png': bytes(90),
  'manifest.webmanifest': '{"name":"Dateline"}',
  'opensearch.xml': '<OpenSearchDescription/>',
  'sitemap.xml': '<sitemapindex/>',
  'robots.txt': 'User-agent: *\nAllow: /\n',
  '.well-known/security.txt': 'Contact: mailto:archive@dateline.example\n',
  '.well-known/tdmrep.json': '[{"location":"/"}]',
  'a.file.of.an-unknown-kind': bytes(40),
};

/** @param root an empty folder, the top of a host @param base `/` or `/archive/` */
export async function writeSmallSite(root: string, base: string): Promise<ServedFolder> {
  const site = join(root, base).replace(/\/$/, '');
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(site, name)), { recursive: true });
    await writeFile(join(site, name), content);
  }
  await writeFile(
    join(site, movedFile),
    renderMoved([
      { path: '/2019/12/31/withdrawn/', to: 'gone' },
      { path: '/2019/12/31/withdrawn/boat.gif', to: 'gone' },
      { path: '/2021/03/04/ferry/', to: '/2021/03/04/ferry-returns/' },
      { path: '/2021/03/04/ferry/boat.gif', to: '/2021/03/04/ferry-returns/boat.JPG' },
    ]),
  );
  await compressFolder(site);
  return { root, site, base };
}
