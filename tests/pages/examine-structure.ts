// The body of a page: tags closed, headings in order, ids and references whole, everything that has to have a name has one.
import { aria, roles } from 'aria-query';
import { formatDate, formatDay, formatMonth } from '../../src/components/dates.ts';
import {
  ancestorsOf,
  attributeOf,
  descendantsOf,
  describeElement,
  findAll,
  findInMain,
  hasClass,
  isElement,
  isWithin,
  nameOf,
  textOf,
  wordsIn,
  wordsOf,
  type Element,
  type Page,
} from './html-tree.ts';

export function examineStructure(page: Page): string[] {
  return [
    ...examineTags(page),
    ...examineNesting(page),
    ...examineHeadings(page),
    ...examineIds(page),
    ...examineRoles(page),
    ...examineNames(page),
    ...examineDates(page),
  ];
}

const voidElements = new Set([
  'meta',
  'link',
  'input',
  'br',
  'img',
  'hr',
  'wbr',
  'source',
  'col',
  'area',
  'track',
]);

/** A page is written out in full, so a tag that a parser would have to make up was lost. */
function examineTags({ elements, parseErrors }: Page): string[] {
  const parsed = parseErrors.map(
    ({ code, startLine, startCol }) => `its HTML is wrong at ${startLine}:${startCol}: ${code}`,
  );
  const open = elements.flatMap((element) => {
    const { sourceCodeLocation: place, tagName } = element;
    if (!place) return [`a <${tagName}> is missing that the parser had to add`];
    return place.endTag || voidElements.has(tagName) ? [] : [`${describeElement(element)} is not closed`];
  });
  return [...parsed, ...open];
}

/** Where an element may stand, for those that browsers show wherever they stand. */
const parents: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol', 'menu'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  figcaption: ['figure'],
  summary: ['details'],
  legend: ['fieldset'],
  option: ['select', 'optgroup', 'datalist'],
};
const children: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd', 'div'],
};

function examineNesting(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const { tagName, parentNode } = element;
    const parent = parentNode !== null && isElement(parentNode) ? parentNode : undefined;
    const around = ['a', 'button'].includes(tagName) ? ancestorsOf(element) : [];
    const outer = around.find((other) => ['a', 'button'].includes(other.tagName));
    const allowed = parents[tagName];
    const inner = children[tagName];
    return [
      ...(outer ? [`${describeElement(element)} stands inside ${describeElement(outer)}`] : []),
      ...(allowed && !allowed.includes(parent?.tagName ?? '')
        ? [`${describeElement(element)} stands in <${parent?.tagName}>, not in <${allowed[0]}>`]
        : []),
      ...(inner
        ? element.childNodes
            .filter(isElement)
            .filter((child) => !inner.includes(child.tagName))
            .map((child) => `${describeElement(child)} stands directly in <${tagName}>`)
        : []),
    ];
  });
}

const levelOf = ({ tagName }: Element): number => Number(/^h([1-6])$/.exec(tagName)?.[1] ?? 0);

function examineHeadings(page: Page): string[] {
  const headings = page.elements.filter((element) => levelOf(element) > 0);
  const first = headings.filter((heading) => levelOf(heading) === 1);
  const mains = findAll(page, 'main');
  return [
    ...(first.length === 1 ? [] : [`it has ${first.length} headings of level 1 and must have one`]),
    ...(mains.length === 1 ? [] : [`it has ${mains.length} main parts and must have one`]),
    ...first
      .filter((heading) => !isWithin(heading, ({ tagName }) => tagName === 'main'))
      .map((heading) => `${describeElement(heading)} stands outside the main part`),
    ...headings.flatMap((heading, index) => {
      const before = index === 0 ? 0 : levelOf(headings[index - 1] as Element);
      return levelOf(heading) > before + 1
        ? [`${describeElement(heading)} skips a level: it comes after level ${before}`]
        : [];
    }),
  ];
}

const references = [
  ...['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-details', 'aria-flowto'],
  ...['aria-activedescendant', 'aria-errormessage', 'for', 'headers', 'form', 'list'],
  ...['interestfor', 'popovertarget', 'commandfor', 'itemref'],
];

function examineIds({ elements, byId }: Page): string[] {
  return elements.flatMap((element) => {
    const id = attributeOf(element, 'id');
    const wrong: string[] = [];
    if (id !== undefined && (id === '' || /\s/.test(id)))
      wrong.push(`${describeElement(element)} has an id that no link can lead to`);
    else if (id !== undefined && byId.get(id) !== element)
      wrong.push(`${describeElement(element)} has the id of another element`);
    for (const name of references) {
      for (const word of wordsOf(element, name))
        if (!byId.has(word))
          wrong.push(`${describeElement(element)} has ${name}="${word}", which is no id of the page`);
    }
    return wrong;
  });
}

