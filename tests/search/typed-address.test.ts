// An address in any form in which readers paste it leads to its article, from a table small enough to be loaded for one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAddressTables, countDigits, readAddress, tableOf } from '../../src/search/typed-address.ts';

test('one form for all ways to write an address', () => {
  for (const typed of [
    'https://www.example.org/2020/a-report/',
    'http://example.org/2020/a-report?utm_source=x#part',
    ' HTTPS://EXAMPLE.org/2020/a-report ',
    'www.example.org/2020/a-report',
    'example.org/2020/a-report/',
    'https://web.archive.org/web/20200103120000/https://www.example.org/2020/a-report',
    'https://web.archive.org/web/2020id_/http://example.org:80/2020/a-report',
    'https://arquivo.pt/wayback/20200103120000/https://example.org/2020/a-report',
    'https://archive.ph/20200103/https://example.org/2020/a-report',
  ])
    assert.equal(readAddress(typed), 'example.org/2020/a-report', typed);
});

test('what is no address is none', () => {
  for (const typed of ['', 'example', 'Mr. Smith', 'and/or', 'St. John/Smith', 'https://', 'http://localhost/a', '4/3/2021', 'https://web.archive.org/web/2020/nothing'])
    assert.equal(readAddress(typed), undefined, typed); // prettier-ignore
});

test('every address is in the table of its name, and no table is large', () => {
  const articles = Array.from({ length: 3000 }, (_, at) => ({
    id: `2020/01/03/a-${at}`,
    title: `Report ${at}`,
    addresses: [`https://www.example.org/reports/${at}.html`],
  }));
  const tables = buildAddressTables(articles);
  const digits = countDigits(articles.length);
  assert.equal(tables.size, 16 ** digits);
  for (const { id, addresses } of articles) {
    const address = readAddress(addresses[0] ?? '') ?? '';
    assert.equal(tables.get(tableOf(address, digits))?.[address]?.[0], id);
  }
  for (const table of tables.values()) assert.ok(Object.keys(table).length < 100);
});

test('a small archive has one table, and of two articles with one address the first has it', () => {
  const of = (id: string) => ({ id, title: id, addresses: ['https://example.org/a'] });
  const tables = buildAddressTables([of('first'), of('second')]);
  assert.deepEqual([...tables], [['0', { 'example.org/a': ['first', 'first'] }]]);
});
