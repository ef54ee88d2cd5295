// Faults in what a page says: words of the copy lost, moved or altered, names that lead to others, lists with gaps.
import { recordUrl } from '../../src/urls.ts';
import {
  attributeOf,
  descendantsOf,
  findAll,
  findInMain,
  hasClass,
  isElement,
  textOf,
  wordsIn,
  wordsOf,
  type Element,
  type Page,
} from './html-tree.ts';
import { pick } from './page-kinds.ts';
import {
  edit,
  inFirst,
  insertAfter,
  isArticle,
  isRecord,
  paragraphsOf,
  pickOne,
  placeOf,
  remove,
  replace,
  setAttribute,
  sourceOf,
  startTagOf,
  type PageFault,
  type Seedbed,
} from './seed-page.ts';

const inParagraph =
  (spoil: (page: Page, paragraph: Element, bed: Seedbed) => string | undefined): PageFault['seed'] =>
  (bed) => {
    const paragraph = pickOne(bed, paragraphsOf(bed.page));
    return paragraph && spoil(bed.page, paragraph, bed);
  };

/** Changes a word that stands in the text of a paragraph itself. */
function changeWord(
  page: Page,
  paragraph: Element,
  bed: Seedbed,
  change: (word: string) => string,
): string | undefined {
  const texts = paragraph.childNodes.filter((node) => node.nodeName === '#text');
  for (const node of texts) {
    const place = node.sourceCodeLocation;
    if (!place) continue;
    const source = page.html.slice(place.startOffset, place.endOffset);
    const words = [...source.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => word.length > 2);
    if (words.length === 0) continue;
    const match = pick(words, bed.random);
    const start = place.startOffset + match.index;
    return edit(page, { start, end: start + match[0].length, text: change(match[0]) });
  }
  return undefined;
}

const namesOf = (page: Page): Element[] => findInMain(page, 'a').filter((link) => hasClass(link, 'name'));

const inName =
  (spoil: (page: Page, link: Element, bed: Seedbed) => string | undefined): PageFault['seed'] =>
  (bed) => {
    const link = pickOne(bed, namesOf(bed.page));
    return link && spoil(bed.page, link, bed);
  };

/** The address of another record than the one of this link. */
function anotherRecord({ known, random }: Seedbed, href: string): string {
  const { people, places, organizations } = known.archive;
  const urls = [...people, ...places, ...organizations].map(({ collection, id }) =>
    recordUrl(collection, id),
  );
  return pick(
    urls.filter((url) => url !== href),
    random,
  );
}

/** The only item that leads to an article in a list of them. */
const itemsOf = (page: Page): Element[] => findInMain(page, 'li').filter((item) => hasClass(item, 'item'));

