// Markup in a value that is plain text is a warning at its place, in every field that has words, and stops no build.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { examineArchive } from '../../src/cli/examine.ts';
import { findMarkup } from '../../src/schema/markup.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const silent = { show: () => undefined, end: () => undefined };
const hostile = 'One <script></script><style></style ><script>alert(1)</script><style></style> end';

test('a parser decides what is markup', () => {
  for (const text of ['5 < 6', 'a<3', 'R&D', 'AT&T', '<>', 'x <\u00e9>', '->', '&', 'a &b; c', 'Ada, 5 > 4'])
    assert.equal(findMarkup(text), undefined, text);
  for (const [text, markup] of [
    ['How the <style> element came to the web', '<style>'],
    ['a <b', '<b'],
    ['</td> a', '</td>'],
    ['<!-- a', '<!-- a'],
    ['a &lt;b', '&lt;'],
    ['a &amp; b', '&amp;'],
    ['a &#60; b', '&#60;'],
    ['<?xml a', '<?xml a'],
    ['<svg/onload=alert(1)>', '<svg/onload=alert(1)>'],
    [`a <b ${'c'.repeat(100)}>`, `<b ${'c'.repeat(57)}`],
  ] as const)
    assert.deepEqual(findMarkup(text), { text: markup, start: text.indexOf(markup) }, text);
});

/** Each field that has words, the file it stands in and how a line of it is written. */
const fields: readonly (readonly [file: string, field: string, line: (value: string) => string])[] = [
  ['articles/2021/03/04/ferry-returns.md', 'title', (value) => `title: '${value}'`],
  ['articles/2021/03/04/ferry-returns.md', 'description', (value) => `description: '${value}'`],
  ['articles/2021/03/04/ferry-returns.md', 'holder', (value) => `  holder: '${value}'`],
  ['articles/2021/03/04/ferry-returns.md', 'note', (value) => `  note: '${value}'`],
  ...['people/ada-norling.md', 'places/port-anselm.md', 'publications/harbour-herald.md'].flatMap((file) =>
    (['name', 'description'] as const).map(
      (field) => [file, field, (value: string) => `${field}: '${value}'`] as const,
    ),
  ),
  ['people/ada-norling.md', 'aliases', (value) => `aliases:\n  - '${value}'`],
];

for (const [file, field, line] of fields) {
  test(`markup in "${field}" of ${file.split('/')[0]} is a warning`, async (context) => {
    const root = await buildTemporaryArchive(context);
    const path = join(root, file);
    const lines = (await readFile(path, 'utf8')).split('\n');
    const written = line(hostile);
    const key = written.split('\n')[0]?.split(':')[0] ?? '';
    const at = lines.findIndex((one) => one.startsWith(`${key}:`));
    // The words of a list stand on the lines below its name.
    const old = at === -1 ? 0 : 1 + lines.slice(at + 1).findIndex((one) => !one.startsWith('  - '));
    const parent = lines.findIndex((one) => one.startsWith('rights:'));
    lines.splice(at !== -1 ? at : key.startsWith('  ') ? parent + 1 : 1, old, written);
    await writeFile(path, lines.join('\n'));
    const { findings, errors } = await examineArchive(root, silent);
    assert.equal(errors, 0, JSON.stringify(findings));
    const isHere = (finding: Finding): boolean => finding.check === 'markup' && finding.file.endsWith(file);
    const [found] = findings.filter(isHere);
    assert.ok(found !== undefined, JSON.stringify(findings));
    assert.match(found.message, /readers would see "<script>" as it stands/);
    const value = lines.join('\n').split('\n')[found.line - 1] ?? '';
    assert.ok(value.slice(found.column - 1).startsWith(`'${hostile}`), `${found.line}:${found.column}`);
  });
}
