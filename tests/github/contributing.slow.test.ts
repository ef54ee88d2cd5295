// What is said to those who contribute: links lead somewhere, commands exist, and who follows them word for word gets there.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { renderComment } from '../../src/changes/render-comment.ts';
import { buildReportFile } from '../../src/changes/report-file.ts';
import { articleSchema } from '../../src/schema/article.ts';
import { articleTemplate } from '../../src/schema/article-template.ts';
import { personSchema } from '../../src/schema/person.ts';
import { placeKinds } from '../../src/schema/place.ts';
import { renderRightsStatement } from '../../src/schema/rights.ts';
import { site } from '../../src/site.ts';
import { proposalUrl, suggestionUrl } from '../../src/urls.ts';
import { runDateline } from '../run-dateline.ts';

const guide = await readFile('CONTRIBUTING.md', 'utf8');
const others = ['.github/pull_request_template.md', '.github/ISSUE_TEMPLATE/config.yml', 'README.md'];
const repository = site.repository?.address ?? '';
const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: Record<string, string> };

const blocks = (language: string): string[] =>
  [...guide.matchAll(/^ *```(\w+)\n([^]*?)^ *```$/gm)].flatMap(([, name, text = '']) =>
    name === language ? [text] : [],
  );

/** The addresses that GitHub gives to the headings of a file. */
function listAnchors(text: string): string[] {
  const headings = [...text.replace(/^```[^]*?^```$/gm, '').matchAll(/^#+ (.*)$/gm)];
  return headings.map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every link leads to a file, a heading, the form or the editor', async () => {
  for (const name of ['CONTRIBUTING.md', ...others]) {
    const text = await readFile(name, 'utf8');
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|^\[\w+\]: (\S+)$|^\s*url: (\S+)$/gm)];
    for (const [, inline, definition, url] of links) {
      // GitHub shows the file two levels below the repository.
      const link = (inline ?? definition ?? url ?? '').replace(/^\.\.\/\.\./, repository);
      const inside = link.replace(`${repository}/blob/main/`, '');
      if (inside.startsWith('https://')) {
        if (inside.startsWith(repository))
          assert.ok([proposalUrl(), suggestionUrl(articleTemplate)].includes(inside), inside);
        else assert.ok(URL.canParse(inside) && !inside.includes('octo-org'), inside);
        continue;
      }
      const [file = '', anchor] = inside.split('#');
      const path = file === '' ? name : file;
      assert.ok(existsSync(path), `${name} leads to ${link}`);
      if (anchor !== undefined)
        assert.ok(listAnchors(await readFile(path, 'utf8')).includes(anchor), `${name}: ${link}`);
    }
    assert.ok(links.length > 0, name);
  }
  for (const [, path = ''] of guide.matchAll(/\b((?:tests|\.github)\/[\w./-]+\w)/g))
    assert.ok(existsSync(path), path);
});

