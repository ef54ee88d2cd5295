// What the search field offers while a reader types: a date, names that fit, and the words as they stand.
import { dateUrl } from '../urls.ts';
import type { Suggestions } from './combobox.ts';
import { element, nameElement } from './element.ts';
import type { FoundName, NameFinder } from './name-finder.ts';
import { describeApart, describeName } from './name-view.ts';
import type { FindPlace } from './place-view.ts';
import type { Wording } from './result-view.ts';

/** More are no help to choose from. */
const mostNames = 8;

export interface SuggestOptions {
  finder: NameFinder;
  findPlace: FindPlace;
  wording: Wording;
  /** Leaves the search for a page of the site. */
  goTo: (url: string) => void;
  chooseName: (found: FoundName) => void;
  chooseTyped: (typed: string) => void;
}

/** The date that is typed, names that begin with it or are near it; without any there is nothing to choose between. */
export async function suggestNames(
  typed: string,
  { finder, findPlace, wording, goTo, chooseName, chooseTyped }: SuggestOptions,
): Promise<Suggestions> {
  const words = typed.trim();
  const [found, { date, article }] = await Promise.all([
    words === '' ? [] : finder.find(words, { limit: mostNames, typing: true }),
    findPlace(words),
  ]);
  const days =
    date?.isThere === true ? [date.date] : [date?.earlier, date?.later].filter((day) => day !== undefined);
  if (article !== undefined) {
    const content = renderOption(article.title, ['the article with this address'], '');
    const message = `The article with this address: ${article.title}`;
    return { options: [{ content, choose: () => goTo(article.url) }], message };
  }
  if (found.length + days.length === 0) return { options: [], message: '' };
  const dates = days.map((day) => ({
    content: renderOption(
      wording.formatDate(day),
      [date?.isThere === true ? 'date' : 'nearest day with articles'],
      '',
    ),
    choose: () => goTo(dateUrl(day)),
  }));
  const names = found.map((name) => ({
    content: renderOption(
      nameElement(name.name),
      [...describeName(name, wording), describeApart(name)],
      wording.countOf(name.articles, 'article'),
    ),
    choose: () => chooseName(name),
  }));
  const asTyped = {
    content: renderOption(element('q', {}, nameElement(words)), ['search the words as typed'], ''),
    choose: () => chooseTyped(words),
  };
  return {
    options: [...dates, ...names, asTyped],
    message: `${listCounts(days.length, found.length, wording)} to choose from with the arrow keys.`,
  };
}

/** `1 date and 3 names` */
const listCounts = (dates: number, names: number, { countOf }: Wording): string =>
  [...(dates > 0 ? [countOf(dates, 'date')] : []), ...(names > 0 ? [countOf(names, 'name')] : [])].join(
    ' and ',
  );

function renderOption(name: string | Node, about: (string | Node)[], count: string): (string | Node)[] {
  return [
    element('span', { class: 'name' }, name),
    ' ',
    element('span', { class: 'about' }, ...about),
    ' ',
    element('span', { class: 'count' }, count),
  ];
}
