// Finds what a browser would run, load or apply in a finished page although the project did not write it.
import { parse } from 'postcss';
import { valueOf } from '../markdown/html-tree.ts';
import type { PageAttribute, PageElement } from '../markdown/plain-html.ts';
import { site } from '../site.ts';
import { sitePath } from '../urls.ts';
import { layerOrder, speculationRules, type RouteMarkup } from './own-markup.ts';

/** Something in a page that the project did not write. */
export interface Stray {
  /** `a script`, `the handler "onclick"` */
  what: string;
  element: PageElement;
}

/** Elements that bring in other pages or programs, or change what an address or a name means. */
const foreignElements = new Set(
  'applet base embed fencedframe frame frameset iframe object portal animate animatemotion animatetransform set'.split(
    ' ',
  ),
);

/** Links that the project writes; those that load something must stay within the archive. */
const quietRelations = new Set(
  'alternate author canonical cite-as collection describedby item latest-version license memento next original prev type'.split(
    ' ',
  ),
);
const loadingRelations = new Set(['apple-touch-icon', 'icon', 'manifest', 'preload', 'search']);

/** Attributes with an address, besides `href`. */
const addressAttributes = new Set(
  'action background cite data formaction longdesc manifest poster src xlink:href'.split(' '),
);

/** Elements whose `href` is followed only when a reader asks for it. */
const followed = new Set(['a', 'area', 'link']);

/** Attributes that run or load something whatever their value. */
const forbiddenAttributes = new Set(['ping', 'srcdoc', 'style', 'imagesrcset']);

/** Every stray of a page, in document order. */
export function findStrays(elements: readonly PageElement[], own: RouteMarkup): Stray[] {
  return elements.flatMap((element) => {
    const what = [describeElement(element, own), ...element.attrs.map(describeAttribute(element))];
    return what.filter((words) => words !== undefined).map((words) => ({ what: words, element }));
  });
}

function describeElement(element: PageElement, own: RouteMarkup): string | undefined {
  const { tagName } = element;
  if (foreignElements.has(tagName.toLowerCase())) return `the element <${tagName}>`;
  if (tagName === 'script') return isOwnScript(element, own) ? undefined : 'a script';
  if (tagName === 'style') return isOwnStyle(element.text, own) ? undefined : 'a style';
  if (tagName === 'link') return describeLink(element, own);
  if (tagName === 'meta') return describeMeta(element, own);
  return undefined;
}

/** Data is not run, and speculation rules are the same on every page. */
function isOwnScript(element: PageElement, { scripts }: RouteMarkup): boolean {
  const { text } = element;
  const names = element.attrs.map(({ name }) => name).join(' ');
  const type = valueOf(element, 'type');
  if (!element.isHtml || text.includes('<')) return false;
  if (type === 'application/ld+json') return names === 'type';
  if (type === 'speculationrules') return names === 'type' && text === speculationRules;
  return type === 'module' && text === '' && scripts.has(valueOf(element, 'src') ?? '');
}

/** Pages of one route have the same few styles. They are compared, not looked up: hashing so long a text takes longer. */
const judged = new WeakMap<RouteMarkup['sheets'], { text: string; isOwn: boolean }[]>();

/** The sheets of the route in any number and order, the order of layers, or the archive's own faces. */
export function isOwnStyle(text: string, { sheets }: Pick<RouteMarkup, 'sheets'>): boolean {
  let known = judged.get(sheets);
  if (known === undefined) judged.set(sheets, (known = []));
  let verdict = known.find((each) => each.text === text);
  if (verdict === undefined) known.push((verdict = { text, isOwn: judgeStyle(text, sheets) }));
  return verdict.isOwn;
}

function judgeStyle(text: string, sheets: RouteMarkup['sheets']): boolean {
  let rest = text;
  for (const sheet of [layerOrder, ...sheets]) if (sheet !== '') rest = rest.replace(sheet, () => '');
  return rest.trim() === '' || holdsOnlyFaces(rest);
}

/** Astro writes the faces; they may come from its own folder of this site only. */
function holdsOnlyFaces(css: string): boolean {
  const faces = sitePath('_astro/fonts/');
  try {
    return parse(css).nodes.every((node) => {
      if (node.type === 'rule')
        return node.selector === ':root' && node.nodes.every((part) => part.type === 'decl' && isPlain(part));
      if (node.type !== 'atrule' || node.name !== 'font-face') return false;
      return (node.nodes ?? []).every((part) => {
        if (part.type !== 'decl') return false;
        if (part.prop !== 'src') return isPlain(part);
        const addresses = [...part.value.matchAll(/url\(\s*(["']?)([^"')]*)\1\s*\)/g)].map(
          ([, , url]) => url,
        );
        return addresses.length > 0 && addresses.every((url) => url?.startsWith(faces));
      });
    });
  } catch {
    return false;
  }
}

const isPlain = ({ value }: { value: string }): boolean => !/[(\\<]/.test(value);

function describeLink(element: PageElement, { scripts }: RouteMarkup): string | undefined {
  const relations = (valueOf(element, 'rel') ?? '').toLowerCase().split(/\s+/);
  const href = valueOf(element, 'href') ?? '';
  for (const relation of relations) {
    if (quietRelations.has(relation)) continue;
    if (loadingRelations.has(relation) && isOwnAddress(href)) continue;
    if (relation === 'modulepreload' && scripts.has(href)) continue;
    return `a link of the kind "${relation}"`;
  }
  return undefined;
}

function describeMeta(element: PageElement, { leadsOn }: RouteMarkup): string | undefined {
  const instruction = valueOf(element, 'http-equiv')?.trim().toLowerCase();
  if (instruction === undefined) return undefined;
  const target = /^0; url=(\/.*)$/.exec(valueOf(element, 'content') ?? '')?.[1];
  if (instruction === 'refresh' && leadsOn && target !== undefined && isOwnAddress(target)) return undefined;
  return instruction === 'content-security-policy' ? 'a policy' : `the instruction "${instruction}"`;
}

const describeAttribute =
  (element: PageElement) =>
  (attribute: PageAttribute): string | undefined => {
    const name = attribute.name.toLowerCase();
    if (name.startsWith('on')) return `the handler "${name}"`;
    if (forbiddenAttributes.has(name)) return `the attribute "${name}"`;
    if (name === 'srcset') {
      const isOwn = attribute.value
        .split(',')
        .every((part) => isOwnAddress(part.trim().split(/\s/)[0] ?? ''));
      return isOwn ? undefined : 'something loaded from elsewhere';
    }
    if (name === 'href' && followed.has(element.tagName)) {
      return isSafeAddress(attribute.value) ? undefined : `the address "${attribute.value.slice(0, 40)}"`;
    }
    if (name !== 'href' && !addressAttributes.has(name)) return undefined;
    return isOwnAddress(attribute.value) ? undefined : 'something loaded from elsewhere';
  };

const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

/** A path from the top of the site or a place on the page, and whole addresses: nearly all there are. */
const plainPath = /^(?:\/(?![/\\])|#|$)[\x20-\x7e]*$/;
const wholeAddress = /^(?:https?|mailto):/i;

/** An address that cannot be read leads nowhere. */
const isSafeAddress = (address: string): boolean =>
  plainPath.test(address) ||
  wholeAddress.test(address) ||
  !URL.canParse(address, site.origin) ||
  safeProtocols.has(new URL(address, site.origin).protocol);

const isOwnAddress = (address: string): boolean =>
  plainPath.test(address) ||
  !URL.canParse(address, site.origin) ||
  new URL(address, site.origin).origin === new URL(site.origin).origin;
