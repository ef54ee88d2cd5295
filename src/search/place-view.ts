// What is typed and is no name but a way to a page: a date, or the address of an article.
import { renderAddress, type FindAddress } from './address-view.ts';
import { renderDate, type FindDate } from './date-view.ts';
import type { Wording } from './result-view.ts';

/** For the panel above the results; empty for all else. */
export type ReadPlace = (query: string) => Promise<HTMLElement[]>;

/** Without the tables of dates and addresses the words are searched all the same. */
export const createPlaceReader =
  (findDate: FindDate, findAddress: FindAddress, wording: Wording): ReadPlace =>
  async (query) => {
    try {
      const [date, article] = await Promise.all([findDate(query), findAddress(query)]);
      if (article !== undefined) return renderAddress(article);
      return date === undefined ? [] : renderDate(date, wording);
    } catch (error) {
      console.error(error);
      return [];
    }
  };
