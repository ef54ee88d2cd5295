// Files that are no copies of an article: each is refused in a sentence that says what to do, and stops none of the others.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readDrafts } from '../../src/importers/drafts.ts';
import { readKnownArchive } from '../../src/importers/known.ts';

const fixture = fileURLToPath(new URL('fixtures/text/report/copy.pdf', import.meta.url));
const pdf = await readFile(fixture);

/** A PDF of one page; numbers of objects from 5 on are those of `others`. */
function buildPdf(content: string, others: readonly string[] = [], trailer = ''): string {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...others,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  return `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${text.length}\n%%EOF\n`;
}

const locked = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;
const paid =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ostra waits","isAccessibleForFree":false}</script>';
const head = 'Ostra waits\nBy Dana Orell\n3 January 2020\n\n';

const bad: [name: string, content: string | Uint8Array, refusal: RegExp][] = [
  ['empty.txt', '', /empty; save the copy once more/],
  ['data.txt', new Uint8Array(4096).map((_, index) => (index * 7919) % 251), /data for a program; save/],
  ['letter.docx', 'PK\u0003\u0004and more', /a word processor.*; save the article as plain text/],
  ['picture.html', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), /a picture; save/],
  ['page.mhtml', 'From: <Saved by Somebody>\r\nMIME-Version: 1.0\r\n', /a web archive.*; save/],
  ['hidden.txt', `${head}Hello \u202ethere.\n`, /Line 5 .*U\+202E.*; delete it/],
  ['huge.txt', `${head}${'On and on it goes.\n'.repeat(60_000)}`, /KB; more than 1024 KB .*alone/],
  ['broken.pdf', '%PDF-1.4\n1 0 obj\n<< /Type', /damaged, or is none; save or print/],
  ['half.pdf', pdf.subarray(0, pdf.length / 2), /damaged, or is none; save or print/],
  [
    'locked.pdf',
    buildPdf('BT ET', [locked], `/Encrypt 5 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`),
    /encrypted; save it without a password/,
  ],
  ['scan.pdf', buildPdf('0 0 100 100 re f'), /only pictures of pages; run it through text recognition/],
  [
    'app.html',
    '<!doctype html><title>x</title><div id="root"></div><script src="/app.js"></script>',
    /No article .*Copy its text/,
  ],
  [
    'paid.html',
    `<!doctype html>${paid}<main><h1>Ostra waits</h1><div class="paywall"><p>Subscribe to read on.</p></div></main>`,
    /No article .*for subscribers/,
  ],
  [
    'hidden.html',
    '<!doctype html><title>Ostra waits</title><p>The town of Ostra \u202ewaited through the night for news of the boats, and for bread.</p>',
    /U\+202E stands behind "The town of Ostra "; delete it/,
  ],
  ['deep.html', `<!doctype html>${'<div>'.repeat(20_000)}x`, /nested too deeply.*; save/],
  ['matter.md', '---\ntitle: [\n---\nx\n', /front matter cannot be read.*Mend it/],
  ['signs.md', `# Ostra waits\n\n${'*a_ '.repeat(20_000)}`, /Line 3 .*more than 3,000 signs.*backslash/],
  ['tags.html', `<!doctype html>${'<b>'.repeat(200_000)}x`, /more than 150000 tags.*; save/],
  ['attributes.html', `<!doctype html><p ${'a '.repeat(50_000)}>x`, /thousands of attributes; save/],
  ['lines.txt', `${head}${'On.\n'.repeat(60_000)}`, /60005 lines.*; save/],
];

test('what is no copy is refused with a cure, and the others are read', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-bad-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  const good = join(folder, 'good.txt');
  await writeFile(good, `${head}The town was quiet on Monday.\n`);
  for (const [name, content] of bad) await writeFile(join(folder, name), content);
  const archive = await readKnownArchive(join(folder, 'content'));
  const options = { authors: [], replace: false, today: '2026-01-01' };
  const paths = [...bad.map(([name]) => join(folder, name)), join(folder, 'missing.txt'), good];
  const drafts = await readDrafts(paths, archive, options, { timeLimit: 8000 });
  for (const [index, [name, , expected]] of bad.entries()) {
    const draft = drafts[index];
    assert.ok(draft !== undefined && 'refusals' in draft, name);
    assert.equal(draft.refusals.length, 1, name);
    assert.match(draft.refusals[0] ?? '', expected, name);
  }
  const [missing, last] = drafts.slice(-2);
  assert.deepEqual(missing, { refusals: ['There is no such file; is its name spelled right?'] });
  assert.ok(last !== undefined && !('refusals' in last));
  assert.equal(last.title, 'Ostra waits');
});
