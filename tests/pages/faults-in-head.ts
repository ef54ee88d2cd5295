// Faults in the head of a page, in its languages, in what it may run and fetch, and in what it says to machines.
import { textDirection } from '../../src/schema/text-direction.ts';
import { absoluteUrl, articleCardUrl, permalinkUrl } from '../../src/urls.ts';
import { attributeOf, findAll, findInMain, hasClass, textOf, type Element, type Page } from './html-tree.ts';
import { pagePaths } from './known-site.ts';
import { pick } from './page-kinds.ts';
import {
  append,
  edit,
  endTagOf,
  inFirst,
  inMain,
  insertAfter,
  insertBefore,
  isArticle,
  isLink,
  isMeta,
  isRecord,
  isTag,
  pickOne,
  placeOf,
  remove,
  setAttribute,
  sourceOf,
  startTagOf,
  type PageFault,
  type Seedbed,
} from './seed-page.ts';

const dropMeta = (name: string): PageFault['seed'] => inFirst(isMeta(name), remove);
const dropLink = (rel: string): PageFault['seed'] => inFirst(isLink(rel), remove);
const setMeta = (name: string, content: (bed: Seedbed) => string | undefined): PageFault['seed'] =>
  inFirst(isMeta(name), (page, element, bed) => {
    const value = content(bed);
    return value === undefined ? undefined : setAttribute(page, element, 'content', value);
  });
const inHead = (text: string): PageFault['seed'] =>
  inFirst(isTag('head'), (page, element) => append(page, element, text));
const inBody = (text: string): PageFault['seed'] =>
  inFirst(isTag('main'), (page, element) => append(page, element, text));

/** The path of another page. */
const another = ({ page, known, random }: Seedbed): string =>
  pick(
    pagePaths(known).filter((path) => path !== page.path && known.subjectOf(path).kind !== 'moved'),
    random,
  );

function anotherArticle({ page, known, random }: Seedbed): string {
  const ids = known.archive.articles.map(({ id }) => id).filter((id) => !page.path.includes(id));
  return pick(ids, random);
}

const changePolicy = (change: (policy: string) => string): PageFault['seed'] =>
  inFirst(isMeta('content-security-policy'), (page, element) =>
    setAttribute(page, element, 'content', change(attributeOf(element, 'content') ?? '')),
  );

/** The texts of the page that are in another language than its own. */
const foreignTexts = (page: Page): Element[] =>
  findInMain(page, 'h1', 'div', 'a', 'h2', 'h3', 'h4').filter(
    (element) => attributeOf(element, 'lang') !== undefined && textOf(element).trim() !== '',
  );

const changeData =
  (
    isSuch: (node: Record<string, unknown>) => boolean,
    change: (node: Record<string, unknown>, bed: Seedbed) => void,
  ): PageFault['seed'] =>
  (bed) => {
    for (const script of findAll(bed.page, 'script')) {
      if (attributeOf(script, 'type') !== 'application/ld+json') continue;
      const node = JSON.parse(textOf(script)) as Record<string, unknown>;
      if (!isSuch(node)) continue;
      change(node, bed);
      const end = endTagOf(script);
      if (end === undefined) return undefined;
      const text = JSON.stringify(node).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
      return edit(bed.page, { start: startTagOf(script).end, end: end.start, text });
    }
    return undefined;
  };

const isAbout = (node: Record<string, unknown>): boolean => 'url' in node && 'mainEntityOfPage' in node;
const isCrumbs = (node: Record<string, unknown>): boolean => node['@type'] === 'BreadcrumbList';

