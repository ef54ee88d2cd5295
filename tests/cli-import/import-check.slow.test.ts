// An import writes nothing that "check" would refuse: it says why instead, in the words of the check.
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { examineArchive } from '../../src/cli/examine.ts';
import { runImport } from '../../src/cli/import.ts';
import { absoluteUrl, homeUrl } from '../../src/urls.ts';

const publication =
  '---\nname: Ostra Courier\ndescription: A paper.\nwebsite: https://www.ostra.example\nlanguage: en\n---\n';
const prose = (topic: string): string =>
  `The town of Ostra waited through the night for news of ${topic}, and for bread, and for the ferry, and nobody in the whole town went to bed before the morning came with rain and wind.`;

async function openDesk(context: TestContext): Promise<{
  root: string;
  run: (name: string, text: string, ...args: string[]) => Promise<{ code: number; said: string }>;
  articles: () => Promise<string[]>;
  errors: () => Promise<string[]>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-import-check-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const root = join(folder, 'content');
  await mkdir(join(root, 'publications'), { recursive: true });
  await writeFile(join(root, 'publications/ostra-courier.md'), publication);
  process.env['CONTENT_DIR'] = root;
  process.env['INIT_CWD'] = folder;
  return {
    root,
    run: async (name, text, ...args) => {
      await writeFile(join(folder, name), text);
      const said: string[] = [];
      const note = (line: string): void => void said.push(line);
      const flags = ['--publication', 'ostra-courier', ...args];
      const code = await runImport([name, ...flags], { today: '2026-01-02', print: note, complain: note });
      return { code, said: said.join('\n') };
    },
    articles: async () =>
      (await readdir(join(root, 'articles'), { recursive: true }).catch(() => [])).filter((name) =>
        name.endsWith('.md'),
      ),
    errors: async () => {
      const { findings } = await examineArchive(root, { show: () => undefined, end: () => undefined });
      return findings
        .filter(({ severity }) => severity === 'error')
        .map(({ file, message }) => `${file}: ${message}`);
    },
  };
}

const copy = (title: string, text: string): string =>
  `${title}\nBy Dana Orell\n3 January 2020\n\n${text}\n\nNobody knew why.\n`;

test('what the check would refuse is not written, and the reason is said', async (context) => {
  const { root, run, articles, errors } = await openDesk(context);
  await writeFile(join(root, 'permalinks.txt'), '/2020/01/03/moved-away/ -> /2020/01/03/ostra-waits/\n');
  assert.equal(
    (await run('first.txt', copy('Ostra waits', prose('boats')), '--url', 'https://www.ostra.example/a'))
      .code,
    0,
  );
  const cases: [name: string, text: string, flags: string[], reason: RegExp][] = [
    [
      'same-address.txt',
      copy('Another', prose('trains')),
      ['--url', 'https://ostra.example/a/?utm_source=x'],
      /this address is the source of articles\/2020\/01\/03\/ostra-waits\.md too.*Remove one of the two/,
    ],
    ['same-text.txt', copy('Once more', prose('boats')), [], /text is the same as that of articles\/2020\/01\/03\/ostra-waits\.md/],
    ['moved.txt', copy('Moved away', prose('cars')), [], /permalinks\.txt says that .* leads to .*--slug/],
    ['too-early.txt', copy('Early', prose('sheep')), ['--retrieved', '2019-01-01'], /before the article appeared.*Correct/],
    ['nothing.txt', copy('Untitled', prose('cows')), [], /"Untitled" says nothing; give it with --title/],
    [
      'own-link.md',
      `---\ntitle: Link\ndate: 2020-01-03\n---\n\n${prose('goats')} [Here](${absoluteUrl(homeUrl())}people/nobody/).\n`,
      [],
      /a link to \/people\/nobody\/.*Remove the link/,
    ],
    ['merge.md', `---\ntitle: Merge\ndate: 2020-01-03\n---\n\n${prose('bees')}\n\n\`\`\`\n<<<<<<< HEAD\n\`\`\`\n`, [], /left side by side by a merge/],
  ]; // prettier-ignore
  for (const [name, text, flags, reason] of cases) {
    const { code, said } = await run(name, text, ...flags);
    assert.equal(code, 1, `${name}: ${said}`);
    assert.match(said, reason);
  }
  assert.deepEqual(await articles(), ['2020/01/03/ostra-waits.md']);
  // That of the ledger, whose redirect leads to a page that is there, is none.
  assert.deepEqual(await errors(), []);
});

test('names that Windows does not have, and traces of a merge in a text, are written so that they pass', async (context) => {
  const { root, run, articles, errors } = await openDesk(context);
  const text = `${prose('ships')}\n\n<<<<<<< HEAD\nof the line\n||||||| base\n>>>>>>> other`;
  const { code, said } = await run('con.txt', copy('Con', text), '--author', 'Nul');
  assert.equal(code, 0, said);
  assert.deepEqual(await articles(), ['2020/01/03/con-1.md']);
  assert.match(await readFile(join(root, 'people/nul-1.md'), 'utf8'), /^name: Nul$/m);
  assert.deepEqual(await errors(), []);
});
