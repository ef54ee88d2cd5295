// Findings as they are printed: nothing in a file's name or text can forge another finding or a command.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formats } from '../../src/cli/render-findings.ts';
import type { Finding } from '../../src/schema/finding.ts';

const finding: Finding = {
  check: 'text',
  severity: 'error',
  file: 'content/people/x.md',
  line: 3,
  column: 7,
  message: '100% of it is wrong',
  fix: 'Write a: b, c',
};
const evil: Finding = {
  ...finding,
  severity: 'warning',
  file: 'content/a:b,c%\n::error::.md',
  message: 'one\r\n::add-mask::x \u001b[2J\u202e',
};

test('in a terminal errors come last, and no control character gets through', () => {
  assert.deepEqual(formats['terminal']?.([finding, evil]).split('\n'), [
    'content/a:b,c% ::error::.md:3:7 warning: one  ::add-mask::x <U+001B>[2J<U+202E>. Write a: b, c.',
    'content/people/x.md:3:7 100% of it is wrong. Write a: b, c.',
  ]);
});

test('for GitHub there is one command a finding, errors first', () => {
  assert.deepEqual(formats['github']?.([evil, finding]).split('\n'), [
    '::error file=content/people/x.md,line=3,col=7,title=text::100%25 of it is wrong. Write a: b, c.',
    '::warning file=content/a%3Ab%2Cc%25%0A%3A%3Aerror%3A%3A.md,line=3,col=7,title=text::one  ::add-mask::x <U+001B>[2J<U+202E>. Write a: b, c.',
  ]);
});

test('as JSON it says what it says', () => {
  assert.deepEqual(JSON.parse(formats['json']?.([finding, evil]) ?? ''), [finding, evil]);
  assert.equal(formats['json']?.([]), '[]');
});
