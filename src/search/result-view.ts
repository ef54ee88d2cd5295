// Shows one article that was found: everything from the index enters the page as text, never as markup.
import type { NamedCollection } from '../schema/collection-names.ts';
import { articleUrl, paragraphUrl } from '../urls.ts';
import type { Excerpt } from './excerpt.ts';

/** How the site writes dates, numbers and languages; handed in by the page, as all words of the site are. */
export interface Wording {
  formatDate: (date: string) => string;
  countOf: (count: number, noun: string, plural?: string) => string;
  nounOf: (collection: NamedCollection) => string;
  languageAttributes: (language: string) => { lang?: string; dir?: string };
}

/** What is shown of an article, wherever it was found. */
export interface ResultItem {
  /** `2020/01/03/slug`. */
  id: string;
  title: string;
  /** BCP 47. */
  language: string;
  publication: string;
  /** How often it names the record that was looked for. */
  mentions?: number;
  /** Best first. */
  excerpts: readonly Excerpt[];
}

/** An article as an item of the list of results. */
export function renderResult(
  { id, title, publication, mentions = 0, excerpts, ...item }: ResultItem,
  wording: Wording,
): HTMLLIElement {
  const language = wording.languageAttributes(item.language);
  const element = document.createElement('li');
  element.className = 'item';
  const heading = element.appendChild(document.createElement('h3'));
  setAttributes(heading, language);
  const link = heading.appendChild(document.createElement('a'));
  link.href = excerptUrl(id, excerpts[0]);
  link.textContent = title;

  const line = element.appendChild(document.createElement('p'));
  line.className = 'meta';
  const day = id.split('/').slice(0, 3).join('-');
  const time = line.appendChild(document.createElement('time'));
  time.dateTime = day;
  time.textContent = wording.formatDate(day);
  line.append(' ');
  line.appendChild(document.createElement('span')).textContent = publication;
  line.append(' ');
  if (mentions > 0)
    line.appendChild(document.createElement('span')).textContent = wording.countOf(mentions, 'mention');

  for (const excerpt of excerpts) {
    const paragraph = element.appendChild(document.createElement('p'));
    paragraph.className = 'excerpt';
    setAttributes(paragraph, language);
    const landing = paragraph.appendChild(document.createElement('a'));
    landing.href = excerptUrl(id, excerpt);
    for (const { text, hit } of excerpt.pieces) {
      if (!hit) landing.append(text);
      else landing.appendChild(document.createElement('mark')).textContent = text;
    }
  }
  return element;
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