/** What assistive technology does not know, it leaves out in silence. */
function examineRoles({ elements }: Page): string[] {
  return elements.flatMap((element) => [
    ...wordsOf(element, 'role')
      .filter((role) => !roles.has(role))
      .map((role) => `${describeElement(element)} has the role "${role}", which does not exist`),
    ...element.attrs
      .filter(({ name }) => name.startsWith('aria-') && !aria.has(name))
      .map(({ name }) => `${describeElement(element)} has ${name}, which does not exist`),
  ]);
}

const controls = new Set(['input', 'select', 'textarea', 'progress', 'meter', 'output']);

function examineNames(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const { tagName } = element;
    const told = describeElement(element);
    const has = (name: string): boolean => attributeOf(element, name) !== undefined;
    const wrong: string[] = [];
    if (tagName === 'img') {
      for (const name of ['alt', 'width', 'height']) if (!has(name)) wrong.push(`${told} has no ${name}`);
    }
    if (tagName === 'button' && !has('type')) wrong.push(`${told} has no type`);
    if (tagName === 'input' && !has('type')) wrong.push(`${told} has no type`);
    if (tagName === 'a' && !has('href')) wrong.push(`${told} leads nowhere`);
    if (['a', 'button', 'summary'].includes(tagName) && nameOf(page, element) === '')
      wrong.push(`${told} has no words`);
    if (levelOf(element) > 0 && nameOf(page, element) === '') wrong.push(`${told} is an empty heading`);
    if (['ul', 'ol', 'dl'].includes(tagName) && isEmptyList(element)) wrong.push(`${told} is an empty list`);
    if (tagName === 'label' && !labels(page, element)) wrong.push(`${told} is the label of nothing`);
    if (controls.has(tagName) && attributeOf(element, 'type') !== 'hidden' && !isLabelled(page, element))
      wrong.push(`${told} has no label`);
    if (tagName === 'table') wrong.push(...examineTable(element));
    if (tagName === 'svg' && attributeOf(element, 'aria-hidden') !== 'true' && !has('aria-label'))
      wrong.push(`${told} is neither told in words nor hidden from those who listen`);
    if (['nav', 'aside', 'form'].includes(tagName) && nameOf(page, element) === '')
      wrong.push(`${told} has no name`);
    return wrong;
  });
}

/** What a script fills stays hidden until then. */
const isEmptyList = (list: Element): boolean =>
  descendantsOf(list).length === 0 &&
  ![list, ...ancestorsOf(list)].some((element) => attributeOf(element, 'hidden') !== undefined);

const labels = (page: Page, label: Element): boolean => {
  const target = attributeOf(label, 'for');
  const inside = descendantsOf(label).filter(({ tagName }) => controls.has(tagName));
  if (target === undefined) return inside.length > 0;
  const found = page.byId.get(target);
  return found !== undefined && (controls.has(found.tagName) || found.tagName === 'button');
};

const isLabelled = (page: Page, control: Element): boolean => {
  if (attributeOf(control, 'aria-label')?.trim()) return true;
  if (wordsOf(control, 'aria-labelledby').some((id) => page.byId.has(id))) return true;
  if (isWithin(control, ({ tagName }) => tagName === 'label')) return true;
  const id = attributeOf(control, 'id');
  return id !== undefined && findAll(page, 'label').some((label) => attributeOf(label, 'for') === id);
};

function examineTable(table: Element): string[] {
  const cells = descendantsOf(table);
  const rows = cells.filter(({ tagName }) => tagName === 'tr');
  const widths = rows.map((row) =>
    row.childNodes
      .filter(isElement)
      .reduce((sum, cell) => sum + Number(attributeOf(cell, 'colspan') ?? 1), 0),
  );
  return [
    ...(cells.some(({ tagName }) => tagName === 'th')
      ? []
      : [`${describeElement(table)} is a table without headers`]),
    ...(new Set(widths).size > 1 ? [`${describeElement(table)} has rows of ${widths.join(', ')} cells`] : []),
  ];
}

const day = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/** Whether there is such a year, month or day. */
const isDate = (date: string): boolean => {
  if (!day.test(date)) return false;
  if (date.length < 10) return true;
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
};

/** A date that machines read is the one that people read. */
function examineDates(page: Page): string[] {
  return findAll(page, 'time').flatMap((element) => {
    const date = attributeOf(element, 'datetime') ?? '';
    const told = describeElement(element);
    if (!isDate(date)) return [`${told} has the datetime "${date}", which is no date`];
    const text = wordsIn(textOf(element));
    const forms = [formatDate(date)];
    if (date.length > 4) forms.push(formatMonth(date));
    if (date.length === 10) forms.push(formatDay(date));
    return forms.includes(text) ? [] : [`${told} says "${text}", but to machines ${date}`];
  });
}

/** The way back up from a page, as its readers see it. */
export const readBreadcrumbs = (page: Page): { href: string; text: string }[] =>
  findInMain(page, 'nav')
    .filter((nav) => hasClass(nav, 'crumbs'))
    .flatMap(descendantsOf)
    .filter(({ tagName }) => tagName === 'a')
    .map((link) => ({ href: attributeOf(link, 'href') ?? '', text: wordsIn(textOf(link)) }));
