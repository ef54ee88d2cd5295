// The JSON-LD of a page: readable, in words that schema.org knows, about this page and no other, and as its readers see it.
import { renderInstant } from '../../src/archive/revised.ts';
import { site } from '../../src/site.ts';
import { absoluteUrl, permalinkUrl } from '../../src/urls.ts';
import { findUnknown } from '../exports/schema-org.ts';
import { metaOf } from './examine-head.ts';
import { exists, pathOf } from './examine-links.ts';
import { readBreadcrumbs } from './examine-structure.ts';
import { attributeOf, findAll, textOf, type Page } from './html-tree.ts';
import type { KnownSite, Subject } from './known-site.ts';

type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

export function examineLinkedData(page: Page, known: KnownSite): string[] {
  const nodes: Node[] = [];
  for (const script of findAll(page, 'script')) {
    if (attributeOf(script, 'type') !== 'application/ld+json') continue;
    try {
      const node = JSON.parse(textOf(script)) as unknown;
      if (!isNode(node)) return ['its linked data is no object'];
      nodes.push(node);
    } catch {
      return ['its linked data cannot be read'];
    }
  }
  const subject = known.subjectOf(page.path);
  return [
    ...nodes.flatMap((node) => [
      ...(node['@context'] === 'https://schema.org' ? [] : ['its linked data names no context']),
      ...findUnknown(node).map((name) => `schema.org has no ${name}`),
    ]),
    ...nodes.flatMap(listAddresses).flatMap((address) => {
      const target = pathOf(address, page.path);
      return target === undefined || exists(known, target.path)
        ? []
        : [`its linked data leads to ${address}, which does not exist`];
    }),
    ...examineSubject(page, subject, nodes),
    ...examineBreadcrumbs(page, subject, nodes),
    ...nodes.filter((node) => node['@type'] === 'ItemList').flatMap(examineList),
  ];
}

/** Everything in a node that is an address of the site. */
function listAddresses(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith(`${site.origin}/`) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap(listAddresses);
  return isNode(value) ? Object.values(value).flatMap(listAddresses) : [];
}

const recordTypes = {
  people: 'Person',
  places: 'Place',
  organizations: 'Organization',
  topics: 'DefinedTerm',
  publications: 'NewsMediaOrganization',
} as const;

/** An article and a record say who and what they are; other pages list something, or say nothing. */
function examineSubject(page: Page, subject: Subject, nodes: readonly Node[]): string[] {
  if (subject.kind !== 'article' && subject.kind !== 'record') return [];
  const type = subject.kind === 'article' ? 'NewsArticle' : recordTypes[subject.record.collection];
  const about = nodes.filter((node) => node['@type'] === type);
  const [node] = about;
  if (node === undefined || about.length > 1) return [`it has ${about.length} nodes of ${type}, not one`];
  const address = absoluteUrl(permalinkUrl(page.path));
  const expected: [key: string, value: unknown][] = [
    ['@id', address],
    ['url', address],
    ['mainEntityOfPage', address],
  ];
  if (subject.kind === 'record') {
    expected.push(['name', subject.record.name], ['description', subject.record.description]);
  } else {
    const { article } = subject;
    expected.push(
      ['headline', article.title],
      ['description', article.description],
      ['datePublished', renderInstant(article.published)],
      ['inLanguage', article.language],
      ['wordCount', article.words],
      ['license', article.rights.statement],
      ...(article.images.length === 0 ? [['image', metaOf(page, 'og:image')[0]] as [string, unknown]] : []),
    );
  }
  return expected.flatMap(([key, value]) =>
    node[key] === value
      ? []
      : [`its ${type} says ${key} ${JSON.stringify(node[key])}, not ${JSON.stringify(value)}`],
  );
}

/** The last step is the page itself, those before it are the way that its readers see. */
function examineBreadcrumbs(page: Page, subject: Subject, nodes: readonly Node[]): string[] {
  const lists = nodes.filter((node) => node['@type'] === 'BreadcrumbList');
  const seen = readBreadcrumbs(page);
  const needed = subject.kind === 'article' || seen.length > 0 ? 1 : 0;
  if (lists.length !== needed) return [`it has ${lists.length} lists of breadcrumbs, not ${needed}`];
  return lists.flatMap((list) => {
    const steps = listOf(list['itemListElement']);
    const here = steps.at(-1);
    const told = steps.slice(0, -1).map((step) => `${String(step['name'])} ${String(step['item'])}`);
    const shown = seen.map(({ href, text }) => `${text} ${absoluteUrl(href)}`);
    return [
      ...examinePositions(steps),
      ...(here?.['item'] === absoluteUrl(permalinkUrl(page.path))
        ? []
        : ['its breadcrumbs do not end at it']),
      ...(subject.kind === 'article' || told.join('\n') === shown.join('\n')
        ? []
        : [`its breadcrumbs are "${shown.join(', ')}" to readers and "${told.join(', ')}" to machines`]),
    ];
  });
}

function examineList(list: Node): string[] {
  const items = listOf(list['itemListElement']);
  const total = Number(list['numberOfItems']);
  return [
    ...examinePositions(items),
    ...(total >= items.length && (total === items.length || items.length >= 30)
      ? []
      : [`its list has ${items.length} items and says ${total}`]),
  ];
}

const examinePositions = (items: readonly Node[]): string[] =>
  items.every((item, index) => item['position'] === index + 1) ? [] : ['its list is not numbered from 1'];
