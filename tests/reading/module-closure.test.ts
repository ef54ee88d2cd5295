// What a module loads is found at any distance; what it only takes types from does not count.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { readModuleClosure } from '../../src/reading/module-closure.ts';

test('every way to load a module counts, and no type does', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-modules-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const files = {
    'start.ts': `import { join } from 'node:path';
import type { A } from './only-types.ts';
import { type B, b } from './one.ts';
import {
  many,
  names,
} from './two.ts';
export { c } from './three.ts';
export type { D } from './only-types.ts';
import './four.ts';
const five = await import('./five.ts');
`,
    'one.ts': `import { unified } from 'unified';\nimport { a } from './start.ts';\n`,
    'two.ts': `export * from './six.ts';\n`,
    'three.ts': '',
    'four.ts': '',
    'five.ts': `import a, * as b from './one.ts';\n`,
    'six.ts': '',
    'only-types.ts': `import 'never';\n`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const { own, outer } = await readModuleClosure(pathToFileURL(join(folder, 'start.ts')));
  const names = [...own.keys()].map((address) => address.split('/').at(-1));
  assert.deepEqual(names.sort(), [
    'five.ts',
    'four.ts',
    'one.ts',
    'six.ts',
    'start.ts',
    'three.ts',
    'two.ts',
  ]);
  assert.deepEqual([...outer].sort(), ['node:path', 'unified']);
});

test('what an article is read with is code that reads articles, and nothing else', async () => {
  const { own } = await readModuleClosure(new URL('../../src/reading/article-worker.ts', import.meta.url));
  const names = [...own.keys()].map((address) => address.split('/src/')[1] ?? address);
  for (const wanted of [
    'markdown/pipeline.ts',
    'names/recognition/recognize.ts',
    'schema/article.ts',
    'urls.ts',
  ])
    assert.ok(names.includes(wanted), wanted);
  for (const name of names) assert.doesNotMatch(name, /^(?:archive|checks|exports|search|build|text)\//);
});
