// Every mistake of the list is reported where it is, with a cure that works, and stops a build if it is an error.
import assert from 'node:assert/strict';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { suite, test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { examineArchive, type Examination } from '../../src/cli/examine.ts';
import { renderForTerminal } from '../../src/cli/render-findings.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const mistakes = fileURLToPath(new URL('fixtures/mistakes/', import.meta.url));

/** A file that a repository cannot hold as text: `base64`, or `before` and so many times `repeat` and `after`; or a link. */
interface OddFile {
  link?: string;
  base64?: string;
  before?: string;
  repeat?: string;
  times?: number;
  after?: string;
}

interface Expected extends Pick<Finding, 'check' | 'severity' | 'file' | 'line'> {
  /** Words in the sentence and in the cure. */
  message: string[];
  fix: string[];
  write?: Record<string, OddFile>;
  /** Whether the folder holds the archive without the mistake too. */
  mended?: true;
}

const silent = { show: () => undefined, end: () => undefined };
const names = (await readdir(mistakes)).sort();

const examine = (root: string): Promise<Examination> => examineArchive(root, silent, { timeLimit: 2000 });

async function layOver(root: string, folder: string): Promise<void> {
  await cp(folder, root, { recursive: true, force: true }).catch((error: NodeJS.ErrnoException) => {
    // A mistake may be all of it odd files.
    if (error.code !== 'ENOENT') throw error;
  });
}

async function writeOddFiles(root: string, files: Record<string, OddFile> = {}): Promise<void> {
  for (const [name, { link, base64 = '', before = '', repeat = '', times = 0, after = '' }] of Object.entries(
    files,
  )) {
    const path = join(root, name);
    await mkdir(dirname(path), { recursive: true });
    if (link !== undefined) await symlink(link, path);
    else
      await writeFile(
        path,
        Buffer.concat([Buffer.from(base64, 'base64'), Buffer.from(before + repeat.repeat(times) + after)]),
      );
  }
}

function find(
  { findings }: Examination,
  root: string,
  { check, severity, file, message }: Expected,
): Finding[] {
  return findings.filter(
    (finding) =>
      finding.check === check &&
      finding.severity === severity &&
      finding.file.replace(`${root}/`, '') === file &&
      message.every((words) => finding.message.includes(words)),
  );
}

test('the list is as long as it was promised to be', () => assert.ok(names.length >= 60, `${names.length}`));

async function tryMistake(context: TestContext, name: string): Promise<void> {
  const folder = join(mistakes, name);
  const expected = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as Expected;
  const root = await buildTemporaryArchive(context);
  await layOver(root, join(folder, 'wrong'));
  await writeOddFiles(root, expected.write);
  const examination = await examine(root);
  const output = renderForTerminal(examination.findings);
  const [found] = find(examination, root, expected);
  assert.ok(found !== undefined, `not reported; only this is:\n${output}`);
  assert.equal(found.line, expected.line, output);
  for (const words of expected.fix) assert.ok(found.fix.includes(words), `no such cure: ${output}`);
  if (expected.severity === 'error') assert.ok(examination.errors > 0);
  assert.doesNotMatch(output, /^\s+at |\bnode:|\.ts:\d|undefined|\[object /m);
  for (const { message, fix } of examination.findings) {
    assert.match(message, /[^.\s]$/);
    assert.match(fix, /[^.\s]$/);
  }

  if (expected.mended === undefined) return;
  const mended = await buildTemporaryArchive(context);
  await layOver(mended, join(folder, 'mended'));
  const after = await examine(mended);
  assert.equal(find(after, mended, expected).length, 0, 'the cure changes nothing');
  assert.equal(after.errors, 0, renderForTerminal(after.findings));
}

void suite('mistake', { concurrency: 2 }, () => {
  for (const name of names) void test(name, (context) => tryMistake(context, name));
});