export const faultsInLanguage: readonly PageFault[] = [
  {
    name: 'a wrong language',
    seed: inFirst(isTag('html'), (page, element) => setAttribute(page, element, 'lang', 'fr')),
  },
  {
    name: 'no language',
    seed: inFirst(isTag('html'), (page, element) => setAttribute(page, element, 'lang', undefined)),
  },
  {
    name: 'a wrong direction',
    seed: inFirst(isTag('html'), (page, element) => setAttribute(page, element, 'dir', 'rtl')),
  },
  {
    name: 'a text in another language that does not say so',
    seed: (bed) => {
      const element = pickOne(bed, foreignTexts(bed.page));
      return element && setAttribute(bed.page, element, 'lang', undefined);
    },
  },
  {
    name: 'a text that is said to be in another language',
    where: isArticle,
    seed: inFirst(
      (element) => hasClass(element, 'prose'),
      (page, element) =>
        setAttribute(page, element, 'lang', attributeOf(element, 'lang') === 'de' ? 'ar' : 'de'),
    ),
  },
  {
    name: 'a text from right to left that does not say so',
    seed: (bed) => {
      const turned = foreignTexts(bed.page).filter(
        (element) => textDirection(attributeOf(element, 'lang') ?? '') === 'rtl',
      );
      const element = pickOne(bed, turned);
      return element && setAttribute(bed.page, element, 'dir', undefined);
    },
  },
];

export const faultsInHead: readonly PageFault[] = [
  { name: 'no doctype', seed: ({ page }) => page.html.replace(/^<!doctype html>/i, '') },
  {
    name: 'a charset that is not the first in the head',
    seed: ({ page }) => {
      const charset = findAll(page, 'meta').find((meta) => attributeOf(meta, 'charset') !== undefined);
      const [title] = findAll(page, 'title');
      if (charset === undefined || title === undefined) return undefined;
      const { end } = placeOf(title);
      return edit(
        page,
        { ...placeOf(charset), text: '' },
        { start: end, end, text: sourceOf(page, placeOf(charset)) },
      );
    },
  },
  {
    name: 'another charset',
    seed: inFirst(
      (element) => attributeOf(element, 'charset') !== undefined,
      (page, element) => setAttribute(page, element, 'charset', 'iso-8859-1'),
    ),
  },
  { name: 'no viewport', seed: dropMeta('viewport') },
  {
    name: 'a viewport that cannot be zoomed',
    seed: setMeta('viewport', () => 'width=device-width, user-scalable=no'),
  },
  { name: 'no title', seed: inFirst(isTag('title'), remove) },
  {
    name: 'the title of another page',
    seed: inFirst(isTag('title'), (page, element) => {
      const end = endTagOf(element);
      return (
        end && edit(page, { start: startTagOf(element).end, end: end.start, text: 'Another page · Dateline' })
      );
    }),
  },
  {
    name: 'the date of another page everywhere',
    where: (path) => /^\/\d{4}\/\d\d\/\d\d\/$/.test(path),
    seed: ({ page }) => {
      const [heading] = findAll(page, 'h1');
      return heading && page.html.replaceAll(textOf(heading), '5 June 1987');
    },
  },
  { name: 'no description', seed: dropMeta('description') },
  {
    name: 'the description of another page',
    seed: setMeta('description', () => 'What another page has to say of itself.'),
  },
  {
    name: 'title and description of another record, everywhere in the head',
    where: isRecord,
    seed: ({ page, known }) => {
      const subject = known.subjectOf(page.path);
      if (subject.kind !== 'record') return undefined;
      return page.html.replaceAll(subject.record.description, 'Somebody else altogether.');
    },
  },
  { name: 'a noindex', seed: inHead('<meta name="robots" content="noindex">') },
  {
    name: 'the picture of another article',
    seed: setMeta('og:image', (bed) => absoluteUrl(articleCardUrl(anotherArticle(bed)))),
  },
  { name: 'no picture', seed: dropMeta('og:image') },
  {
    name: 'a picture that does not exist',
    seed: setMeta('og:image', () => absoluteUrl('/cards/1900/01/01/none.png')),
  },
  {
    name: 'the canonical address of another page',
    seed: inFirst(isLink('canonical'), (page, element, bed) =>
      setAttribute(page, element, 'href', absoluteUrl(permalinkUrl(another(bed)))),
    ),
  },
  { name: 'no canonical address', seed: dropLink('canonical') },
  {
    name: 'two canonical addresses',
    seed: inHead('<link rel="canonical" href="https://dateline.example/">'),
  },
  {
    name: 'the shared address of another page',
    seed: setMeta('og:url', (bed) => absoluteUrl(permalinkUrl(another(bed)))),
  },
  {
    name: 'a wrong hreflang',
    seed: inHead('<link rel="alternate" hreflang="fr" href="https://dateline.example/">'),
  },
  {
    name: 'a feed that does not exist',
    seed: inFirst(
      (element) => attributeOf(element, 'type') === 'application/atom+xml',
      (page, element) => setAttribute(page, element, 'href', '/no-such/feed.xml'),
    ),
  },
  {
    name: 'no feed',
    seed: ({ page }) =>
      edit(
        page,
        ...findAll(page, 'link')
          .filter((link) => attributeOf(link, 'type') === 'application/atom+xml')
          .map((link) => ({ ...placeOf(link), text: '' })),
      ),
  },
  { name: 'no icon', seed: dropLink('icon') },
  {
    name: 'a way to another page that nobody asked for',
    seed: inHead('<meta http-equiv="refresh" content="5; url=/about/">'),
  },
  {
    name: 'the publication date of another article',
    where: isArticle,
    seed: setMeta('article:published_time', () => '1987-06-05T00:00:00Z'),
  },
];

