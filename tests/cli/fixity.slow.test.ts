// A full copy cannot change in silence: check stops, --fix waits for a correction, and a fixity set by hand is reported.
import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { bodyFixity } from '../../src/reading/fixity.ts';
import { runDateline } from '../run-dateline.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const body = 'The ferry *Osk* left Port Anselm at dawn, “late as ever.”\n';
const corrected = body.replace('dawn', 'noon');

function article(text: string, fields: string): string {
  return `---
title: A late ferry
description: An invented report.
published: 2021-03-05
authors: [ada-norling]
publication: harbour-herald
source:
  retrieved: 2021-03-06
  format: text
rights:
  statement: https://creativecommons.org/licenses/by/4.0/
# as printed
copy: full
fixity: ${bodyFixity(body)}
${fields}---

${text}`;
}

test('a changed copy stops the check until a correction explains it', async (context) => {
  const content = await buildTemporaryArchive(context);
  const before = await buildTemporaryArchive(context);
  const env = { CONTENT_DIR: content };
  const path = join(content, 'articles/2021/03/05/a-late-ferry.md');
  for (const root of [content, before]) {
    await mkdir(join(root, 'articles/2021/03/05'));
    await writeFile(join(root, 'articles/2021/03/05/a-late-ferry.md'), article(body, ''));
    const { code, output } = await runDateline(['check', '--fix'], { CONTENT_DIR: root });
    assert.equal(code, 0, output);
  }

  await writeFile(path, article(corrected, ''));
  for (const args of [['check'], ['check', '--fix'], ['build']]) {
    const { code, output } = await runDateline(args, env);
    assert.equal(code, 1, args.join(' '));
    assert.match(
      output,
      /a-late-ferry\.md:14:9 the body is no longer the copy that was taken\. Restore the text; or/,
    );
  }

  await writeFile(
    path,
    article(corrected, 'corrections:\n  - date: 2021-03-09\n    note: "Noon: not dawn."\n'),
  );
  const explained = await runDateline(['check'], env);
  assert.equal(explained.code, 1);
  assert.match(explained.output, /"npm run check -- --fix" takes the new text/);
  // Whoever writes in a browser has no command; the sentence gives them the lines.
  const [, fixity = '', replaced = ''] =
    /"fixity: (\w+)", and "replaced: (\w+)"/.exec(explained.output) ?? [];
  assert.deepEqual([fixity, replaced], [bodyFixity(corrected), bodyFixity(body)]);
  const mended = await runDateline(['check', '--fix'], env);
  assert.equal(mended.code, 0, mended.output);
  assert.match(
    mended.output,
    /Fixed .*a-late-ferry\.md: the corrected text is the copy now: "Noon: not dawn\."/,
  );
  const text = await readFile(path, 'utf8');
  assert.match(text, /^# as printed\ncopy: full$/m, 'the rest of the file stays as it was');
  assert.ok(text.includes(`fixity: ${bodyFixity(corrected)}\n`));
  assert.ok(text.includes(`    replaced: ${bodyFixity(body)}\n`));
  assert.ok(text.endsWith(`---\n\n${corrected}`));
  assert.equal((await runDateline(['report', '--base', before], env)).code, 0);

  // The correction has explained its own change; the next one needs another.
  await writeFile(path, text.replace('noon,', 'four,'));
  assert.equal((await runDateline(['check', '--fix'], env)).code, 1);
});

test('a fixity that was set by hand is found against the archive before', async (context) => {
  const [before, after] = [await buildTemporaryArchive(context), await buildTemporaryArchive(context)];
  for (const [root, text] of [
    [before, body],
    [after, corrected],
  ] as const)
    await writeFile(
      join(root, 'articles/2021/03/04/ferry-returns.md'),
      article(text, '').replaceAll(bodyFixity(body), bodyFixity(text)).replace('2021-03-05', '2021-03-04'),
    );
  const { code, output } = await runDateline(['report', '--base', before], { CONTENT_DIR: after });
  assert.equal(code, 1, output);
  assert.match(output, /A late ferry: 1 added, 1 removed/);
  assert.match(
    output,
    /ferry-returns\.md:1:1 the text of a full copy has changed, and no correction tells readers/,
  );
});
