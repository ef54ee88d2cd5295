// The page of an article against its file: every word of the copy in its order, every mention to its record, its own language.
import type { Article } from '../../src/archive/build.ts';
import { formatDate } from '../../src/components/dates.ts';
import { textDirection } from '../../src/schema/text-direction.ts';
import { absoluteUrl, articleUrl, imageUrl, permalinkUrl, recordUrl } from '../../src/urls.ts';
import { readProse, readSource, type CopyText } from './copy-text.ts';
import { languageOf, metaOf } from './examine-head.ts';
import {
  ancestorsOf,
  attributeOf,
  describeElement,
  descendantsOf,
  findAll,
  findInMain,
  hasClass,
  isElement,
  isWithin,
  textOf,
  wordsIn,
  wordsOf,
  type Element,
  type Page,
} from './html-tree.ts';
import type { KnownSite } from './known-site.ts';

export function examineArticle(page: Page, known: KnownSite): string[] {
  const subject = known.subjectOf(page.path);
  if (subject.kind !== 'article') return examineLinkedTitles(page, known);
  const { article } = subject;
  const [prose, ...more] = findInMain(page, 'div').filter((element) => hasClass(element, 'prose'));
  if (prose === undefined || more.length > 0)
    return [`it has ${more.length + (prose ? 1 : 0)} texts, not one`];
  const body = known.bodies.get(article.id) ?? '';
  return [
    ...compareText(readSource(body), readProse(prose)),
    ...compareLinks(page, prose, article, readSource(body)),
    ...examineMentions(page, prose, article, known),
    ...examineVisible(prose),
    ...examineOwnLanguage(page, prose, article),
    ...examineRecord(page, article),
    ...examineLinkedTitles(page, known),
  ];
}

function compareText(source: CopyText, shown: CopyText): string[] {
  const wrong = tellDifference(source.main, shown.main);
  if (source.notes.join('\n') !== shown.notes.join('\n'))
    wrong.push(...tellDifference(source.notes.join(' '), shown.notes.join(' ')));
  return wrong;
}

function tellDifference(source: string, shown: string): string[] {
  if (source === shown) return [];
  const [words, others] = [source.split(' '), shown.split(' ')];
  const at = words.findIndex((word, index) => word !== others[index]);
  const from = at === -1 ? words.length : at;
  const some = (list: readonly string[]): string => list.slice(from, from + 6).join(' ') || 'nothing more';
  return [`its text differs from its file: "${some(others)}" instead of "${some(words)}"`];
}

/** Links and pictures that the copy itself has. */
function compareLinks(page: Page, prose: Element, article: Article, source: CopyText): string[] {
  const shown = readProse(prose);
  const here = absoluteUrl(permalinkUrl(page.path));
  const whole = (href: string): string => (URL.canParse(href, here) ? new URL(href, here).href : href);
  const tell = (links: CopyText['links']): string =>
    links
      .map(({ href, text }) => `${text} (${whole(href)})`)
      .sort()
      .join(', ');
  const wrong: string[] = [];
  if (tell(source.links) !== tell(shown.links))
    wrong.push(`its text has the links ${tell(shown.links)}, and its file ${tell(source.links)}`);
  const pictures = source.pictures.map(({ src, alt }) => {
    const name = decodeURIComponent(src.slice(src.lastIndexOf('/') + 1));
    return `${imageUrl(article.id, name)} "${alt}"`;
  });
  const seen = shown.pictures.map(({ src, alt }) => `${src} "${alt}"`);
  if (pictures.join() !== seen.join())
    wrong.push(`its pictures are ${seen.join(', ')}, and those of its file ${pictures.join(', ')}`);
  return wrong;
}

/** Where no link can be made. */
const isClosed = ({ tagName }: Element): boolean => tagName === 'a' || tagName === 'code';

