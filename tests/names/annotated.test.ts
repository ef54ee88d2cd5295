// Recognition on annotated prose: no link inside a longer name, surnames that are words, offices, lists, other languages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAnnotated, recognize } from './annotated.ts';

for (const text of readAnnotated())
  test(`${text.kind}: every name with a record is linked, every other is listed, and nothing else`, () => {
    assert.deepEqual(recognize(text).faults, []);
  });
