// The files of the typeface that are kept between two builds are what was cut, or they are cut anew.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const faces = new URL('../../src/build/faces.ts', import.meta.url).href;

/** The paths of the faces, from `project`; cut by a process that works there. */
async function cutIn(project: string): Promise<string[]> {
  const script = `import { cutFaces } from '${faces}'; console.log(JSON.stringify(await cutFaces()));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: project,
  });
  return (JSON.parse(stdout) as { src: [string] }[]).map(({ src: [path] }) => path);
}

test('a face that was cut short, altered or lost its checksum is cut anew, and the others stay', async (context) => {
  const project = await mkdtemp(join(tmpdir(), 'dateline-faces-'));
  context.after(() => rm(project, { recursive: true, force: true }));
  const paths = await cutIn(project);
  assert.ok(paths.length >= 6);
  const read = (): Promise<Buffer[]> => Promise.all(paths.map((path) => readFile(join(project, path))));
  const before = await read();
  const [short = '', altered = '', unsummed = '', wronglySummed = ''] = paths.map((path) =>
    join(project, path),
  );
  await truncate(short, 100);
  await writeFile(altered, Buffer.from(before[1] ?? []).fill(7, 200, 206));
  await rm(`${unsummed}.sha256`);
  await writeFile(`${wronglySummed}.sha256`, 'x');
  assert.deepEqual(await cutIn(project), paths);
  assert.deepEqual(await read(), before);
});
