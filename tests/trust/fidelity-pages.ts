// Compares the built pages with their sources: each article's own, and every list that must name it.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import * as z from 'zod';
import { readCopy, withoutMarks } from './copy-on-page.ts';
import { articleOfAddress, compareElements, home } from './fidelity-elements.ts';
import type { Ledger } from './fidelity-ledger.ts';
import { compareTexts, readSource } from './fidelity-sources.ts';
import {
  findElements,
  hasClass,
  isElement,
  listBlocks,
  readPage,
  textOf,
  type TreeElement,
  type TreeNode,
} from './html-tree.ts';

/** The page of every article against its source, one after the other. */
export async function comparePages(ledger: Ledger): Promise<void> {
  const { site } = ledger.site;
  for (const page of await listPages(site, /^\d{4}\/\d\d\/\d\d\/[^/]+\/index\.html$/)) {
    const nodes = readPage(await readFile(join(site, page), 'utf8'));
    // An address that has moved has a page that says where it leads.
    if (isUnlisted(nodes)) continue;
    const id = page.slice(0, -'/index.html'.length);
    ledger.see('pages', id);
    if (ledger.expected.has(id)) await comparePage(ledger, id, nodes);
  }
}

async function comparePage(ledger: Ledger, id: string, page: TreeNode[]): Promise<void> {
  const main = [...findElements(page, ({ tag }) => tag === 'main')];
  const textIn = (isMeant: (element: TreeElement) => boolean): string =>
    textOf([...findElements(main, isMeant)].slice(0, 1));
  ledger.compareField(
    'page',
    id,
    'title',
    textIn(({ tag }) => tag === 'h1'),
  );
  ledger.compareField(
    'page',
    id,
    'description',
    textIn((element) => hasClass(element, 'standfirst')),
  );
  const [prose, ...others] = findElements(main, (element) => hasClass(element, 'prose'));
  if (prose === undefined || others.length > 0) {
    ledger.fail('pages', `page, ${id}: the text of an article stands there ${prose ? 'twice' : 'nowhere'}`);
    return;
  }
  const copy = readCopy(withoutDateline(prose));
  const blocks = listBlocks(withoutMarks(copy));
  await ledger.compare('pages', 'page', id, blocks.join('\n'));
  const source = await readSource(ledger.site.content, id);
  // The words are the same, but paragraphs or lines of code have run together.
  const parted = blocks.findIndex((block, at) => block !== source.blocks[at]);
  if (parted !== -1 && compareTexts(blocks.join('\n'), source.blocks.join('\n')).failed === 0)
    ledger.fail('pages', `page, ${id}: ${JSON.stringify(blocks[parted])} is no paragraph of the source`);
  compareElements(ledger, 'page', source, copy);
}

/** Where the report was filed from is said above the text, by the archive. */
const withoutDateline = ({ children }: TreeElement): TreeNode[] => {
  const at = children.findIndex(isElement);
  const first = children[at];
  const isDateline = first !== undefined && isElement(first) && hasClass(first, 'place');
  return isDateline ? children.toSpliced(at, 1) : children;
};

/** The lists that name articles by their days, and those of the records. */
export async function comparePageLists(ledger: Ledger): Promise<void> {
  const { site } = ledger.site;
  for (const [place, pages] of [
    ['day pages', /^\d{4}\/\d\d\/\d\d\/index\.html$/],
    ['month pages', /^\d{4}\/\d\d\/index\.html$/],
  ] as const)
    for (const page of await listPages(site, pages))
      for (const id of await listedArticles(site, page)) ledger.see(place, id);
  await compareRecordLists(ledger);
}

const recordPage =
  /^(people|places|organizations|topics|publications)\/([^/_]*[^/_-])(?:\/\d{4}(?:\/\d\d)*)?\/index\.html$/;

/**
 * Every record's pages list the articles that its entry in the dataset lists; a topic's, publication's and author's all
 * those whose front matter names it.
 */
async function compareRecordLists(ledger: Ledger): Promise<void> {
  const { site } = ledger.site;
  const listed = new Map<string, Set<string>>();
  for (const page of await listPages(site, recordPage)) {
    const [, collection, id] = recordPage.exec(page) ?? [];
    const key = `${collection}/${id}`;
    // No place has this id.
    if (key === 'places/map') continue;
    const known = listed.get(key) ?? new Set<string>();
    listed.set(key, known);
    for (const article of await listedArticles(site, page)) known.add(article);
  }
  const filed = new Map<string, Set<string>>();
  for (const [article, { fields }] of ledger.expected) {
    const { authors, topics, publication, dateline } = fields;
    const keys = [
      ...authors.map((id) => `people/${id}`),
      ...topics.map((id) => `topics/${id}`),
      ...(dateline === undefined ? [] : [`places/${dateline}`]),
      `publications/${publication}`,
    ];
    for (const key of keys) filed.set(key, (filed.get(key) ?? new Set()).add(article));
  }
  const check = (key: string, article: string, isThere: boolean, by: string): void => {
    const failure = `${ledger.name}, ${key}: ${article} is ${isThere ? 'listed' : 'not listed'}, unlike ${by}`;
    ledger.tally.count('lists', 1, 0);
    ledger.tally.count('lists', 0, isThere === (listed.get(key)?.has(article) ?? false) ? 0 : 1, failure);
  };
  for (const [key, articles] of filed)
    for (const article of articles) check(key, article, true, 'its front matter');
  for (const [key, articles] of listed) {
    const file = join(site, 'dataset', `${key}.json`);
    const articleList = existsSync(file) ? readArticleList(await readFile(file, 'utf8')) : undefined;
    if (articleList === undefined) {
      ledger.fail('lists', `dataset: ${key} has a page and no entry`);
      continue;
    }
    const inDataset = new Set(articleList);
    for (const article of inDataset.union(articles))
      check(key, article, inDataset.has(article), 'the dataset');
    if (/^(?:topics|publications)\//.test(key))
      for (const article of articles)
        check(key, article, filed.get(key)?.has(article) ?? false, 'the front matter');
  }
}

/** The ids of the articles that the dataset lists for a record. */
export const readArticleList = (json: string): string[] =>
  z
    .object({ articleList: z.array(z.object({ id: z.string() })) })
    .parse(JSON.parse(json))
    .articleList.map(({ id }) => id);

/** The articles that the main part of a page leads to. */
async function listedArticles(site: string, page: string): Promise<Set<string>> {
  const main = findElements(readPage(await readFile(join(site, page), 'utf8')), ({ tag }) => tag === 'main');
  const address = `${home}${page.slice(0, -basename(page).length)}`;
  const links = [...findElements([...main], ({ tag }) => tag === 'a')];
  return new Set(
    links.flatMap(({ attributes }) => articleOfAddress(attributes['href'] ?? '', address) ?? []),
  );
}

const isUnlisted = (page: TreeNode[]): boolean =>
  [...findElements(page, ({ tag, attributes }) => tag === 'meta' && attributes['name'] === 'robots')].some(
    ({ attributes }) => (attributes['content'] ?? '').includes('noindex'),
  );

/** The files of a site that match, as paths with slashes, sorted. */
export async function listPages(site: string, isMeant: RegExp): Promise<string[]> {
  const names = await readdir(site, { recursive: true });
  return names
    .map((name) => name.split(sep).join('/'))
    .filter((name) => isMeant.test(name))
    .sort();
}
