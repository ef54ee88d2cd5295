// Shows one article that was found: everything from the index enters the page as text, never as markup.
import { articleUrl, paragraphUrl } from '../urls.ts';
import { chooseExcerpts, type Excerpt } from './excerpt.ts';
import type { Fragment } from './fragment.ts';
import type { Labels } from './filters.ts';

/** How the site writes dates and languages; handed in by the page, as all words of the site are. */
export interface Wording {
  formatDate: (date: string) => string;
  countOf: (count: number, noun: string) => string;
  languageAttributes: (language: string) => { lang?: string; dir?: string };
}

/** An article as an item of the list of results. */
export function renderResult(
  fragment: Fragment,
  query: string,
  labels: Labels,
  wording: Wording,
): HTMLLIElement {
  const id = fragment.raw_url.replace(/^\/|\/$/g, '');
  const excerpts = chooseExcerpts(fragment, query);
  const language = wording.languageAttributes(fragment.filters['language']?.[0] ?? '');

  const item = document.createElement('li');
  item.className = 'item';
  const heading = item.appendChild(document.createElement('h2'));
  setAttributes(heading, language);
  const link = heading.appendChild(document.createElement('a'));
  link.href = excerptUrl(id, excerpts[0]);
  link.textContent = fragment.meta['title'] ?? id;

  const line = item.appendChild(document.createElement('p'));
  line.className = 'meta';
  const day = id.split('/').slice(0, 3).join('-');
  const time = line.appendChild(document.createElement('time'));
  time.dateTime = day;
  time.textContent = wording.formatDate(day);
  const publication = fragment.filters['publication']?.[0] ?? '';
  const where = line.appendChild(document.createElement('span'));
  where.textContent = labels.publication[publication] ?? fragment.meta['publication'] ?? publication;

  for (const excerpt of excerpts) {
    const paragraph = item.appendChild(document.createElement('p'));
    paragraph.className = 'excerpt';
    setAttributes(paragraph, language);
    const landing = paragraph.appendChild(document.createElement('a'));
    landing.href = excerptUrl(id, excerpt);
    for (const { text, hit } of excerpt.pieces) {
      if (!hit) landing.append(text);
      else landing.appendChild(document.createElement('mark')).textContent = text;
    }
  }
  return item;
}

/** Where an excerpt stands: its paragraph, and its words where they are certain. */
function excerptUrl(id: string, excerpt: Excerpt | undefined): string {
  if (excerpt === undefined || excerpt.anchor === '') return articleUrl(id);
  const address = paragraphUrl(id, excerpt.anchor);
  return excerpt.directive === undefined ? address : `${address}:~:${excerpt.directive}`;
}

function setAttributes(element: HTMLElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}
