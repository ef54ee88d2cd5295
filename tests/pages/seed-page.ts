// Puts one fault into a finished page, as a careless change of the code would: edits by the places of elements in its source.
import { applyEdits, type Edit } from '../../src/markdown/html-tree.ts';
import { pick } from './page-kinds.ts';
import { attributeOf, findAll, findInMain, textOf, type Element, type Page } from './html-tree.ts';
import type { KnownSite } from './known-site.ts';

/** A page to be spoiled, and chance that is the same in every run. */
export interface Seedbed {
  page: Page;
  known: KnownSite;
  random: () => number;
}

export interface PageFault {
  /** What is wrong with the page then: `two headings of level 1`. */
  name: string;
  /** The paths it can be put into; without it, any page that search engines may find. */
  where?: (path: string, known: KnownSite) => boolean;
  /** The page with the fault; `undefined` if it has no place on this page. */
  seed(bed: Seedbed): string | undefined;
}

export const edit = (page: Page, ...edits: Edit[]): string => applyEdits(page.html, edits);

interface Place {
  start: number;
  end: number;
}

export function placeOf({ sourceCodeLocation }: Element): Place {
  if (!sourceCodeLocation) throw new Error('An element that is not in the source has no place.');
  return { start: sourceCodeLocation.startOffset, end: sourceCodeLocation.endOffset };
}

export function startTagOf({ sourceCodeLocation }: Element): Place {
  const place = sourceCodeLocation?.startTag ?? sourceCodeLocation;
  if (!place) throw new Error('An element that is not in the source has no tag.');
  return { start: place.startOffset, end: place.endOffset };
}

export function endTagOf({ sourceCodeLocation }: Element): Place | undefined {
  const place = sourceCodeLocation?.endTag;
  return place && { start: place.startOffset, end: place.endOffset };
}

export const sourceOf = (page: Page, { start, end }: Place): string => page.html.slice(start, end);

export const remove = (page: Page, element: Element): string => edit(page, { ...placeOf(element), text: '' });

export const replace = (page: Page, element: Element, text: string): string =>
  edit(page, { ...placeOf(element), text });

export function insertBefore(page: Page, element: Element, text: string): string {
  const { start } = placeOf(element);
  return edit(page, { start, end: start, text });
}

export function insertAfter(page: Page, element: Element, text: string): string {
  const { end } = placeOf(element);
  return edit(page, { start: end, end, text });
}

/** At the end of what an element holds. */
export function append(page: Page, element: Element, text: string): string | undefined {
  const place = endTagOf(element);
  return place && edit(page, { start: place.start, end: place.start, text });
}

/** Sets an attribute, or without a value takes it away. */
export function setAttribute(page: Page, element: Element, name: string, value: string | undefined): string {
  const place = element.sourceCodeLocation?.attrs?.[name];
  const text =
    value === undefined ? '' : `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  if (place !== undefined) return edit(page, { start: place.startOffset, end: place.endOffset, text });
  const start = startTagOf(element).start + 1 + element.tagName.length;
  return edit(page, { start, end: start, text: ` ${text}` });
}

/** Another tag in the place of an element's own. */
export function rename(page: Page, element: Element, name: string): string | undefined {
  const end = endTagOf(element);
  if (end === undefined) return undefined;
  const { start } = startTagOf(element);
  return edit(
    page,
    { start: start + 1, end: start + 1 + element.tagName.length, text: name },
    { ...end, text: `</${name}>` },
  );
}

/** One of the elements, by chance. */
export const pickOne = ({ random }: Seedbed, elements: readonly Element[]): Element | undefined =>
  elements.length === 0 ? undefined : pick([...elements], random);

/** A fault in one of the elements of the main part that have such a name, if there is one. */
export const inMain =
  (names: readonly string[], spoil: (page: Page, element: Element, bed: Seedbed) => string | undefined) =>
  (bed: Seedbed): string | undefined => {
    const element = pickOne(bed, findInMain(bed.page, ...names));
    return element && spoil(bed.page, element, bed);
  };

/** A fault in the first element that is such a one. */
export const inFirst =
  (
    isSuch: (element: Element, page: Page) => boolean,
    spoil: (page: Page, element: Element, bed: Seedbed) => string | undefined,
  ) =>
  (bed: Seedbed): string | undefined => {
    const element = bed.page.elements.find((one) => isSuch(one, bed.page));
    return element && spoil(bed.page, element, bed);
  };

/** A `meta` by its name, property or instruction. */
export const isMeta =
  (name: string) =>
  (element: Element): boolean =>
    element.tagName === 'meta' &&
    ['name', 'property', 'http-equiv'].some((key) => attributeOf(element, key) === name);

export const isLink =
  (rel: string) =>
  (element: Element): boolean =>
    element.tagName === 'link' && attributeOf(element, 'rel') === rel;

export const isTag =
  (name: string) =>
  (element: Element): boolean =>
    element.tagName === name;

/** The paragraphs of the copy itself. */
export const paragraphsOf = (page: Page): Element[] =>
  findAll(page, 'p').filter(
    (element) => /^p\d+$/.test(attributeOf(element, 'id') ?? '') && textOf(element) !== '',
  );

export const isArticle = (path: string, { subjectOf }: KnownSite): boolean =>
  subjectOf(path).kind === 'article';
export const isRecord = (path: string, { subjectOf }: KnownSite): boolean =>
  subjectOf(path).kind === 'record';
export const isSearch = (path: string): boolean => path === '/search/';
