// The head of a page: its language, title, description and address, and what it is shared with, each the page's own.
import { formatDate } from '../../src/components/dates.ts';
import { textDirection } from '../../src/schema/text-direction.ts';
import { site } from '../../src/site.ts';
import { absoluteUrl, archiveCardUrl, articleCardUrl, permalinkPath, permalinkUrl } from '../../src/urls.ts';
import {
  attributeOf,
  describeElement,
  findAll,
  hasClass,
  isElement,
  textOf,
  wordsIn,
  wordsOf,
  type Element,
  type Page,
} from './html-tree.ts';
import type { KnownSite, Subject } from './known-site.ts';

export function examineHead(page: Page, known: KnownSite): string[] {
  const subject = known.subjectOf(page.path);
  return [
    ...examineLanguage(page, known),
    ...examineOrder(page),
    ...examineMetadata(page, subject),
    ...examinePicture(page, subject, known),
    ...examineHeadLinks(page, subject),
  ];
}

/** The values of a `meta`, by `name`, `property` or `http-equiv`. */
export const metaOf = (page: Page, name: string): string[] =>
  findAll(page, 'meta').flatMap((element) =>
    ['name', 'property', 'http-equiv'].some((key) => attributeOf(element, key)?.toLowerCase() === name)
      ? [attributeOf(element, 'content') ?? '']
      : [],
  );

/** The links of the head of one relation. */
export const linksOf = (page: Page, rel: string): Element[] =>
  findAll(page, 'link').filter((element) => wordsOf(element, 'rel').includes(rel));

/** In which language and direction the text of an element is, as the nearest attributes around it say. */
export function languageOf(element: Element): { lang: string; dir: string } {
  const own = { lang: attributeOf(element, 'lang'), dir: attributeOf(element, 'dir') };
  const { parentNode } = element;
  const outer =
    parentNode !== null && isElement(parentNode) ? languageOf(parentNode) : { lang: '', dir: 'ltr' };
  return { lang: own.lang ?? outer.lang, dir: own.dir ?? outer.dir };
}

function examineLanguage(page: Page, { archive }: KnownSite): string[] {
  const [html] = page.elements;
  const languages = new Set([site.language, ...archive.articles.map(({ language }) => language)]);
  const wrong: string[] = [];
  const lang = html && attributeOf(html, 'lang');
  const dir = html && attributeOf(html, 'dir');
  if (lang !== site.language) wrong.push(`its language is "${lang}", and the site speaks ${site.language}`);
  if (dir !== textDirection(site.language)) wrong.push(`its direction is "${dir}"`);
  for (const element of page.elements) {
    const own = attributeOf(element, 'lang');
    if (own !== undefined && !languages.has(own))
      wrong.push(`${describeElement(element)} is in "${own}", in which the archive has nothing`);
    const isSet = own !== undefined || attributeOf(element, 'dir') !== undefined;
    const read = languageOf(element);
    // The place that the archive puts before a text stands on the side on which the text begins.
    const isGuest = element.tagName === 'bdi' || hasClass(element, 'place');
    if (isSet && !isGuest && languages.has(read.lang) && read.dir !== textDirection(read.lang))
      wrong.push(`${describeElement(element)} is in "${read.lang}" and runs ${read.dir}`);
  }
  return wrong;
}

/** The charset counts only if it is read before any text, and a policy only for what comes after it. */
function examineOrder(page: Page): string[] {
  const [head] = findAll(page, 'head');
  const [first, second] = head?.childNodes.filter(isElement) ?? [];
  const charsets = findAll(page, 'meta').filter((meta) => attributeOf(meta, 'charset') !== undefined);
  const wrong: string[] = [];
  if (!page.html.toLowerCase().startsWith('<!doctype html>'))
    wrong.push('it does not begin with its doctype');
  if (first === undefined || attributeOf(first, 'charset')?.toLowerCase() !== 'utf-8')
    wrong.push('its head does not begin with the charset');
  if (charsets.length !== 1) wrong.push(`it names a charset ${charsets.length} times`);
  if (second === undefined || attributeOf(second, 'http-equiv')?.toLowerCase() !== 'content-security-policy')
    wrong.push('its policy does not come right after the charset');
  return wrong;
}

