// The fast way to read plain YAML gives what the parser of all YAML gives, or leaves the text to it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { readPlainYaml } from '../../src/schema/plain-yaml.ts';

/** What the parser reads, or `undefined` where it has anything to say. */
function parse(yaml: string): unknown {
  const document = parseDocument(yaml, { schema: 'failsafe', prettyErrors: false });
  return document.errors.length + document.warnings.length > 0 ? undefined : document.toJS();
}

const content = fileURLToPath(new URL('../../content/', import.meta.url));

test('the shipped archive is read the fast way, and the same', () => {
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.md'),
  );
  const fast = files.filter((name) => {
    const yaml = /^---\n([^]*?)---\n/.exec(readFileSync(join(content, name), 'utf8'))?.[1] ?? '';
    const plain = readPlainYaml(yaml);
    if (plain !== undefined) assert.deepEqual(plain, parse(yaml), name);
    return plain !== undefined;
  });
  assert.ok(fast.length >= files.length * 0.9, `${fast.length} of ${files.length}`);
});

for (const [yaml, expected] of [
  ['name: Ada\naliases:\n  - A. Norling\n  - "J: K"\n', { name: 'Ada', aliases: ['A. Norling', 'J: K'] }],
  ['location:\n  lat: 54.5\n  lon: -1.25\n', { location: { lat: '54.5', lon: '-1.25' } }],
  ['name: it: is\n', undefined],
  ['name: a #b\n', undefined],
  ['name: a\nname: b\n', undefined],
  ['name:\nkind: x\n', undefined],
  ['name: one\n  two\n', undefined],
  ['topics: [a, b-c]\nauthors: []\n', { topics: ['a', 'b-c'], authors: [] }],
  ['name: [a, {b: c}]\n', undefined],
  ['name: &a b\n', undefined],
  ['aliases:\n- a\n', undefined],
  ['aliases:\n  - a\n  b: c\n', undefined],
] satisfies [string, unknown][]) {
  test(`${JSON.stringify(yaml)}`, () => assert.deepEqual(readPlainYaml(yaml), expected));
}

test('20,000 made-up texts are read the same or left alone', () => {
  const parts = [
    'name',
    'alias',
    ':',
    ': ',
    ' ',
    '  ',
    '\n',
    '\n  - ',
    '\n  ',
    '-',
    '"',
    "'",
    '#',
    ' #',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '~',
    '[',
    ']',
    '{',
    '}',
    ',',
    '?',
    'é',
    'a',
    '1',
    '.',
    '\\',
    '\t',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '...',
    '---',
    '<<',
    '=',
  ];
  let state = 7;
  const pick = (): string => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return parts[(state >>> 8) % parts.length] ?? '';
  };
  let read = 0;
  for (let round = 0; round < 20_000; round += 1) {
    const yaml = `name: ${Array.from({ length: 1 + (round % 9) }, pick).join('')}\n${round % 2 === 0 ? `list:\n  - ${pick()}${pick()}\n` : ''}`;
    const plain = readPlainYaml(yaml);
    if (plain === undefined) continue;
    read += 1;
    assert.deepEqual(plain, parse(yaml), JSON.stringify(yaml));
  }
  assert.ok(read > 500, `${read} were plain`);
});