/** Every name that is linked is one that the archive recognized there, and the margin and the cards have each of them. */
function examineMentions(page: Page, prose: Element, article: Article, { archive }: KnownSite): string[] {
  const wrong: string[] = [];
  const linked = new Set<string>();
  for (const link of descendantsOf(prose).filter((element) => hasClass(element, 'name'))) {
    const text = textOf(link);
    const href = attributeOf(link, 'href') ?? '';
    const anchor = [link, ...ancestorsOf(link)].map((element) => attributeOf(element, 'id')).find(Boolean);
    const mention = article.mentions.find(
      (one) => one.spelling === text && one.anchor === anchor && recordUrl(one.collection, one.id) === href,
    );
    if (mention === undefined) wrong.push(`"${text}" in ${anchor} leads to ${href}, and is no such name`);
    if (linked.has(href)) wrong.push(`${href} is linked twice`);
    linked.add(href);
    const card = page.byId.get(attributeOf(link, 'interestfor') ?? '');
    const name = mention && archive.recordByKey.get(`${mention.collection}/${mention.id}`)?.name;
    if (card === undefined || name === undefined || !textOf(card).startsWith(name))
      wrong.push(`"${text}" in ${anchor} has not the card of ${name ?? 'a record'}`);
  }
  for (const mention of article.mentions) {
    const href = recordUrl(mention.collection, mention.id);
    const block = page.byId.get(mention.anchor);
    if (linked.has(href) || block === undefined || !textOf(block, isClosed).includes(mention.spelling))
      continue;
    wrong.push(`"${mention.spelling}" in ${mention.anchor} does not lead to ${href}`);
    linked.add(href);
  }
  const expected = new Map<string, number>();
  for (const { collection, id } of article.mentions)
    expected.set(recordUrl(collection, id), (expected.get(recordUrl(collection, id)) ?? 0) + 1);
  const margin = findInMain(page, 'aside').filter((element) => hasClass(element, 'inside'));
  const items = margin.flatMap(descendantsOf).filter(({ tagName }) => tagName === 'li');
  const told = new Map(
    items.map((item): [string, number] => {
      const [link, count] = item.childNodes.filter(isElement);
      return [link ? (attributeOf(link, 'href') ?? '') : '', count ? Number(textOf(count)) : 0];
    }),
  );
  for (const topic of article.topics) expected.set(recordUrl('topics', topic), 0);
  for (const [href, count] of expected)
    if (told.get(href) !== count) wrong.push(`its margin does not say that it names ${href} ${count} times`);
  for (const href of told.keys())
    if (!expected.has(href)) wrong.push(`its margin has ${href}, which it does not name`);
  const linkable = findInMain(page, 'div').filter((element) => attributeOf(element, 'popover') !== undefined);
  const named = new Set(article.mentions.map(({ collection, id }) => `${collection}/${id}`));
  if (linkable.length !== named.size) wrong.push(`it has ${linkable.length} cards for ${named.size} names`);
  return wrong;
}

/** What stands on the page and is kept from some of its readers is as good as lost. */
function examineVisible(prose: Element): string[] {
  return [...ancestorsOf(prose), prose, ...descendantsOf(prose)].flatMap((element) => {
    const isKept =
      ['hidden', 'inert', 'aria-hidden', 'popover'].some(
        (name) => attributeOf(element, name) !== undefined,
      ) ||
      (hasClass(element, 'hidden') && attributeOf(element, 'id') !== 'footnote-label');
    return isKept ? [`${describeElement(element)} hides words of the copy`] : [];
  });
}

function examineOwnLanguage(page: Page, prose: Element, article: Article): string[] {
  const right = `${article.language} ${textDirection(article.language)}`;
  return [prose, ...findAll(page, 'h1')].flatMap((element) => {
    const { lang, dir } = languageOf(element);
    return `${lang} ${dir}` === right
      ? []
      : [`${describeElement(element)} is in ${lang} ${dir}, and the article in ${right}`];
  });
}

/** Who wrote it, when and for whom, to readers and to machines. */
function examineRecord(page: Page, article: Article): string[] {
  const wrong: string[] = [];
  const authors = findInMain(page, 'a')
    .filter((link) => wordsOf(link, 'rel').includes('author'))
    .map((link) => attributeOf(link, 'href'));
  const expected = article.authors.map((id) => recordUrl('people', id));
  if (authors.join() !== expected.join()) wrong.push(`its byline is by ${authors.join(', ') || 'nobody'}`);
  const credits = findInMain(page, 'time').filter((time) =>
    isWithin(time, (around) => hasClass(around, 'credits')),
  );
  if (credits.length !== 1 || attributeOf(credits[0] as Element, 'datetime') !== article.published)
    wrong.push(`its byline does not date it ${article.published}`);
  const values: [name: string, value: string][] = [
    ['citation_title', article.title],
    ['citation_date', article.published],
    ['citation_language', article.language],
    ['article:published_time', `${article.published}T00:00:00Z`],
  ];
  for (const [name, value] of values)
    if (metaOf(page, name).join() !== value)
      wrong.push(`its ${name} is ${metaOf(page, name).join()}, not ${value}`);
  const main = wordsIn(
    findAll(page, 'main')
      .map((element) => textOf(element))
      .join(' '),
  );
  for (const text of [
    article.description,
    ...article.corrections.map(({ date, note }) => `${formatDate(date)}: ${wordsIn(note)}`),
  ])
    if (!main.includes(wordsIn(text))) wrong.push(`readers do not see "${text}"`);
  return wrong;
}

/** Wherever a headline or a passage leads to an article, it is in the language of that article. */
function examineLinkedTitles(page: Page, { archive }: KnownSite): string[] {
  return findInMain(page, 'a').flatMap((link) => {
    const [path = '', anchor] = (attributeOf(link, 'href') ?? '').split('#');
    const article = articleAt(path, archive.articleById);
    if (article === undefined) return [];
    const isPassage =
      anchor !== undefined &&
      !hasClass(link, 'within') &&
      isWithin(link, (around) => hasClass(around, 'passages'));
    const isTitle = wordsIn(textOf(link)) === wordsIn(article.title);
    const { lang } = languageOf(link);
    return (isPassage || isTitle) && lang !== article.language
      ? [`${describeElement(link)} is in "${lang}", and what it says in "${article.language}"`]
      : [];
  });
}

const articleAt = (path: string, articles: ReadonlyMap<string, Article>): Article | undefined => {
  const [, id] = /(\d{4}\/\d\d\/\d\d\/[^/]+)\/$/.exec(path) ?? [];
  const article = id === undefined ? undefined : articles.get(id);
  return article !== undefined && articleUrl(article.id) === path ? article : undefined;
};
