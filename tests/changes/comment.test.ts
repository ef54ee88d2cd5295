// The comment under a pull request, as text: readable for its author, and harmless whatever the pull request says.
import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { zipSync, type Zippable } from 'fflate';
import type { Nodes } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { ChangeReport } from '../../src/changes/change-report.ts';
import { commentMarker, renderCode, renderComment } from '../../src/changes/render-comment.ts';
import { buildReportFile, readReportFile, type PullRequestReport } from '../../src/changes/report-file.ts';
import type { Finding } from '../../src/schema/finding.ts';

const finding = (message: string, severity: Finding['severity'] = 'error'): Finding => ({
  check: 'reference',
  severity,
  file: 'content/articles/2021/05/06/harbour-rates.md',
  line: 6,
  column: 5,
  message,
  fix: 'Add the record',
});

const page = { path: '/2021/05/06/harbour-rates/', kind: 'article', title: 'Harbour rates go up' };

const changes: ChangeReport = {
  gained: [page],
  changed: [{ path: '/2021/', kind: 'year', title: '2021' }],
  lost: [
    { path: '/people/old/', kind: 'person', title: 'Old' },
    { path: '/people/older/', kind: 'person', title: 'Older', to: '/people/new/' },
    { path: '/people/oldest/', kind: 'person', title: 'Oldest', to: 'gone' },
    { path: '/people/draft/', kind: 'page', title: '' },
  ],
  names: [
    {
      path: '/people/new/',
      kind: 'people',
      title: 'New',
      isNewRecord: true,
      spellings: ['New', 'Neu', 'Novo'],
    },
    { path: '/people/ada/', kind: 'people', title: 'Ada', isNewRecord: false, spellings: ['Ada N'] },
    { path: '/people/bob/', kind: 'people', title: 'Bob', isNewRecord: true, spellings: ['Bob'] },
  ],
  words: [{ ...page, added: 1200, removed: 1 }],
};

test('says first what is to be mended, then what readers will see', () => {
  const findings = [finding('unknown person "ada"'), finding('a name of two records', 'warning')];
  assert.equal(
    renderComment(buildReportFile({ findings, changes })),
    `<!-- dateline-report -->

### Checks

1 error, 1 warning. Errors must be fixed before this can be merged.

- **error** \`content/articles/2021/05/06/harbour-rates.md:6:5\`<br>\`unknown person "ada"\`<br>\`Add the record\`
- warning \`content/articles/2021/05/06/harbour-rates.md:6:5\`<br>\`a name of two records\`<br>\`Add the record\`

### What readers will see

1 page gained, 1 changed, 4 lost.

**Lost**

- \`/people/old/\` \`Old\` **leads nowhere**
- \`/people/older/\` \`Older\` leads to \`/people/new/\`
- \`/people/oldest/\` \`Oldest\` withdrawn
- \`/people/draft/\` **leads nowhere**

**Gained**

- \`article\` \`/2021/05/06/harbour-rates/\` \`Harbour rates go up\`

**Changed**

- \`year\` \`/2021/\` \`2021\`

**Names added**

- \`New\`, new, also \`Neu\`, \`Novo\`
- \`Ada\`: also \`Ada N\`
- \`Bob\`, new

**Words changed**

- \`Harbour rates go up\` 1,200 added, 1 removed
`,
  );
});

test('says so where nothing changes, and where nothing can be said yet', () => {
  const nothing = { gained: [], changed: [], lost: [], names: [], words: [] };
  assert.equal(
    renderComment(buildReportFile({ findings: [], changes: nothing })),
    `${commentMarker}\n\n### Checks\n\nNothing to fix.\n\n### What readers will see\n\nNo page changes.\n`,
  );
  assert.match(
    renderComment(buildReportFile({ findings: [finding('no title')] })),
    /there is no report of what would change yet\.\n$/,
  );
});

const nasty = [
  '@octocat @octo-org/team #1 GH-1 octo-org/dateline#2 0123456789abcdef0123456789abcdef01234567',
  '[click](https://evil.example) ![x](https://evil.example/x.png) <https://evil.example> www.evil.example a@evil.example',
  '<img src=https://evil.example/x.png> <script>alert(1)</script> <!-- --> &lt;b&gt; <details open>',
  '`code` ``more`` `` ` `` ```\n```html\n<b>',
  '``` ``` ` @octocat `',
  '\n\n# Heading\n\n- item\n\n> quote\n\n| a | b |\n|---|---|\n| @octocat | c |\n\n---\n',
  '\\` @octocat \\',
  'right \u202eto left\u2066 \u200b \u0007 \ufeff \u2028 line',
  '   ',
  '`',
  'ends in a backslash \\',
  '[ref]: https://evil.example\n\n[ref]',
  '$`x`$ $$x$$ :tada: ~~struck~~ **bold**',
];

