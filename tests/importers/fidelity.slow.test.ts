// No word of a post is lost silently: what is counted here, by other means than the importer's, is in its body or its report.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runImport } from '../../src/cli/import.ts';

const real = resolve(process.env['DATELINE_SHARED'] ?? '../shared', 'samples/18f-posts');
const invented = fileURLToPath(new URL('fixtures/posts', import.meta.url));

const decode = (text: string): string =>
  text
    .replace(/&(amp|lt|gt|quot|nbsp|mdash|ndash|rsquo|lsquo|rdquo|ldquo|hellip);/g, ' ')
    .replace(/&#\d+;/g, ' ');

/** The words of Markdown without front matter, tags, addresses and signs, each with how often it occurs. */
function countPlain(markdown: string): Map<string, number> {
  const plain = decode(
    markdown
      .replace(/^(---(?:json)?|\+\+\+)\n[^]*?\n(?:---|\+\+\+)\n/, '')
      .replace(/<!--[^]*?-->/g, ' ')
      .replace(/\{\{[^]*?\}\}|\{%[^]*?%\}|\{# [^]*?#\}|\{:[^}]*\}/g, (tag) =>
        [...tag.matchAll(/"([^"]*)"/g)]
          .map(([, text = '']) => (/^[\w-]+$|\//.test(text) ? '' : text))
          .join(' '),
      )
      .replace(/<((?:https?:|mailto:)?[^<>\s]+[@.][^<>\s]+)>/g, ' $1 ')
      .replace(/(?<!\\)<[a-z/][^<>]*>/gi, ' ')
      .replace(/^ {0,3}\[[^\]^][^\]]*\]:\s*\S.*$/gm, ' ')
      .replace(/\]\((?:[^()\s]|\([^()]*\))*(\s+"[^"]*")?\)/g, '] $1 ')
      .replace(/(\])\[\d+\]/g, '$1')
      .replace(/^ *\d+\. /gm, ' '),
  ).replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  return countWords(plain);
}

function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

test('every post is imported, and every word of it is on its page or in the report', async (context) => {
  const isReal = existsSync(real);
  const folder = isReal ? real : invented;
  context.diagnostic(`input: ${isReal ? 'the real posts' : 'the invented posts'}`);
  const root = await mkdtemp(join(tmpdir(), 'dateline-posts-'));
  context.after(() => rm(root, { recursive: true, force: true }));
  process.env['CONTENT_DIR'] = root;
  const names = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith('.md') && basename(name) !== 'body.md',
  );
  const files = names.map((name) => join(folder, name));
  const run = async (): Promise<string[]> => {
    const reports: string[] = [];
    const print = (text: string): void => void reports.push(text.trim());
    const code = await runImport([...files, '--publication', 'made-up-post'], {
      print,
      complain: (text) => assert.fail(text),
      today: '2026-01-01',
    });
    assert.equal(code, 0);
    return reports;
  };
  const reports = await run();
  assert.match(
    reports.pop() ?? '',
    new RegExp(`^${files.length} files: ${files.length} imported, 0 unchanged`),
  );
  let words = 0;
  for (const [index, report] of reports.entries()) {
    const source = countPlain((await readFile(files[index] ?? '', 'utf8')).replaceAll('\r\n', '\n'));
    const [, written = ''] = /-> .*?articles\/(\S+)/.exec(report) ?? [];
    const kept = countPlain(await readFile(join(root, 'articles', written), 'utf8'));
    const said = countWords(decode(report));
    for (const [word, count] of source) {
      words += count;
      const found = (kept.get(word) ?? 0) + (said.get(word) ?? 0);
      assert.ok(found >= count, `${files[index] ?? ''}: "${word}" is there ${count} times, found ${found}`);
    }
  }
  context.diagnostic(`${words} words of ${files.length} posts are accounted for`);
  const again = await run();
  assert.match(again.pop() ?? '', new RegExp(`: 0 imported, ${files.length} unchanged, 0 refused`));
  for (const report of again) assert.match(report, /already in the archive .*nothing changed/);
});