export const faultsInSafety: readonly PageFault[] = [
  { name: 'a script from elsewhere', seed: inHead('<script src="https://cdn.example/x.js"></script>') },
  { name: 'a script of its own', seed: inBody('<script>document.title = "x"</script>') },
  {
    name: 'a picture from elsewhere',
    seed: inBody('<img src="https://cdn.example/x.png" alt="x" width="1" height="1">'),
  },
  {
    name: 'a set of pictures from elsewhere',
    seed: inBody('<img src="/icon-180.png" srcset="//cdn.example/x.png 2x" alt="x" width="1" height="1">'),
  },
  { name: 'styles from elsewhere', seed: inHead('<link rel="stylesheet" href="https://cdn.example/x.css">') },
  {
    name: 'an origin that is asked ahead',
    seed: inHead('<link rel="preconnect" href="https://cdn.example">'),
  },
  {
    name: 'a face from elsewhere',
    seed: inFirst(isTag('style'), (page, element) =>
      append(page, element, '@font-face{font-family:X;src:url(https://cdn.example/x.woff2)}'),
    ),
  },
  {
    name: 'a rule that its policy does not know',
    seed: inFirst(isTag('style'), (page, element) => append(page, element, 'p{color:red}')),
  },
  {
    name: 'a handler',
    seed: inMain(['a', 'p'], (page, element) => setAttribute(page, element, 'onclick', 'alert(1)')),
  },
  {
    name: 'a style attribute',
    seed: inMain(['p', 'div', 'li'], (page, element) => setAttribute(page, element, 'style', 'color: red')),
  },
  {
    name: 'an address that runs',
    seed: inMain(['a'], (page, element) => setAttribute(page, element, 'href', 'java\tscript:alert(1)')),
  },
  { name: 'a frame', seed: inBody('<iframe src="/about/" title="x"></iframe>') },
  {
    name: 'a form that sends elsewhere',
    seed: inFirst(isTag('form'), (page, element) =>
      setAttribute(page, element, 'action', 'https://cdn.example/'),
    ),
  },
  { name: 'another base', seed: inHead('<base href="https://cdn.example/">') },
  { name: 'no policy', seed: dropMeta('content-security-policy') },
  {
    name: "a policy with 'unsafe-inline'",
    seed: changePolicy((policy) => policy.replace('style-src', "style-src 'unsafe-inline'")),
  },
  {
    name: 'a policy that names another origin',
    seed: changePolicy((policy) => policy.replace("img-src 'self'", "img-src 'self' https://cdn.example")),
  },
  {
    name: 'a policy that does not begin from nothing',
    seed: changePolicy((policy) => policy.replace("default-src 'none'", "default-src 'self'")),
  },
  {
    name: 'a policy that comes late',
    seed: ({ page }) => {
      const policy = page.elements.find(isMeta('content-security-policy'));
      const style = page.elements.find(isTag('style'));
      if (policy === undefined || style === undefined) return undefined;
      const { end } = placeOf(style);
      return edit(
        page,
        { ...placeOf(policy), text: '' },
        { start: end, end, text: sourceOf(page, placeOf(policy)) },
      );
    },
  },
  {
    name: 'a < in an attribute that is not escaped',
    seed: inMain(['p', 'a'], (page, element) => setAttribute(page, element, 'title', '<script>')),
  },
];