test('what a pull request says is shown and does nothing', () => {
  for (const text of [...nasty, nasty.join('\n\n')]) {
    const hostile = { path: text, kind: text.slice(0, 60), title: text };
    const report: PullRequestReport = {
      findings: [{ ...finding(text), file: text, fix: text }],
      changes: {
        gained: [hostile],
        changed: [hostile],
        lost: [hostile, { ...hostile, to: text }],
        names: [{ ...hostile, isNewRecord: true, spellings: [text, `${text}!`] }],
        words: [{ ...hostile, added: 1, removed: 1 }],
      },
    };
    const comment = renderComment(buildReportFile(report));
    const tree: Nodes = unified()
      .data('micromarkExtensions', [gfmTable()])
      .data('fromMarkdownExtensions', [gfmTableFromMarkdown()])
      .use(remarkParse)
      .parse(comment);
    const plain: string[] = [];
    visit(tree, (node) => {
      const allowed = ['root', 'heading', 'paragraph', 'list', 'listItem', 'strong', 'text', 'inlineCode'];
      if (node.type === 'html') assert.ok(['<br>', commentMarker].includes(node.value), node.value);
      else assert.ok(allowed.includes(node.type), `${node.type} from ${JSON.stringify(text)}`);
      if (node.type === 'text') plain.push(node.value);
    });
    assert.doesNotMatch(plain.join(' '), /@|evil|#\d|octo|`|:tada:|0123456/);
    assert.equal(comment.match(/^### /gm)?.length, 2);
    assert.equal(comment.split(commentMarker).length, 2);
    assert.ok(comment.startsWith(`${commentMarker}\n`));
    assert.doesNotMatch(comment, /[\u200b\u202e\u2066\u0007\ufeff\u2028]/);
  }
});

test('a text is one code span and no longer than it may be', () => {
  assert.equal(renderCode('plain'), '`plain`');
  assert.equal(renderCode(' a\n b\t`c` '), '`a b ’c’`');
  assert.equal(renderCode('\u202e'), '(nothing)');
  assert.equal(renderCode('x'.repeat(300)), `\`${'x'.repeat(200)}…\``);
  assert.equal(renderCode('😀'.repeat(6), 5), '`😀😀😀😀😀…`');
});

test('a long report is cut, and says how long it is', () => {
  const many = Array.from({ length: 3000 }, (_, index) => ({ ...page, path: `/p${index}/` }));
  const comment = renderComment(
    buildReportFile({ findings: [], changes: { ...changes, lost: [], gained: many } }),
  );
  assert.match(comment, /3,000 pages gained/);
  assert.match(comment, /\n- and 2,950 more\n/);
  const long = Array.from({ length: 50 }, () => ({ ...finding('m'.repeat(5000)), fix: 'f'.repeat(5000) }));
  const texts = Array.from({ length: 50 }, (_, index) => ({
    path: 'p'.repeat(500),
    kind: 'k',
    title: `${index}t`.repeat(500),
  }));
  const worst = renderComment(
    buildReportFile({
      findings: long,
      changes: { gained: texts, changed: texts, lost: texts, names: [], words: [] },
    }),
  );
  assert.ok(worst.length < 65_536, String(worst.length));
});

test('only a report is read as one', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-report-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'report.json');
  const read = async (text: string): Promise<unknown> => {
    await writeFile(file, text);
    return readReportFile(file);
  };
  const good = buildReportFile({ findings: [finding('x')], changes });
  assert.deepEqual(await read(JSON.stringify(good)), good);
  await assert.rejects(read('{'), /not JSON/);
  await assert.rejects(read('[]'), /not one of ours/);
  await assert.rejects(read(JSON.stringify({ ...good, number: 7 })), /not one of ours/);
  await assert.rejects(read(JSON.stringify({ findings: { total: -1, entries: [] } })), /not one of ours/);
  await assert.rejects(read(JSON.stringify(good).replace('"x"', `"${'x'.repeat(5000)}"`)), /not one of ours/);
  await assert.rejects(read(' '.repeat(1024 * 1024 + 1)), /are not read/);
});

test('a report is read out of the ZIP file that it travels in, and nothing else of that', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-report-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'report.zip');
  const read = async (bytes: Uint8Array): Promise<unknown> => {
    await writeFile(file, bytes);
    return readReportFile(file);
  };
  const good = buildReportFile({ findings: [finding('x')], changes });
  const report = Buffer.from(JSON.stringify(good));
  assert.deepEqual(await read(zipSync({ 'report.json': report })), good);
  assert.deepEqual(await read(zipSync({ 'report.json': [report, { level: 0 }] })), good);
  const bomb = new Uint8Array(20_000_000);
  assert.deepEqual(await read(zipSync({ 'a.json': bomb, 'report.json': report })), good, 'not unpacked');

  await assert.rejects(read(zipSync({ 'report.json': bomb })), /20000000 bytes when it is unpacked/);
  await assert.rejects(read(zipSync({ 'report.jso': report })), /has no report\.json/);
  await assert.rejects(read(zipSync({ 'x/../report.json': report })), /has no report\.json/);
  await assert.rejects(read(zipSync({})), /has no report\.json/);
  await assert.rejects(read(zipSync({ 'report.json': report }).subarray(0, -30)), /cannot be unpacked/);
  await assert.rejects(read(Buffer.from('PK\x03\x04')), /cannot be unpacked/);
  const many: Zippable = Object.fromEntries(Array.from({ length: 17 }, (_, index) => [`${index}`, report]));
  await assert.rejects(read(zipSync(many)), /cannot be unpacked/);

  const twice = Buffer.from(zipSync({ 'report.json': report, 'report.jsom': report }));
  for (const at of [twice.indexOf('report.jsom'), twice.lastIndexOf('report.jsom')])
    twice.write('report.json', at);
  await assert.rejects(read(twice), /cannot be unpacked/);

  // It says that it is small, in both places, and is not.
  const liar = Buffer.from(zipSync({ 'report.json': new Uint8Array(60_000_000) }));
  const small = Buffer.alloc(4);
  small.writeUInt32LE(1000);
  small.copy(liar, 22);
  small.copy(liar, liar.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 24);
  const before = process.memoryUsage.rss();
  await assert.rejects(read(liar), /not JSON|cannot be unpacked/);
  assert.ok(process.memoryUsage.rss() - before < 40_000_000, 'unpacked in full');
});
