// Answers a typed address with the article that was taken from it, or with the page of this site that it is.
import { articleUrl } from '../urls.ts';
import { element } from './element.ts';
import { readJson } from './read-json.ts';
import { readAddress, tableOf, type AddressTable } from './typed-address.ts';

/** The article with a typed address. */
export interface AddressAnswer {
  url: string;
  title: string;
}

/** Nothing for a query that is no address, or none of an article. */
export type FindAddress = (query: string) => Promise<AddressAnswer | undefined>;

/**
 * @param folder of the tables, each of which is read when it is first needed
 * @param digits of their names
 */
export function openAddresses(folder: string, digits: number): FindAddress {
  const tables = new Map<string, Promise<AddressTable>>();
  return async (query) => {
    const address = readAddress(query);
    if (address === undefined) return undefined;
    const name = tableOf(address, digits);
    let table = tables.get(name);
    if (table === undefined) tables.set(name, (table = readJson<AddressTable>(`${folder}${name}.json`)));
    try {
      const [id, title] = (await table)[address] ?? [];
      return id === undefined || title === undefined ? undefined : { url: articleUrl(id), title };
    } catch (error) {
      tables.delete(name);
      throw error;
    }
  };
}

/** For the panel above the results. */
export const renderAddress = ({ url, title }: AddressAnswer): HTMLElement[] => [
  element('p', { class: 'label' }, 'The article with this address'),
  element('h2', {}, element('a', { href: url }, title)),
];
