// Bylines in their usual forms, and lines that only look like one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByline } from '../../src/importers/byline.ts';

const signed: [string, string[]][] = [
  ['By Jane Doe', ['Jane Doe']],
  ['by Jane Doe', ['Jane Doe']],
  ['By: Jane Doe', ['Jane Doe']],
  ['Written by Jane Doe', ['Jane Doe']],
  ['By Jane Doe and Omar al-Rashid', ['Jane Doe', 'Omar al-Rashid']],
  ['By Jane Doe, Omar Haddad and Ilse van den Berg', ['Jane Doe', 'Omar Haddad', 'Ilse van den Berg']],
  ['Authors: Jane Doe; Omar Haddad', ['Jane Doe', 'Omar Haddad']],
  ['By Martin King, Jr. and Jane Doe', ['Martin King, Jr.', 'Jane Doe']],
  ['By Jane Doe, Senior Correspondent', ['Jane Doe']],
  ['By Jane Doe in Ostra', ['Jane Doe']],
  ['By Jane Doe (Reuters)', ['Jane Doe']],
  ['By J. R. O’Brien', ['J. R. O’Brien']],
  ['By Our Foreign Staff', []],
  ['By The Associated Press', []],
  ['Von Anna Meier', ['Anna Meier']],
  ['Por Marta Ruiz y Campo', ['Marta Ruiz y Campo']],
  ['Por Marta Ruiz y Campo y Luis Vega', ['Marta Ruiz y Campo', 'Luis Vega']],
  ['Von Anna Meier und Jan Holt', ['Anna Meier', 'Jan Holt']],
  [
    'By Jane Doe and Omar Haddad in Ostra and Ilse Holt in Port Selm',
    ['Jane Doe', 'Omar Haddad', 'Ilse Holt'],
  ],
  ['By Jane Doe in Ostra, Omar Haddad in Selm', ['Jane Doe', 'Omar Haddad']],
  ['By Jane Doe in Ostra and Port Selm', ['Jane Doe']],
  ['Submitted by Jane Doe', ['Jane Doe']],
  ['From our correspondent Jane Doe in Ostra', ['Jane Doe']],
  ['Text: Anna Meier', ['Anna Meier']],
  ['Autor: Zofia Żółć', ['Zofia Żółć']],
  ['Автор: Мирела Дорн', ['Мирела Дорн']],
  ['بقلم ميرا دورن', ['ميرا دورن']],
  ['Bill Van Auken', ['Bill Van Auken']],
  ['Jane Doe, Senior Port Correspondent', ['Jane Doe']],
  ['Jane Doe @janedoe', ['Jane Doe']],
  ['Jane Doe and Omar Haddad', ['Jane Doe', 'Omar Haddad']],
];

test('names are read as printed', () => {
  for (const [line, names] of signed) assert.deepEqual(readByline(line)?.names, names, line);
  assert.equal(readByline('By Jane Doe')?.certain, true);
  assert.equal(readByline('Jane Doe')?.certain, false);
});

test('other lines are no bylines', () => {
  for (const line of [
    'By the time the troops came it was dark',
    'By Tuesday it was over, and nobody had been hurt',
    'World News',
    'Mayor says nobody was hurt',
    'Room 12',
    'Jane',
  ])
    assert.equal(readByline(line), undefined, line);
});

test('what parted names is told, and the places beside them', () => {
  assert.deepEqual(readByline('Von Anna Meier und Jan Holt')?.partedAt, ['und']);
  assert.deepEqual(readByline('Por Marta Ruiz y Campo')?.partedAt, []);
  assert.deepEqual(readByline('By Jane Doe and Omar Haddad')?.partedAt, []);
  assert.equal(readByline('By Jane Doe in Ostra and Ilse Holt in Selm')?.besides, 'in Ostra, in Selm');
});