export const faultsInLinks: readonly PageFault[] = [
  {
    name: 'a link to a page that does not exist',
    seed: inMain(['a'], (page, element) => setAttribute(page, element, 'href', '/no/such/page/')),
  },
  {
    name: 'a link without its last slash',
    seed: inMain(['a'], (page, element) => {
      const href = attributeOf(element, 'href') ?? '';
      return /^\/.+\/$/.test(href) ? setAttribute(page, element, 'href', href.slice(0, -1)) : undefined;
    }),
  },
  {
    name: 'a fragment that is not on the page',
    seed: inMain(['p'], (page, element) => append(page, element, '<a href="#no-such-id">x</a>')),
  },
  {
    name: 'a fragment that is not on another page',
    seed: inMain(['p'], (page, element, bed) =>
      append(page, element, `<a href="${permalinkUrl(another(bed))}#no-such-id">x</a>`),
    ),
  },
  {
    name: 'a file of faces that does not exist',
    seed: ({ page }) => {
      const style = page.elements.find(isTag('style'));
      if (style === undefined) return undefined;
      const { start, end } = placeOf(style);
      return edit(page, { start, end, text: sourceOf(page, { start, end }).replaceAll('.woff2', '.woff') });
    },
  },
];

export const faultsInData: readonly PageFault[] = [
  {
    name: 'linked data that cannot be read',
    seed: inFirst(
      (element) => attributeOf(element, 'type') === 'application/ld+json',
      (page, element) => append(page, element, '}'),
    ),
  },
  {
    name: 'linked data with the address of another page',
    seed: changeData(isAbout, (node, bed) => {
      node['url'] = absoluteUrl(permalinkUrl(another(bed)));
    }),
  },
  {
    name: 'linked data of another type',
    seed: changeData(isAbout, (node) => {
      node['@type'] = 'Event';
    }),
  },
  {
    name: 'linked data with a word that schema.org does not know',
    seed: changeData(
      () => true,
      (node) => {
        node['heading'] = 'x';
      },
    ),
  },
  {
    name: 'linked data with another date',
    where: isArticle,
    seed: changeData(isAbout, (node) => {
      node['datePublished'] = '1987-06-05T00:00:00Z';
    }),
  },
  {
    name: 'breadcrumbs that machines read in another order',
    seed: changeData(isCrumbs, (node) => {
      (node['itemListElement'] as unknown[]).reverse();
    }),
  },
  {
    name: 'no linked data',
    where: (path, known) => isArticle(path, known) || isRecord(path, known),
    seed: ({ page }) =>
      edit(
        page,
        ...findAll(page, 'script')
          .filter((script) => attributeOf(script, 'type') === 'application/ld+json')
          .map((script) => ({ ...placeOf(script), text: '' })),
      ),
  },
  {
    name: 'linked data between other elements',
    seed: inFirst(isTag('title'), (page, element) =>
      insertAfter(page, element, '<script type="application/ld+json">{"@type":"Thing"}</script>'),
    ),
  },
  {
    name: 'words before the head',
    seed: inFirst(isTag('head'), (page, element) => insertBefore(page, element, 'x')),
  },
];
