// The feeds of a built site: Atom by RFC 4287, JSON Feed 1.1, both read by another program, with the articles they must have.
import RssParser from 'rss-parser';
import type { Article, AuthorityRecord } from '../../src/archive/build.ts';
import { articlesOfRecord } from '../../src/archive/record-articles.ts';
import { archiveFeedLength, recordFeedLength } from '../../src/exports/feeds/feed.ts';
import { recordCollections } from '../../src/schema/collection-names.ts';
import { site } from '../../src/site.ts';
import { absoluteUrl, articleUrl, atomUrl, jsonFeedUrl, permalinkPath } from '../../src/urls.ts';
import { readProse, readSource } from './copy-text.ts';
import { findAll, parsePage } from './html-tree.ts';
import { exists, pathOf } from './examine-links.ts';
import type { KnownSite } from './known-site.ts';
import { childrenOf, readXml, textsOf, type XmlElement } from './read-xml.ts';

interface KnownFeed {
  title: string;
  description: string;
  atom: string;
  json: string;
  /** Those that may be in it. */
  articles: readonly Article[];
  /** How many are. */
  length: number;
}

/** Every feed that the site must have, by its content. */
export function listFeeds({ archive }: KnownSite): KnownFeed[] {
  const records = recordCollections.flatMap((collection): readonly AuthorityRecord[] => archive[collection]);
  const feeds = records.flatMap((record): KnownFeed[] => {
    const articles = articlesOfRecord(archive, record);
    if (articles.length === 0) return [];
    const length = Math.min(articles.length, recordFeedLength);
    return [
      {
        title: `${record.name} · ${site.name}`,
        description: record.description,
        atom: atomUrl(record),
        json: jsonFeedUrl(record),
        articles,
        length,
      },
    ];
  });
  const { articles } = archive;
  const length = Math.min(articles.length, archiveFeedLength);
  const { name: title, description } = site;
  return [{ title, description, atom: atomUrl(), json: jsonFeedUrl(), articles, length }, ...feeds];
}

/** @param only the paths of feeds to look at; without it, all of them, and that there are no others */
export async function examineFeeds(known: KnownSite, only?: ReadonlySet<string>): Promise<string[]> {
  const feeds = listFeeds(known);
  const wrong: string[] = [];
  const isAsked = (url: string): boolean => only === undefined || only.has(permalinkPath(url));
  for (const feed of feeds)
    if (isAsked(feed.atom) || isAsked(feed.json)) wrong.push(...(await examineFeed(feed, known)));
  const expected = new Set(feeds.flatMap(({ atom, json }) => [atom, json].map(permalinkPath)));
  for (const file of known.files)
    if (/\/feed\.(?:xml|json)$/.test(file) && !expected.has(file))
      wrong.push(`${file}: nothing has this feed`);
  return wrong;
}

async function examineFeed(feed: KnownFeed, known: KnownSite): Promise<string[]> {
  const [atomPath, jsonPath] = [permalinkPath(feed.atom), permalinkPath(feed.json)];
  const missing = [atomPath, jsonPath].filter((path) => !known.files.has(path));
  if (missing.length > 0) return missing.map((path) => `${path}: this feed does not exist`);
  const text = (await known.read(atomPath)).toString();
  let atom: XmlElement;
  try {
    atom = readXml(text);
  } catch (error) {
    return [`${atomPath}: ${error instanceof Error ? error.message : String(error)}`];
  }
  let json: JsonFeed;
  try {
    json = JSON.parse((await known.read(jsonPath)).toString()) as JsonFeed;
  } catch {
    return [`${jsonPath}: it cannot be read`];
  }
  const read = await new RssParser().parseString(text);
  const entries = childrenOf(atom, 'entry');
  return [
    ...examineAtom(atom, feed).map((sentence) => `${atomPath}: ${sentence}`),
    ...(read.items.length === feed.length && read.items.every(({ title, content }) => title && content)
      ? []
      : [`${atomPath}: another program reads ${read.items.length} entries, not ${feed.length}`]),
    ...entries
      .flatMap((entry) => examineEntry(entry, feed, known))
      .map((sentence) => `${atomPath}: ${sentence}`),
    ...examineJson(json, entries, feed).map((sentence) => `${jsonPath}: ${sentence}`),
  ];
}

const namespace = 'http://www.w3.org/2005/Atom';
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** What may stand in a feed and in an entry, and how often at most; RFC 4287, sections 4.1.1 and 4.1.2. */
const once = ['id', 'title', 'updated'];
const atMostOnce = [
  'subtitle',
  'generator',
  'icon',
  'logo',
  'rights',
  'published',
  'summary',
  'content',
  'source',
];
const often = ['author', 'contributor', 'category', 'link', 'entry'];

function examineParts(element: XmlElement, told: string): string[] {
  const wrong: string[] = [];
  for (const { name, namespace: own } of element.children) {
    if (own !== namespace) wrong.push(`${told} has <${name}>, which is not of Atom`);
    else if (![...once, ...atMostOnce, ...often].includes(name)) wrong.push(`${told} has <${name}>`);
  }
  for (const name of once) {
    const texts = textsOf(element, name);
    if (texts.length !== 1 || texts[0] === '')
      wrong.push(`${told} has ${texts.length} of <${name}>, not one`);
  }
  for (const name of atMostOnce)
    if (childrenOf(element, name).length > 1) wrong.push(`${told} has more than one <${name}>`);
  for (const name of ['updated', 'published'])
    for (const text of textsOf(element, name))
      if (!instant.test(text) || Number.isNaN(Date.parse(text)))
        wrong.push(`${told} says ${name} "${text}", which is no date of RFC 3339`);
  for (const author of childrenOf(element, 'author'))
    if (textsOf(author, 'name').length !== 1) wrong.push(`${told} has an author without a name`);
  for (const link of childrenOf(element, 'link'))
    if (!URL.canParse(link.attributes['href'] ?? ''))
      wrong.push(`${told} has a link without a whole address`);
  for (const category of childrenOf(element, 'category'))
    if (!category.attributes['term']) wrong.push(`${told} has a category without a term`);
  return wrong;
}