test('every command exists and takes what it is given', async () => {
  const sources = await readdir('src/cli');
  const commands = [...guide.matchAll(/npm (run )?([a-z]+)((?: -- )?[^`\n]*)/g)];
  assert.ok(commands.length > 10);
  for (const [whole, run, name = '', rest = ''] of commands) {
    assert.ok(run === undefined ? ['ci', 'test'].includes(name) : name in scripts, whole);
    if (name === 'test' || run === undefined) continue;
    const texts = sources.filter((file) => file === `${name}.ts` || file === `${name}-command.ts`);
    const source = (await Promise.all(texts.map((file) => readFile(`src/cli/${file}`, 'utf8')))).join('\n');
    for (const [flag] of rest.matchAll(/--[a-z]+(?:-[a-z]+)*/g))
      assert.ok(source.includes(flag), `${name} knows no ${flag}`);
  }
});

test('the findings that it explains are those that the checks have', async () => {
  const files = (await readdir('src', { recursive: true })).filter((name) => name.endsWith('.ts'));
  const source = (await Promise.all(files.map((name) => readFile(join('src', name), 'utf8')))).join('\n');
  const [, table = ''] = guide.split('## Usual findings');
  const findings = [...table.matchAll(/^\| `(.*?)`/gm)].map(([, words = '']) => words);
  assert.ok(findings.length >= 20);
  for (const finding of findings)
    for (const part of finding.split(/"?…"?/)) assert.ok(source.includes(part.trim()), finding);
  const comment = renderComment(buildReportFile({ findings: [] }));
  assert.ok(comment.includes('### Checks') && comment.includes('Nothing to fix'));
});

test('its examples are what the archive takes', () => {
  const [record = '', corrections = ''] = blocks('yaml');
  const person = personSchema.parse(parse(record.split(/^ *---$/m)[1] ?? ''));
  assert.equal(person.name, 'Jane Doe');
  const parsed = articleSchema.shape.corrections.safeParse(
    (parse(corrections) as { corrections: unknown }).corrections,
  );
  assert.ok(parsed.success && parsed.data.length === 1);
  const [, kinds = ''] = /`kind:` as well \((.*?)\)/.exec(guide) ?? [];
  assert.deepEqual(kinds.split(/, | or /), placeKinds);
  const statements = [...guide.matchAll(/statement: (http\S+?)`|`(https:\/\/creative\S+?)`/g)];
  assert.ok(statements.length >= 4);
  for (const [, statement, licence] of statements)
    assert.notEqual(renderRightsStatement(statement ?? licence ?? ''), undefined);
});

test('who follows it word for word, from a copy on, has an article that passes the checks', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-newcomer-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const content = join(folder, 'content');
  await cp('content', content, { recursive: true });
  const [, practice = ''] = /Practise with an invented one: `npm run import -- (\S+)`/.exec(guide) ?? [];
  const [, section = ''] = guide.split('### Add an article');
  const lines = [...(section.split('\n### ')[0] ?? '').matchAll(/^npm run (\S+)(?: -- (.*))?$/gm)];
  assert.deepEqual(
    lines.map(([, name]) => name),
    ['import', 'new', 'new', 'check', 'check'],
  );
  for (const [line, name = '', rest = ''] of lines) {
    const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '');
    const { code, output } = await runDateline(
      [name, ...args.map((word) => (word === 'copy.txt' ? resolve(practice) : word))],
      { CONTENT_DIR: content, CACHE_DIR: join(folder, 'cache') },
    );
    assert.equal(code, 0, `${line}\n${output}`);
    if (name === 'check') assert.match(output, /The archive is sound/);
    if (name === 'import') assert.match(output, /^To look at$[^]*^Written$/m);
  }
  const ledger = await readFile(join(content, 'permalinks.txt'), 'utf8');
  assert.match(ledger, /^\/2019\/03\/14\/harbour-blockade\S*\/$/m);
  assert.match(ledger, /^\/people\/tamir-al-qadi\/$/m);
});

test('the owners of every file are teams of the organization that holds the repository', async () => {
  const organization = new URL(repository).pathname.split('/')[1] ?? '';
  const rules = (await readFile('.github/CODEOWNERS', 'utf8'))
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' ') as [pattern: string, owner: string]);
  for (const [pattern, owner] of rules) {
    assert.match(owner, new RegExp(`^@${organization}/[a-z-]+$`));
    if (pattern !== '*') assert.ok(existsSync(pattern.slice(1)), pattern);
  }
  const ownerOf = (file: string): string | undefined =>
    rules.findLast(([pattern]) => pattern === '*' || `/${file}`.startsWith(pattern))?.[1];
  assert.notEqual(ownerOf('content/people/x.md'), ownerOf('.github/workflows/comment.yml'));
  assert.equal(ownerOf('.github/workflows/comment.yml'), ownerOf('src/site.ts'));
});