export const faultsInCopies: readonly PageFault[] = [
  { name: 'a paragraph that is gone', where: isArticle, seed: inParagraph(remove) },
  {
    name: 'two paragraphs that have changed places',
    where: isArticle,
    seed: (bed) => {
      const paragraphs = [...paragraphsOf(bed.page)].filter(
        ({ parentNode }) => parentNode !== null && isElement(parentNode) && hasClass(parentNode, 'prose'),
      );
      if (paragraphs.length < 2) return undefined;
      const [one, other] = [pick(paragraphs, bed.random), pick(paragraphs, bed.random)].map(placeOf) as [
        ReturnType<typeof placeOf>,
        ReturnType<typeof placeOf>,
      ];
      return edit(
        bed.page,
        { ...one, text: sourceOf(bed.page, other) },
        { ...other, text: sourceOf(bed.page, one) },
      );
    },
  },
  {
    name: 'a paragraph that stands twice',
    where: isArticle,
    seed: inParagraph((page, paragraph) =>
      insertAfter(page, paragraph, sourceOf(page, placeOf(paragraph)).replaceAll(/ id="p\d+"/g, '')),
    ),
  },
  {
    name: 'a paragraph that is hidden',
    where: isArticle,
    seed: inParagraph((page, paragraph) => setAttribute(page, paragraph, 'hidden', '')),
  },
  {
    name: 'a paragraph that is not read aloud',
    where: isArticle,
    seed: inParagraph((page, paragraph) => setAttribute(page, paragraph, 'aria-hidden', 'true')),
  },
  {
    name: 'a word that is altered',
    where: isArticle,
    seed: inParagraph((page, paragraph, bed) => changeWord(page, paragraph, bed, (word) => `${word}s`)),
  },
  {
    name: 'a word that is gone',
    where: isArticle,
    seed: inParagraph((page, paragraph, bed) => changeWord(page, paragraph, bed, () => '')),
  },
  {
    name: 'words that were not in the copy',
    where: isArticle,
    seed: inParagraph((page, paragraph, bed) => changeWord(page, paragraph, bed, (word) => `${word} not`)),
  },
  {
    name: 'quotation marks that are altered',
    where: isArticle,
    seed: inParagraph((page, paragraph) => {
      const source = sourceOf(page, placeOf(paragraph));
      const text = source.replace(/>([^<]*)’/, ">$1'");
      return text === source ? undefined : replace(page, paragraph, text);
    }),
  },
  {
    name: 'a footnote that is gone',
    where: isArticle,
    seed: inFirst(
      (element) => element.tagName === 'li' && (attributeOf(element, 'id') ?? '').includes('fn-'),
      (page, element) => {
        const note = descendantsOf(element).find(({ tagName }) => tagName === 'p');
        const text = note?.childNodes.find((node) => node.nodeName === '#text');
        const place = text?.sourceCodeLocation;
        return place ? edit(page, { start: place.startOffset, end: place.endOffset, text: 'x' }) : undefined;
      },
    ),
  },
  {
    name: 'a picture that is gone',
    where: isArticle,
    seed: inFirst((element) => element.tagName === 'img', remove),
  },
  {
    name: 'other words for a picture',
    where: isArticle,
    seed: inFirst(
      (element) => element.tagName === 'img',
      (page, element) => setAttribute(page, element, 'alt', 'Something else'),
    ),
  },
  {
    name: 'a link of the copy that leads elsewhere',
    where: isArticle,
    seed: inFirst(
      (element) =>
        element.tagName === 'a' &&
        (attributeOf(element, 'href') ?? '').startsWith('http') &&
        element.parentNode !== null &&
        isElement(element.parentNode) &&
        /^p\d+$/.test(attributeOf(element.parentNode, 'id') ?? ''),
      (page, element) => setAttribute(page, element, 'href', 'https://elsewhere.example/'),
    ),
  },
  {
    name: 'a correction that readers do not see',
    where: isArticle,
    seed: ({ page, known }) => {
      const subject = known.subjectOf(page.path);
      const date = subject.kind === 'article' ? subject.article.corrections[0]?.date : undefined;
      const shown = findInMain(page, 'dd').find(
        (element) =>
          date !== undefined &&
          descendantsOf(element).some(
            (inner) => inner.tagName === 'time' && attributeOf(inner, 'datetime') === date,
          ) &&
          wordsIn(textOf(element)).includes(': '),
      );
      return shown && remove(page, shown);
    },
  },
  {
    name: 'another author',
    where: isArticle,
    seed: inFirst(
      (element) => wordsOf(element, 'rel').includes('author'),
      (page, element, bed) =>
        setAttribute(page, element, 'href', anotherRecord(bed, attributeOf(element, 'href') ?? '')),
    ),
  },
  {
    name: 'the headline of another article',
    where: isArticle,
    seed: (bed) => {
      const subject = bed.known.subjectOf(bed.page.path);
      if (subject.kind !== 'article') return undefined;
      return bed.page.html.replaceAll(`>${subject.article.title}<`, '>Another headline<');
    },
  },
];