function examineMetadata(page: Page, subject: Subject): string[] {
  const wrong: string[] = [];
  const once = (name: string): string | undefined => {
    const values = metaOf(page, name);
    if (values.length > 1) wrong.push(`it has ${values.length} of ${name}`);
    return values[0];
  };
  const isServed = subject.kind !== 'missing' && subject.kind !== 'moved';
  const viewport = once('viewport');
  if (!viewport?.includes('width=device-width')) wrong.push('it has no viewport as wide as the device');
  if (/user-scalable\s*=\s*(?:no|0)|maximum-scale/.test(viewport ?? ''))
    wrong.push('its viewport keeps readers from zooming');

  const titles = findAll(page, 'title').filter(({ namespaceURI }) => namespaceURI.endsWith('/xhtml'));
  const title = titles[0] === undefined ? '' : textOf(titles[0]);
  const short = once('og:title') ?? '';
  if (titles.length !== 1 || title.trim() === '') wrong.push(`it has ${titles.length} titles`);
  if (title !== short && title !== `${short} · ${site.name}`)
    wrong.push(`its title is "${title}", but it is shared as "${short}"`);
  const heading = findAll(page, 'h1')[0];
  const said = heading === undefined ? '' : wordsIn(textOf(heading));
  // The name of a page in a window may be shorter than its heading.
  if (subject.kind !== 'other' && said !== wordsIn(short))
    wrong.push(`its heading is "${said}", but its title "${short}"`);
  if (subject.kind === 'other' && !isAlike(said, short))
    wrong.push(`its heading "${said}" has nothing of its title "${short}"`);
  const date = /^\/(\d{4}(?:\/\d\d){0,2})\/$/.exec(page.path)?.[1]?.replaceAll('/', '-');
  if (date !== undefined && (said !== formatDate(date) || short !== formatDate(date)))
    wrong.push(`its title is "${short}", and it is the page of ${formatDate(date)}`);

  const description = once('description');
  if (isServed && !description?.trim()) wrong.push('it has no description');
  if (description !== once('og:description'))
    wrong.push('it is shared with another description than its own');
  const told =
    subject.kind === 'article'
      ? { title: subject.article.title, description: subject.article.description }
      : subject.kind === 'record'
        ? { title: subject.record.name, description: subject.record.description }
        : undefined;
  if (told !== undefined && (short !== told.title || description !== told.description))
    wrong.push(`its title or description is not that of its file, "${told.title}"`);

  const robots = once('robots')?.toLowerCase();
  const isHidden = robots !== undefined && /noindex|none|nosnippet|unavailable_after/.test(robots);
  if (isServed && isHidden) wrong.push(`it asks search engines to leave it out: "${robots}"`);
  if (subject.kind === 'missing' && !isHidden) wrong.push('search engines would list it');

  const canonical = linksOf(page, 'canonical').map((link) => attributeOf(link, 'href') ?? '');
  const address = absoluteUrl(
    subject.kind === 'moved' && subject.to !== undefined ? subject.to : permalinkUrl(page.path),
  );
  if (canonical.length !== 1 || canonical[0] !== address)
    wrong.push(`its canonical address is ${canonical.join(', ') || 'missing'}, not ${address}`);
  for (const name of ['og:url', ...(subject.kind === 'article' ? ['citation_public_url'] : [])]) {
    const value = once(name);
    if (value !== address) wrong.push(`its ${name} is ${value ?? 'missing'}, not ${address}`);
  }
  if (once('og:type') !== (subject.kind === 'article' ? 'article' : 'website'))
    wrong.push('its og:type is not that of its kind');
  if (once('og:site_name') !== site.name) wrong.push('it does not say of which site it is');
  if (once('twitter:card') === undefined) wrong.push('it has no twitter:card');
  return wrong;
}

/** Whether one of two headings has a word of the other. */
function isAlike(one: string, other: string): boolean {
  const words = new Set(
    other
      .toLowerCase()
      .split(/\P{L}+/u)
      .filter((word) => word !== ''),
  );
  return (
    one
      .toLowerCase()
      .split(/\P{L}+/u)
      .some((word) => words.has(word)) || one === other
  );
}

/** An article is shared with its own picture if one was drawn, every other page with that of the archive. */
function examinePicture(page: Page, subject: Subject, { files }: KnownSite): string[] {
  const pictures = metaOf(page, 'og:image');
  const own = subject.kind === 'article' ? articleCardUrl(subject.article.id) : undefined;
  const right = own !== undefined && files.has(permalinkPath(own)) ? own : archiveCardUrl();
  if (!files.has(permalinkPath(right))) return [`its picture ${right} does not exist`];
  return pictures.length === 1 && pictures[0] === absoluteUrl(right)
    ? []
    : [`it is shared with ${pictures.join(', ') || 'no picture'}, not with ${absoluteUrl(right)}`];
}

function examineHeadLinks(page: Page, subject: Subject): string[] {
  const wrong: string[] = [];
  for (const rel of ['icon', 'apple-touch-icon', 'manifest', 'search', 'canonical'])
    if (linksOf(page, rel).length !== 1) wrong.push(`it has ${linksOf(page, rel).length} links of ${rel}`);
  for (const type of ['application/atom+xml', 'application/feed+json'])
    if (!linksOf(page, 'alternate').some((link) => attributeOf(link, 'type') === type))
      wrong.push(`it leads to no feed of ${type}`);
  for (const element of page.elements) {
    const language = attributeOf(element, 'hreflang');
    // No page has a translation.
    if (language !== undefined && (subject.kind !== 'article' || language !== subject.article.language))
      wrong.push(`${describeElement(element)} has hreflang="${language}", and no page has a translation`);
  }
  const refresh = metaOf(page, 'refresh');
  if (subject.kind === 'moved' && subject.to !== undefined) {
    if (refresh.length !== 1 || refresh[0] !== `0; url=${subject.to}`)
      wrong.push(`it does not lead on to ${subject.to}`);
  } else if (refresh.length > 0) wrong.push('it leads on to another page by itself');
  return wrong;
}
