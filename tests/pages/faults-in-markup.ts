// Faults in the markup of a page: tags, nesting, headings, ids, references, names of what a reader uses, dates.
import { attributeOf, findAll, findInMain, textOf, wordsIn } from './html-tree.ts';
import {
  append,
  edit,
  endTagOf,
  inFirst,
  inMain,
  insertAfter,
  insertBefore,
  isSearch,
  isTag,
  pickOne,
  remove,
  rename,
  setAttribute,
  sourceOf,
  startTagOf,
  placeOf,
  type PageFault,
} from './seed-page.ts';

const any = [
  'p',
  'li',
  'ul',
  'ol',
  'a',
  'h2',
  'h3',
  'div',
  'section',
  'nav',
  'span',
  'time',
  'header',
  'small',
];

export const faultsInMarkup: readonly PageFault[] = [
  {
    name: 'a tag that is not closed',
    seed: inMain(any, (page, element) => {
      const place = endTagOf(element);
      return place && edit(page, { ...place, text: '' });
    }),
  },
  {
    name: 'a tag that is closed without being opened',
    seed: inMain(any, (page, element) => edit(page, { ...startTagOf(element), text: '' })),
  },
  {
    name: 'a tag that is closed twice',
    seed: inMain(['a', 'span', 'div', 'section', 'time'], (page, element) =>
      insertAfter(page, element, `</${element.tagName}>`),
    ),
  },
  {
    name: 'tags that are closed in the wrong order',
    seed: inMain(['p'], (page, element) => insertBefore(page, element, '<p><em><strong>x</em></strong></p>')),
  },
  {
    name: 'a block in a paragraph',
    seed: inMain(['p'], (page, element) => append(page, element, '<div>x</div>')),
  },
  {
    name: 'an attribute that stands twice',
    seed: inMain(['a'], (page, element) => {
      const { end } = startTagOf(element);
      return edit(page, { start: end - 1, end: end - 1, text: ' href="/about/"' });
    }),
  },
  {
    name: 'two headings of level 1',
    seed: inFirst(isTag('main'), (page, element) => append(page, element, '<h1>Once more</h1>')),
  },
  { name: 'no heading of level 1', seed: inMain(['h1'], (page, element) => rename(page, element, 'p')) },
  {
    name: 'a level of headings that is skipped',
    seed: inMain(['h2', 'h3'], (page, element) => rename(page, element, 'h6')),
  },
  {
    name: 'an empty heading',
    seed: inFirst(isTag('main'), (page, element) => append(page, element, '<h2></h2>')),
  },
  {
    name: 'a link in a link',
    seed: inMain(['a'], (page, element) => append(page, element, '<a href="/about/">more</a>')),
  },
  {
    name: 'a button in a link',
    seed: inMain(['a'], (page, element) => append(page, element, '<button type="button">more</button>')),
  },
  {
    name: 'an empty link',
    seed: inMain(['p'], (page, element) => append(page, element, '<a href="/about/"></a>')),
  },
  {
    name: 'a link without an address',
    seed: inMain(['a'], (page, element) => setAttribute(page, element, 'href', undefined)),
  },
  {
    name: 'an id that stands twice',
    seed: inMain(['p', 'h2', 'li'], (page, element) => setAttribute(page, element, 'id', 'main')),
  },
  {
    name: 'an aria-labelledby that leads nowhere',
    seed: inMain(['section', 'nav', 'aside'], (page, element) =>
      setAttribute(page, element, 'aria-labelledby', 'no-such-id'),
    ),
  },
  {
    name: 'an aria-describedby that leads nowhere',
    seed: inMain(['a', 'p'], (page, element) =>
      setAttribute(page, element, 'aria-describedby', 'no-such-id'),
    ),
  },
  {
    name: 'an aria-controls that leads nowhere',
    where: isSearch,
    seed: inMain(['input'], (page, element) => setAttribute(page, element, 'aria-controls', 'no-such-id')),
  },
  {
    name: 'a role that does not exist',
    seed: inMain(['p', 'div'], (page, element) => setAttribute(page, element, 'role', 'headline')),
  },
  {
    name: 'an attribute of ARIA that does not exist',
    seed: inMain(['a'], (page, element) => setAttribute(page, element, 'aria-labeled', 'x')),
  },
  {
    name: 'an element that does not exist',
    seed: inMain(['p'], (page, element) => rename(page, element, 'paragraph')),
  },
  {
    name: 'an obsolete element',
    seed: inMain(['p'], (page, element) => insertAfter(page, element, '<center>x</center>')),
  },
  {
    name: 'a button without its type',
    seed: ({ page }) => {
      const [button] = findAll(page, 'button');
      return button && setAttribute(page, button, 'type', undefined);
    },
  },
  {
    name: 'a picture without words',
    seed: inMain(['img'], (page, element) => setAttribute(page, element, 'alt', undefined)),
  },
  {
    name: 'a picture that does not say how wide it is',
    seed: inMain(['img'], (page, element) => setAttribute(page, element, 'width', undefined)),
  },
  {
    name: 'a list item outside a list',
    seed: inMain(['p'], (page, element) => insertAfter(page, element, '<li>x</li>')),
  },
  {
    name: 'a paragraph straight in a list',
    seed: inMain(['ul', 'ol'], (page, element) => append(page, element, '<p>x</p>')),
  },
  {
    name: 'a table without headers',
    seed: inMain(['table'], (page, table) => {
      const { start, end } = placeOf(table);
      const cells = findAll(page, 'th').filter(
        (cell) => placeOf(cell).start > start && placeOf(cell).end < end,
      );
      return edit(
        page,
        ...cells.flatMap((cell) => {
          const [open, close] = [startTagOf(cell), endTagOf(cell)];
          return [{ ...open, text: '<td>' }, ...(close === undefined ? [] : [{ ...close, text: '</td>' }])];
        }),
      );
    }),
  },
  {
    name: 'a label without its control',
    where: isSearch,
    seed: inMain(['label'], (page, element) => setAttribute(page, element, 'for', 'no-such-id')),
  },
  {
    name: 'a field without a label',
    seed: inFirst(isTag('input'), (page, element) => setAttribute(page, element, 'aria-label', undefined)),
  },
  {
    name: 'a drawing that nobody is told of',
    seed: inMain(['svg'], (page, element) =>
      attributeOf(element, 'aria-label') === undefined
        ? setAttribute(page, element, 'aria-hidden', undefined)
        : setAttribute(page, element, 'aria-label', undefined),
    ),
  },
  {
    name: 'a datetime that is no date',
    seed: inMain(['time'], (page, element) => setAttribute(page, element, 'datetime', '2021-02-30')),
  },
  {
    name: 'a datetime of another day',
    seed: inMain(['time'], (page, element) => setAttribute(page, element, 'datetime', '1987-06-05')),
  },
  {
    name: 'a date that is another to readers',
    seed: inMain(['time'], (page, element) => {
      const text = textOf(element);
      const { start, end } = placeOf(element);
      const source = sourceOf(page, { start, end });
      return edit(page, { start, end, text: source.replace(`>${text}<`, '>5 June 1987<') });
    }),
  },
  {
    name: 'no main part',
    seed: inFirst(isTag('main'), (page, element) => rename(page, element, 'div')),
  },
  {
    name: 'a drawer without its handle',
    seed: inMain(['summary'], (page, element) => remove(page, element)),
  },
  {
    name: 'text in the place of a heading of the page',
    seed: (bed) => {
      const heading = pickOne(bed, findInMain(bed.page, 'h1'));
      if (heading === undefined || wordsIn(textOf(heading)) === '') return undefined;
      const tag = startTagOf(heading);
      const end = endTagOf(heading);
      return end && edit(bed.page, { start: tag.end, end: end.start, text: 'Lorem ipsum' });
    },
  },
];