export const faultsInNames: readonly PageFault[] = [
  {
    name: 'a name that leads to another record',
    where: isArticle,
    seed: inName((page, link, bed) =>
      setAttribute(page, link, 'href', anotherRecord(bed, attributeOf(link, 'href') ?? '')),
    ),
  },
  {
    name: 'a name that has lost its link',
    where: isArticle,
    seed: inName((page, link) => replace(page, link, textOf(link))),
  },
  {
    name: 'a name with the card of another',
    where: isArticle,
    seed: inName((page, link) => {
      const own = attributeOf(link, 'interestfor');
      const cards = findAll(page, 'div').filter((element) => attributeOf(element, 'popover') !== undefined);
      const other = cards.map((card) => attributeOf(card, 'id')).find((id) => id !== own);
      return other === undefined ? undefined : setAttribute(page, link, 'interestfor', other);
    }),
  },
  {
    name: 'a name that the margin does not have',
    where: isArticle,
    seed: (bed) => {
      const items = findInMain(bed.page, 'aside')
        .flatMap(descendantsOf)
        .filter(({ tagName }) => tagName === 'li');
      const item = pickOne(bed, items);
      return item && remove(bed.page, item);
    },
  },
  {
    name: 'a number in the margin that is wrong',
    where: isArticle,
    seed: (bed) => {
      const counts = findInMain(bed.page, 'aside')
        .flatMap(descendantsOf)
        .filter(({ tagName, parentNode }) => tagName === 'span' && (parentNode as Element).tagName === 'li');
      const count = pickOne(bed, counts);
      return count && replace(bed.page, count, '<span>97</span>');
    },
  },
];

export const faultsInLists: readonly PageFault[] = [
  {
    name: 'an article that its day does not list',
    where: (path) => /^\/\d{4}\/\d\d\/\d\d\/$/.test(path),
    seed: (bed) => {
      const item = pickOne(bed, itemsOf(bed.page));
      return item && remove(bed.page, item);
    },
  },
  {
    name: 'an article that a record does not list',
    where: (path, known) => isRecord(path, known),
    seed: (bed) => {
      const items = itemsOf(bed.page);
      const byYear = bed.page.byId.has('years');
      const item = byYear ? undefined : pickOne(bed, items);
      return item && remove(bed.page, item);
    },
  },
  {
    name: 'a record that its list does not have',
    where: (path) => /^\/(?:people|places|organizations|topics|publications)\/$/.test(path),
    seed: ({ page, known }) => {
      const collection = page.path.slice(1, -1);
      const own = findInMain(page, 'a').filter(
        (link) => hasClass(link, 'own') && (attributeOf(link, 'href') ?? '').startsWith(`/${collection}/`),
      );
      const once = own.find(
        (link) =>
          findAll(page, 'a').filter((other) => attributeOf(other, 'href') === attributeOf(link, 'href'))
            .length === 1,
      );
      return once && known.archive.articles.length > 0
        ? setAttribute(page, once, 'href', `/${collection}/`)
        : undefined;
    },
  },
  {
    name: 'a passage that leads to another paragraph than there is',
    where: (path, known) => isRecord(path, known),
    seed: inFirst(
      (element) => element.tagName === 'a' && /#p\d+(?::~:.*)?$/.test(attributeOf(element, 'href') ?? ''),
      (page, element) =>
        setAttribute(page, element, 'href', (attributeOf(element, 'href') ?? '').replace(/#p\d+/, '#p987')),
    ),
  },
  {
    name: 'a list of the page that machines read with a wrong number',
    where: (path, known) => isRecord(path, known),
    seed: ({ page }) => {
      const text = page.html.replace(/"numberOfItems":\d+/, '"numberOfItems":0');
      return text === page.html ? undefined : text;
    },
  },
  {
    name: 'the page of another address',
    seed: ({ page, known, random }) => {
      const own = startTagOf(page.elements[0] as Element);
      const article = pick([...known.archive.articles], random);
      return page.path.includes(article.id)
        ? undefined
        : edit(page, { ...own, text: sourceOf(page, own) }).replaceAll(page.path, `/${article.id}/`);
    },
  },
];
