// The house keeps its shape: arrows point one way, every file opens with its sentence, no drawer without a name.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readModuleClosure } from '../src/reading/module-closure.ts';

const root = fileURLToPath(new URL('../', import.meta.url));

/** What each layer may import besides itself. */
const inner = ['site', 'urls', 'text', 'schema', 'names', 'markdown', 'disk', 'reading', 'archive'];
const pure = [...inner, 'views'];
const outer = [...pure, 'checks', 'changes', 'importers', 'exports', 'search'];
/** What a page may know: its view, and no archive. */
const shown = outer.filter((name) => name !== 'archive');
const layers: Record<string, string[]> = {
  site: [],
  text: [],
  disk: [],
  urls: ['site'],
  schema: ['site', 'urls', 'text'],
  names: ['site', 'urls', 'text', 'schema'],
  markdown: ['site', 'urls', 'text', 'schema', 'names'],
  reading: ['site', 'urls', 'text', 'schema', 'names', 'markdown', 'disk'],
  archive: ['site', 'urls', 'text', 'schema', 'names', 'markdown', 'reading'],
  views: ['site', 'urls', 'text', 'schema', 'names', 'markdown', 'reading', 'archive'],
  checks: pure,
  changes: pure,
  importers: pure,
  exports: pure,
  search: pure,
  build: [...outer, 'styles'],
  'content.config': [...inner, 'build'],
  cli: [...outer, 'build'],
  components: [...shown, 'styles'],
  layouts: [...shown, 'build', 'components', 'styles'],
  pages: [...shown, 'build', 'components', 'layouts', 'styles'],
  styles: [],
};

const names = await readdir(join(root, 'src'), { recursive: true });
const files = names.map((name) => name.split(sep).join('/')).filter((name) => /\.(?:ts|astro)$/.test(name));
const layerOf = (file: string): string => (file.split('/')[0] ?? '').replace(/\.(?:ts|astro)$/, '');

test('arrows point one way', async () => {
  for (const file of files) {
    const text = await readFile(join(root, 'src', file), 'utf8');
    const allowed = layers[layerOf(file)];
    assert.ok(allowed !== undefined, `src/${file} lies in no layer of the house`);
    for (const [, path = ''] of text.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)) {
      const target = layerOf(
        relative(join(root, 'src'), resolve(root, 'src', dirname(file), path))
          .split(sep)
          .join('/'),
      );
      assert.ok(
        target === layerOf(file) || allowed.includes(target),
        `src/${file} imports ${path}: ${layerOf(file)} must not know ${target}`,
      );
    }
  }
});

test('the archive and its views are pure: at run time they know neither disk nor clock nor Astro', async () => {
  for (const file of files.filter((name) => /^(?:archive|views)\//.test(name))) {
    const { own, outer } = await readModuleClosure(new URL(`../src/${file}`, import.meta.url));
    // A schema says what a value is, and is as pure.
    assert.deepEqual(
      [...outer].filter((name) => name !== 'zod'),
      [],
      `src/${file}`,
    );
    for (const [address, source] of own)
      assert.doesNotMatch(source, /\bDate\.now|new Date\(\)|performance\.|Math\.random|\bprocess\./, address);
  }
});

test('run-time astro:content has two doors only', async () => {
  for (const file of files) {
    const text = await readFile(join(root, 'src', file), 'utf8');
    if (/from 'astro:content'/.test(text))
      assert.ok(['content.config.ts', 'build/current-pages.ts'].includes(file), `src/${file}`);
  }
});

test('every file opens with one sentence that places it', async () => {
  for (const file of files) {
    const text = await readFile(join(root, 'src', file), 'utf8');
    assert.match(text, /^(?:\/\/|---\n\/\/|\/\*\*?) ?\S.*\S/, `src/${file} has no opening sentence`);
  }
});

test('every drawer has a name of its own, and no file holds two ideas', async () => {
  for (const file of files) {
    assert.doesNotMatch(file, /(?:^|\/)(?:utils?|libs?|helpers?|common|misc|data)(?:\/|\.)/);
    const lines = (await readFile(join(root, 'src', file), 'utf8')).split('\n').length;
    assert.ok(lines <= 220, `src/${file} has ${lines} lines`);
  }
});
