// Every known way to lose, alter or smuggle something: the reader must name file and line, and keep the entry out.
import assert from 'node:assert/strict';
import { readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readArchive } from '../../src/reading/read.ts';
import { renderFinding } from '../../src/schema/finding.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const traps = fileURLToPath(new URL('fixtures/traps/', import.meta.url));

for (const name of await readdir(traps)) {
  test(`trap: ${name}`, async (context) => {
    const root = await buildTemporaryArchive(context, join(traps, name));
    // The fixture's own note lies at the top of its folder, where an archive has no files.
    const { findings } = await readArchive(root);
    const found = findings
      .map((finding) => renderFinding(finding).replaceAll(`${root}/`, ''))
      .filter((line) => !line.startsWith('expected.txt'));
    const expected = (await readFile(join(traps, name, 'expected.txt'), 'utf8')).trimEnd().split('\n');
    assert.equal(found.length, expected.length, found.join('\n'));
    for (const [index, line] of expected.entries()) {
      assert.ok(
        found[index]?.startsWith(line.trimEnd()),
        `expected ${line}\nfound    ${found[index] ?? 'nothing'}`,
      );
    }
  });
}

test('the base archive is sound', async (context) => {
  const { entries, findings } = await readArchive(await buildTemporaryArchive(context));
  assert.deepEqual(findings.map(renderFinding), []);
  assert.equal(entries.articles.length, 1);
});

const front = [
  '---',
  'title: A trap',
  'description: A trap for the reader.',
  'published: 2021-03-05',
  'authors: []',
  'publication: harbour-herald',
  'source:',
  '  retrieved: 2021-03-05',
  '  format: text',
  'rights:',
  '  statement: https://creativecommons.org/publicdomain/zero/1.0/',
  'copy: summary',
  '---',
  '',
  '',
].join('\n');

async function writeTrap(root: string, body: string | Buffer): Promise<void> {
  const path = join(root, 'articles/2021/03/04/trap.md');
  await writeFile(
    path,
    Buffer.concat([Buffer.from(front.replace('03-05\nauthors', '03-04\nauthors')), Buffer.from(body)]),
  );
}

test('trap: Markdown that takes for ever is stopped, and the rest is read', async (context) => {
  const root = await buildTemporaryArchive(context);
  await writeTrap(root, `Text.\n\n${'words and words '.repeat(20)}\n${'\n*word*\n'.repeat(9000)}`);
  const { entries, findings } = await readArchive(root, { timeLimit: 200 });
  assert.equal(findings.length, 1);
  assert.match(
    findings[0]?.message ?? '',
    /cannot be read as Markdown: that takes more than 0.2 seconds of computing/,
  );
  assert.equal(findings[0]?.line, 17);
  assert.deepEqual(
    entries.articles.map(({ id }) => id),
    ['2021/03/04/ferry-returns'],
  );
});

test('trap: a file that is not UTF-8', async (context) => {
  const root = await buildTemporaryArchive(context);
  await writeTrap(root, Buffer.from('Caf\u00e9.', 'latin1'));
  const { findings } = await readArchive(root);
  assert.match(
    findings.map(renderFinding).join('\n'),
    /trap\.md:15:4 the file is not UTF-8 text\. Save it again with the encoding UTF-8\.$/,
  );
});

test('trap: a file as large as a book', async (context) => {
  const root = await buildTemporaryArchive(context);
  await writeTrap(root, 'word '.repeat(250_000));
  const { findings } = await readArchive(root);
  assert.match(findings.map(renderFinding).join('\n'), /trap\.md:1:1 the file has 1221 KB/);
});

test('trap: a link out of the archive', async (context) => {
  const root = await buildTemporaryArchive(context);
  await symlink('/etc/hostname', join(root, 'articles/2021/03/04/hosts.md'));
  const { findings } = await readArchive(root);
  assert.match(
    findings.map(renderFinding).join('\n'),
    /hosts\.md:1:1 this is a link, not a file\. Put the file itself here\.$/,
  );
});
