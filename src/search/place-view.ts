// What is typed and is no name but a way to a page: a date, or the address of an article.
import { openAddresses, renderAddress, type AddressAnswer } from './address-view.ts';
import { openDates, renderDate, type DateAnswer } from './date-view.ts';
import type { Wording } from './result-view.ts';

export interface Place {
  date?: DateAnswer | undefined;
  article?: AddressAnswer | undefined;
}

/** Without the tables of dates and addresses the words are searched all the same. */
export type FindPlace = (query: string) => Promise<Place>;

/** @param data what the page says of its tables */
export function openPlaces(
  { days = '', addresses = '', addressDigits = '0' }: DOMStringMap,
  wording: Wording,
): FindPlace {
  const findDate = openDates(days, wording);
  const findAddress = openAddresses(addresses, Number(addressDigits));
  return async (query) => {
    try {
      const [date, article] = await Promise.all([findDate(query), findAddress(query)]);
      return { date, article };
    } catch (error) {
      console.error(error);
      return {};
    }
  };
}

/** For the panel above the results; empty where the query is neither. */
export function renderPlace({ date, article }: Place, wording: Wording): HTMLElement[] {
  if (article !== undefined) return renderAddress(article);
  return date === undefined ? [] : renderDate(date, wording);
}
