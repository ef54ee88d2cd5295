// Everything of other people's that a build puts into the site is named in licences.txt, with its licence.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { renderLicences, shipped } from '../../src/exports/policy/licences.ts';
import { licencesUrl } from '../../src/urls.ts';
import { runDateline } from '../run-dateline.ts';

let folder: string;
let site: string;
let bundled: string[];
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-licences-'));
  site = join(folder, 'site');
  const built = await runDateline(['build'], { OUT_DIR: site, CACHE_DIR: join(folder, 'cache') });
  assert.equal(built.code, 0, built.output);
  const { stdout } = await promisify(execFile)(process.execPath, ['tests/supply/list-bundled.ts']);
  bundled = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as string[];
});
after(() => rm(folder, { recursive: true, force: true }));

const names = shipped.map(({ name }) => name);

test('the site has the licences, those of the typefaces and of the search in full', async () => {
  const text = await readFile(join(site, 'licences.txt'), 'utf8');
  assert.equal(text, await renderLicences());
  for (const name of names) assert.match(text, new RegExp(`^${name.replace('/', '\\/')} \\d+\\.`, 'm'));
  assert.ok(text.split('SIL OPEN FONT LICENSE Version 1.1').length > 5);
  assert.match(text, /Copyright 2020 The Newsreader Project Authors/);
  assert.match(text, /Copyright \(c\) Pagefind/);
  for (const page of ['about', 'rights'])
    assert.ok(
      (await readFile(join(site, page, 'index.html'), 'utf8')).includes(`href="${licencesUrl()}"`),
      page,
    );
});

test('every package in the program that browsers run is named', () => {
  assert.ok(bundled.length > 0, 'the program is made of the project and nothing else, which is not so');
  for (const name of bundled) assert.ok(names.includes(name), `${name} is in the program of the search page`);
  const inProgram = shipped.filter(({ what }) => what.includes('_astro/*.js')).map(({ name }) => name);
  assert.deepEqual(inProgram.sort(), bundled);
});

test('every program and typeface among the files has its origin', async () => {
  const files = (await readdir(site, { recursive: true })).map((file) => file.split(sep).join('/'));
  const origins: [file: RegExp, origin: string][] = [
    [/^_astro\/fonts\/[\w-]+\.woff2$/, '@fontsource-variable/newsreader'],
    [/^_astro\/[\w.-]+\.js$/, 'vite'],
    [/^pagefind\/(?:pagefind(?:-[a-z]+)?\.js|wasm\.\w+\.pagefind)$/, 'pagefind'],
  ];
  const foreign = files.filter((file) => /\.(?:[cm]?js|wasm|css|woff2?|ttf|otf)$|\/wasm\./.test(file));
  assert.ok(foreign.length > 5);
  for (const file of foreign) {
    const origin = origins.find(([pattern]) => pattern.test(file))?.[1];
    assert.ok(origin !== undefined && names.includes(origin), `${file} comes from nowhere that is named`);
  }
});

test('what the sources take from packages as data is named', async () => {
  const sources = (await readdir('src', { recursive: true })).filter((file) => /\.(?:ts|astro)$/.test(file));
  const found = new Set<string>();
  for (const file of sources) {
    const text = await readFile(join('src', file), 'utf8');
    for (const [, name = ''] of text.matchAll(/from '((?:@[\w.-]+\/)?[\w.-]+)\/[^']*\.json'/g))
      found.add(name);
    for (const [, name = ''] of text.matchAll(/[`'](@fontsource[\w-]*\/[\w-]+)\//g)) found.add(name);
    if (file.endsWith('card-faces.ts'))
      for (const [, name = ''] of text.matchAll(/^ {2}'([\w-]+)\/files\//gm))
        found.add(`@fontsource/${name}`);
  }
  assert.ok(found.size >= 7, [...found].join());
  for (const name of found) assert.ok(names.includes(name), `${name} is read and not named`);
});
