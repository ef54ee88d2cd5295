// What the page "About this archive" promises a reader can be done as it stands there: its commands, a correction, a removal.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readdir, readFile, realpath, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { parsePage, readAttribute, readText, type HtmlElement } from '../../src/markdown/html-tree.ts';
import { site } from '../../src/site.ts';
import { buildContent, makeFolder } from '../exports/built-archive.ts';
import { runDateline } from '../run-dateline.ts';

interface Built {
  /** A folder with the archive as `content`, as a clone of the repository has it. */
  home: string;
  out: string;
  about: HtmlElement[];
  /** Each block of commands as it is printed. */
  commands: string[];
}

async function buildSite(context: TestContext): Promise<Built> {
  const [root, home] = [await buildContent(context), await makeFolder(context)];
  await symlink(root, join(home, 'content'));
  const ledger = '/people/withdrawn/ -> gone: The holder objected to <b>this</b>.\n';
  await writeFile(join(root, 'permalinks.txt'), ledger);
  const env = { CONTENT_DIR: root, CACHE_DIR: join(home, 'cache') };
  const fixed = await runDateline(['check', '--fix'], env);
  assert.equal(fixed.code, 0, fixed.output);
  const out = join(home, 'site');
  const built = await runDateline(['build'], { ...env, OUT_DIR: out });
  assert.equal(built.code, 0, built.output);
  const about = parsePage(await readFile(join(out, 'about/index.html'), 'utf8'));
  return { home, out, about, commands: about.filter(({ tagName }) => tagName === 'pre').map(readText) };
}

interface Ended {
  code: number;
  printed: string;
}

function shell(command: string, cwd: string, env: Record<string, string> = {}): Promise<Ended> {
  return new Promise((settle) => {
    execFile(
      'bash',
      ['-e', '-o', 'pipefail', '-c', command],
      { cwd, env: { ...process.env, ...env } },
      (error, out, err) => {
        settle({
          code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
          printed: out + err,
        });
      },
    );
  });
}

test('what the page promises can be done as it stands there', async (page) => {
  const built = await buildSite(page);
  await page.test('the first commands fetch the files and compare every full copy', async () => {
    const lines = built.commands[0]?.split('\n') ?? [];
    assert.deepEqual(lines, [
      `git clone ${site.repository?.address ?? ''} archive`,
      'cd archive',
      'npm ci',
      'npm run verify',
    ]);
    const content = await realpath(join(built.home, 'content'));
    const sound = await shell('npm run verify', process.cwd(), { CONTENT_DIR: content });
    assert.equal(sound.code, 0, sound.printed);
    assert.match(sound.printed, /Full copies whose text is what their fixity says: 1\./);
    const path = join(content, 'articles/2022/05/06/a-late-ferry.md');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('nobody answered', 'nobody answers'));
    const altered = await shell('npm run verify', process.cwd(), { CONTENT_DIR: content });
    await writeFile(path, text);
    assert.equal(altered.code, 1, altered.printed);
    assert.match(altered.printed, /a-late-ferry\.md/);
  });

  await page.test(
    'the second command prints, without our program, the fixity that stands under the article',
    async () => {
      const command = built.commands[1] ?? '';
      assert.match(
        command,
        /content\/articles\/2022\/05\/06\/a-late-ferry\.md/,
        'a copy that the archive has',
      );
      const { code, printed } = await shell(command, built.home);
      assert.equal(code, 0, printed);
      const [sum] = printed.split(' ');
      const elements = parsePage(
        await readFile(join(built.out, '2022/05/06/a-late-ferry/index.html'), 'utf8'),
      );
      const codes = elements.filter(({ tagName }) => tagName === 'code').map(readText);
      assert.match(sum ?? '', /^[0-9a-f]{64}$/);
      assert.ok(codes.includes(sum ?? ''), `${sum} is not among ${codes.join()}`);
    },
  );

  await page.test(
    'the second command holds for every full copy of the tests, and for one that was imported',
    async (context) => {
      const imported = join(await makeFolder(context), 'content');
      const { code, output } = await runDateline(
        ['import', resolve('tests/importers/fixtures/text/report/copy.txt')],
        { CONTENT_DIR: imported, CACHE_DIR: join(dirname(imported), 'cache') },
      );
      assert.equal(code, 0, output);
      let compared = 0;
      for (const root of [imported, 'tests/exports/fixtures/scholars']) {
        const names = (await readdir(join(root, 'articles'), { recursive: true })).filter((name) =>
          name.endsWith('.md'),
        );
        for (const name of names) {
          const path = resolve(root, 'articles', name);
          const fixity = /^fixity: (\S+)$/m.exec(await readFile(path, 'utf8'))?.[1];
          if (fixity === undefined) continue;
          const command = built.commands[1]?.replace(/content\/articles\/\S+\.md/, `'${path}'`) ?? '';
          const { printed } = await shell(command, built.home);
          assert.equal(printed.split(' ')[0], fixity, path);
          compared += 1;
        }
      }
      assert.ok(compared >= 3, `${compared} compared`);
    },
  );

  await page.test('the last commands pack the archive and compare it years later', async () => {
    assert.deepEqual(built.commands[2]?.split('\n'), [
      'npm run export -- bag',
      'npm run verify -- archive-bag',
    ]);
    const bag = join(built.home, 'archive-bag');
    const env = { CONTENT_DIR: join(built.home, 'content'), CACHE_DIR: join(built.home, 'cache') };
    const real = { ...env, CONTENT_DIR: await realpath(env.CONTENT_DIR) };
    const packed = await runDateline(['export', 'bag', bag], real);
    assert.equal(packed.code, 0, packed.output);
    assert.equal((await runDateline(['verify', bag], real)).code, 0);
    const path = join(bag, 'data/content/articles/2022/05/06/a-late-ferry.md');
    await writeFile(path, `${await readFile(path, 'utf8')} `);
    const { code, output } = await runDateline(['verify', bag], real);
    assert.equal(code, 1);
    assert.match(output, /a-late-ferry\.md/);
  });

  await page.test('a page that was withdrawn says so at its address, and why', async () => {
    const elements = parsePage(await readFile(join(built.out, 'people/withdrawn/index.html'), 'utf8'));
    const said = elements.filter(({ tagName }) => ['h1', 'p'].includes(tagName)).map(readText);
    assert.ok(said.includes('Withdrawn'));
    assert.ok(said.includes('The reason: The holder objected to <b>this</b>.'), said.join('\n'));
    assert.ok(!elements.some(({ tagName }) => tagName === 'b'));
  });

  await page.test('the page names where to write, and every file that it leads to is there', async () => {
    const links = built.about.flatMap((element) =>
      element.tagName === 'a' ? [readAttribute(element, 'href') ?? ''] : [],
    );
    assert.ok(links.includes(site.contact));
    for (const file of ['licences.txt', '.well-known/security.txt']) {
      assert.ok(links.includes(`/${file}`), file);
      assert.ok((await readFile(join(built.out, file), 'utf8')).length > 0);
    }
    const headings = built.about.filter(({ tagName }) => tagName === 'h2').map(readText);
    for (const heading of [
      'What we promise',
      'What is kept',
      'How it is checked',
      'How to check it yourself',
      'Corrections and removals',
    ])
      assert.ok(headings.includes(heading), heading);
  });
});
