// SECURITY.md says the same as security.txt and the project: where to report, what is run, where more is written.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { renderSecurity } from '../../src/exports/policy/security.ts';
import { site } from '../../src/site.ts';
import { readPackageFile } from '../supply/packages.ts';

const policy = await readFile('.github/SECURITY.md', 'utf8');

test('a weakness is reported to the same address everywhere, and security.txt leads to the policy', () => {
  const contact = site.security.contact ?? site.contact;
  assert.ok(policy.includes(`](${contact})`), `SECURITY.md does not name ${contact}`);
  const text = renderSecurity();
  assert.match(text, new RegExp(`^Contact: ${RegExp.escape(contact)}$`, 'm'));
  assert.ok(text.includes(`\nPolicy: ${site.repository?.address ?? ''}/security/policy\n`));
});

test('every file and command that it names is there', async () => {
  const { scripts } = await readPackageFile();
  const commands = [...policy.matchAll(/`npm (?:run )?([\w:]+)/g)].map(([, name = '']) => name);
  assert.ok(commands.length >= 3);
  for (const name of commands) assert.ok(name in scripts, name);
  const files = [...policy.matchAll(/\]\((\.\.[^)#]+)\)/g)].map(([, path = '']) => path);
  assert.ok(files.length >= 1);
  for (const path of files) assert.ok(existsSync(resolve('.github', path)), path);
});

test('it has what somebody who reports must know', () => {
  for (const heading of [
    'How to report a weakness',
    'What you can expect',
    'What is supported',
    'What counts as a weakness',
  ])
    assert.ok(policy.includes(`\n## ${heading}\n`), heading);
  assert.match(policy, /within 7 days/);
});
