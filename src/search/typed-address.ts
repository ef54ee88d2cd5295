// An address as readers paste it, in the one form in which addresses are compared; and the tables of those of articles.
import { hashText } from '../reading/fnv.ts';

/** An article by its address: its id and headline. */
export type AddressTable = Record<string, [id: string, title: string]>;

/** Snapshots of web archives, which end with the address of the original. */
const snapshot =
  /^https?:\/\/(?:web\.archive\.org\/web|www\.webarchive\.org\.uk\/wayback\/(?:archive|en\/archive)|arquivo\.pt\/wayback|archive\.(?:today|ph|is|li|vn|md|fo))\/\d{4,14}(?:[a-z]{2}_)?\/(.+)$/i; // prettier-ignore

/**
 * Host and path of a web address, without `www.`, the query and what follows: `example.org/2020/a`.
 * @returns nothing for what is no address
 */
export function readAddress(typed: string): string | undefined {
  const text = typed.trim();
  const [, original] = snapshot.exec(text) ?? [];
  if (original !== undefined) return readAddress(original);
  const isWhole = /^https?:\/\/\S+$/i.test(text);
  if (!isWhole && !/^[\w-]+(?:\.[\w-]+)+\/\S*$/.test(text)) return undefined;
  const address = isWhole ? text : `http://${text}`;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !url.hostname.includes('.')) return undefined;
  const host = url.hostname.replace(/^www\./, '');
  return host + url.pathname.replace(/\/+$/, '');
}

/** Articles whose addresses are in one table; there are as many tables as it takes, in powers of 16. */
const inTable = 60;

/** How many hexadecimal digits the name of a table has. */
export function countDigits(articles: number): number {
  let digits = 0;
  while (digits < 3 && articles > inTable * 16 ** digits) digits += 1;
  return digits;
}

/** The name of the table that has an address. */
export const tableOf = (address: string, digits: number): string =>
  tableName(hashText(address) % 16 ** digits, digits);

const tableName = (number: number, digits: number): string => number.toString(16).padStart(digits || 1, '0');

/** Every table by its name, empty ones too; of two articles with one address the first has it. */
export function buildAddressTables(
  articles: readonly { id: string; title: string; addresses: readonly string[] }[],
): Map<string, AddressTable> {
  const known = new Map<string, [string, string]>();
  for (const { id, title, addresses } of articles) {
    for (const each of addresses) {
      const address = readAddress(each);
      if (address !== undefined && !known.has(address)) known.set(address, [id, title]);
    }
  }
  const digits = countDigits(articles.length);
  const tables = new Map<string, AddressTable>();
  for (let number = 0; number < 16 ** digits; number += 1) tables.set(tableName(number, digits), {});
  for (const [address, article] of [...known].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const table = tables.get(tableOf(address, digits));
    if (table !== undefined) table[address] = article;
  }
  return tables;
}