const linkOf = (element: XmlElement, rel: string): string[] =>
  childrenOf(element, 'link').flatMap(({ attributes }) =>
    (attributes['rel'] ?? 'alternate') === rel ? [attributes['href'] ?? ''] : [],
  );

function examineAtom(
  atom: XmlElement,
  { title, description, atom: url, length, articles }: KnownFeed,
): string[] {
  const wrong = examineParts(atom, 'the feed');
  if (atom.name !== 'feed' || atom.namespace !== namespace) wrong.push('it is no feed of Atom');
  if (linkOf(atom, 'self').join() !== absoluteUrl(url)) wrong.push('it does not link to itself');
  if (textsOf(atom, 'title')[0] !== title || textsOf(atom, 'subtitle')[0] !== description)
    wrong.push(`it is not the feed of "${title}"`);
  const entries = childrenOf(atom, 'entry');
  const ids = entries.flatMap((entry) => textsOf(entry, 'id'));
  if (ids.length !== length || new Set(ids).size !== length)
    wrong.push(`it has ${new Set(ids).size} entries, not ${length}`);
  const allowed = new Set(articles.map(({ id }) => absoluteUrl(articleUrl(id))));
  for (const id of ids) if (!allowed.has(id)) wrong.push(`it has the entry ${id}, which is not its own`);
  if (
    childrenOf(atom, 'author').length === 0 &&
    entries.some((entry) => childrenOf(entry, 'author').length === 0)
  )
    wrong.push('an entry has no author, nor has the feed');
  const updates = entries.flatMap((entry) => textsOf(entry, 'updated'));
  if (updates.join() !== updates.toSorted().reverse().join()) wrong.push('its newest entry is not the first');
  if (updates.length > 0 && textsOf(atom, 'updated')[0] !== updates[0])
    wrong.push('it was updated at another time than its newest entry');
  return wrong;
}

function examineEntry(entry: XmlElement, { articles }: KnownFeed, known: KnownSite): string[] {
  const [address = ''] = textsOf(entry, 'id');
  const told = `the entry ${address}`;
  const wrong = examineParts(entry, told);
  const article = articles.find(({ id }) => absoluteUrl(articleUrl(id)) === address);
  if (article === undefined) return wrong;
  if (linkOf(entry, 'alternate').join() !== address)
    wrong.push(`${told} leads to ${linkOf(entry, 'alternate').join()}`);
  if (textsOf(entry, 'title')[0] !== article.title.trim()) wrong.push(`${told} has the title of another`);
  if (entry.attributes['xml:lang'] !== article.language) wrong.push(`${told} is in another language`);
  if (textsOf(entry, 'summary')[0] !== article.description) wrong.push(`${told} has the summary of another`);
  const topics = article.topics.map((id) => known.archive.recordByKey.get(`topics/${id}`)?.name);
  const terms = childrenOf(entry, 'category').map(({ attributes }) => attributes['term']);
  if (terms.join('\n') !== topics.join('\n')) wrong.push(`${told} has the topics ${terms.join(', ')}`);
  const [content] = childrenOf(entry, 'content');
  if (content?.attributes['type'] !== 'html') return [...wrong, `${told} has no text in HTML`];
  const page = parsePage('/', content.text);
  const [body] = findAll(page, 'body');
  const source = readSource(known.bodies.get(article.id) ?? '');
  if (body === undefined || !readProse(body).main.endsWith(source.main))
    wrong.push(`${told} has not the words of its article`);
  for (const element of page.elements) {
    for (const { name, value } of element.attrs) {
      if (name !== 'href' && name !== 'src') continue;
      if (!/^(?:https?|mailto):/.test(value))
        wrong.push(`${told} has an address that is not whole: ${value}`);
      const target = pathOf(value, '/');
      if (target !== undefined && !exists(known, target.path))
        wrong.push(`${told} leads to ${value}, which does not exist`);
    }
  }
  return wrong;
}

interface JsonFeed {
  version?: unknown;
  title?: unknown;
  feed_url?: unknown;
  home_page_url?: unknown;
  items?: { id?: unknown; url?: unknown; title?: unknown; content_html?: unknown; date_modified?: unknown }[];
}

function examineJson(json: JsonFeed, entries: readonly XmlElement[], { json: url }: KnownFeed): string[] {
  const wrong: string[] = [];
  if (json.version !== 'https://jsonfeed.org/version/1.1') wrong.push('it is of no known version');
  if (json.feed_url !== absoluteUrl(url)) wrong.push('it has the address of another feed');
  if (typeof json.title !== 'string' || json.title === '') wrong.push('it has no title');
  if (typeof json.home_page_url !== 'string') wrong.push('it leads to no page');
  const items = (json.items ?? []).map(({ id, url: page, title, content_html, date_modified }) =>
    [id, page, title, content_html, date_modified].map((value) => String(value).trim()).join('\n'),
  );
  const expected = entries.map((entry) =>
    [
      textsOf(entry, 'id')[0],
      linkOf(entry, 'alternate')[0],
      textsOf(entry, 'title')[0],
      textsOf(entry, 'content')[0],
      textsOf(entry, 'updated')[0],
    ].join('\n'),
  );
  const at = Math.max(items.length, expected.length);
  for (let index = 0; index < at; index += 1)
    if (items[index] !== expected[index]) {
      wrong.push(`its entry ${index + 1} is not that of the feed in XML`);
      break;
    }
  return wrong;
}
