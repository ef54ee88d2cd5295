// Copies that are made to cost time or memory: each is imported or refused within its limits, and no other copy notices.
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { runImport } from '../../src/cli/import.ts';
import { joinPdf } from './hostile-copies.ts';
import type { Outcome, Trial } from './trial.ts';

/** Seconds of computing that an import may take if it is not refused. */
const enough = 2;

/** Seconds of computing after which a copy must have been refused: all that its worker may take, and what surrounds it. */
const most = 30;

/** Megabytes that the process may grow by while it reads one of them. */
const mostMemory = 2500;

interface Case {
  what: string;
  /** The name of the file. */
  name: string;
  build: () => string | Uint8Array;
  /** Whether it is tried in the short form. */
  isShort?: true;
}

const times = (text: string, count: number): string => text.repeat(count);
const megabytes = (count: number): number => count * 1024 * 1024;

const head = 'Ostra waits for the boats\nBy Dana Orell\n3 January 2020\n\n';
const prose =
  'The town of Ostra waited through the night for news of the boats, and for bread, and nobody went to bed before morning came.';

/** A page whose article is honest, with something in it, before it or behind it. */
const page = (inside: string, before = '', behind = ''): string =>
  `<!doctype html><html lang="en"><head><title>Ostra waits for the boats</title>${before}</head><body><article>
<h1>Ostra waits for the boats</h1><p>By Dana Orell</p><time datetime="2020-01-03">3 January 2020</time><p>${prose}</p>
${inside}<p>${prose.replace('Ostra', 'Lund')}</p></article>${behind}</body></html>`;

const linkedData = (json: string): string => `<script type="application/ld+json">${json}</script>`;

const matter = (fields: string): string =>
  `---\ntitle: Ostra waits\ndate: 2020-01-03\n${fields}\n---\n\n${prose}\n`;

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** A PDF with these objects behind catalogue, pages, page and content. */
const pdf = (content: string, others: readonly string[] = [], dictionary = ''): Uint8Array =>
  Buffer.from(
    joinPdf(
      [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        `<< /Length ${content.length} ${dictionary} >>\nstream\n${content}\nendstream`,
        '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
        ...others,
      ],
      '',
    ),
    'latin1',
  );

const article =
  'BT /F1 20 Tf 50 700 Td (Ostra waits) Tj /F1 11 Tf 0 -30 Td (By Dana Orell, 3 January 2020) Tj 0 -30 Td (The town waited.) Tj ET';

const locked = `<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`;

const deflated = (size: number, rounds = 1): string => {
  let bytes: Uint8Array = deflateSync(new Uint8Array(size).fill(32));
  for (let round = 1; round < rounds; round += 1) bytes = deflateSync(bytes);
  return hexOf(bytes);
};

const cases: readonly Case[] = [
  // HTML
  { what: 'a million nested elements', name: 'nested.html', build: () => page(times('<div>', megabytes(1))) },
  {
    what: '20,000 nested elements',
    name: 'deep.html',
    build: () => page(times('<b>', 20_000)),
    isShort: true,
  },
  { what: 'nested paragraphs in tables', name: 'tables.html', build: () => page(times('<table><tr><td><p>', 50_000)) },
  { what: 'nested formatting that is rebuilt', name: 'formatting.html', build: () => page(times('<p><a><b><i>', 50_000)) },
  {
    what: 'formatting that is adopted',
    name: 'adoption.html',
    build: () => page(times('<a><b><div>', 20_000) + times('</a></b>', 20_000)),
  },
  {
    what: 'a million attributes',
    name: 'attributes.html',
    build: () => page(`<p ${Array.from({ length: 1_000_000 }, (_, index) => `a${index}=""`).join(' ')}>x</p>`),
  },
  {
    what: '5,000 attributes',
    name: 'some-attributes.html',
    build: () => page(`<p ${Array.from({ length: 5000 }, (_, index) => `a${index}=""`).join(' ')}>x</p>`),
    isShort: true,
  },
  {
    what: '100,000 links',
    name: 'links.html',
    build: () =>
      page(
        Array.from({ length: 100_000 }, (_, index) => `<a href="/x${index}">link ${index}</a> `).join('\n'),
      ),
  },
  {
    what: '100,000 pictures',
    name: 'pictures.html',
    build: () => page(times('<img src="/x.jpg" alt="a picture of boats">', 100_000)),
  },
  {
    what: 'a table of 200,000 cells',
    name: 'table.html',
    build: () => page(`<table>${times(`<tr>${times('<td>1</td>', 20)}</tr>`, 10_000)}</table>`),
  },
  {
    what: 'a cell over a million columns',
    name: 'columns.html',
    build: () => page(times('<table><tr><td colspan="1000000" rowspan="65000">x</td><td>y</td></tr><tr><td>z</td><td>a</td></tr></table>', 20)),
    isShort: true,
  },
  { what: 'all elements unclosed', name: 'unclosed.html', build: () => page(times('<ul><li><p>words ', 30_000)) },
  { what: 'one line of 5 MB', name: 'line.html', build: () => page(`<p>${times('words and ', 500_000)}</p>`) },
  { what: '100,000 paragraphs', name: 'paragraphs.html', build: () => page(times(`<p>${prose}</p>`, 20_000)) },
  { what: 'lists 5,000 deep', name: 'lists.html', build: () => page(times('<ul><li>', 5000)) },
  {
    what: 'a bomb of entities',
    name: 'entities.html',
    build: () =>
      `<!DOCTYPE html [${Array.from({ length: 30 }, (_, index) => `<!ENTITY e${index + 1} "${times(`&e${index};`, 10)}">`).join('')}]>${page('<p>&e30; &e30;</p>')}`,
    isShort: true,
  },
  { what: '500,000 character references', name: 'references.html', build: () => page(`<p>${times('&amp;&notit;', 500_000)}</p>`) },
  { what: 'linked data of 5 MB', name: 'data.html', build: () => page('', linkedData(`{"@type":"NewsArticle","headline":"${times('x', megabytes(5))}"}`)) },
  {
    what: 'linked data 100,000 deep',
    name: 'deep-data.html',
    build: () => page('', linkedData(`${times('{"@graph":[', 100_000)}1${times(']}', 100_000)}`)),
    isShort: true,
  },
  {
    what: 'linked data of a million articles',
    name: 'wide-data.html',
    build: () => page('', linkedData(`[${times('{"@type":"Article"},', 200_000)}1]`)),
  },
  { what: 'a headline of 5 MB', name: 'headline.html', build: () => page('').replaceAll('for the boats<', `${times('for the boats ', 350_000)}<`) },
  { what: 'a description of 5 MB', name: 'description.html', build: () => page('', `<meta name="description" content="${times('words ', 800_000)}">`), isShort: true },
  { what: 'comments that never end', name: 'comments.html', build: () => page(times('<!-- ', megabytes(1))) },
  { what: 'a class of 2 MB', name: 'class.html', build: () => page(`<p class="${times('a b-', 500_000)}">x</p>`) },
  { what: '300,000 spaces in a row', name: 'spaces.html', build: () => page(`<p>a${times(' ', 300_000)}b</p>`) },
  { what: 'a letter with 100,000 marks', name: 'marks.html', build: () => page(`<p>a${times('\u0301', 100_000)}</p>`) },
  { what: 'an address of 1 MB', name: 'address.html', build: () => page(`<a href="https://example.org/${times('x', megabytes(1))}">x</a>`) },
  { what: 'markup in every title', name: 'titles.html', build: () => page(times('<a href="/x" title="&lt;b&gt;words">w</a> ', 20_000)) },
  // Text and encodings
  { what: 'one line of 1 MB', name: 'line.txt', build: () => head + times('words and ', 100_000) },
  { what: '500,000 empty lines', name: 'empty.txt', build: () => `${head}${times('\n', 500_000)}${prose}\n` },
  { what: '200,000 lines of one word', name: 'words.txt', build: () => head + times('cut-\n', 200_000) },
  { what: 'lines that are all dates', name: 'dates.txt', build: () => times('3 January 2020\n', 60_000) },
  { what: 'lines that are all bylines', name: 'bylines.txt', build: () => times('By Dana Orell and\n', 50_000) },
  { what: 'a megabyte of NULs', name: 'nul.txt', build: () => new Uint8Array(megabytes(1)), isShort: true },
  { what: 'an encoding that lies', name: 'lie.html', build: () => Buffer.concat([Buffer.from('<meta charset="utf-16be">'), Buffer.from(page('').slice(15)), Buffer.from([0xe9, 0xff, 0xfe])]), isShort: true },
  { what: 'UTF-16 with half a sign', name: 'wide.txt', build: () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(head + prose, 'utf16le'), Buffer.from([0xd8])]), isShort: true },
  { what: '5 MB in no encoding', name: 'bytes.html', build: () => new Uint8Array(megabytes(5)).map((_, index) => 0x80 + ((index * 7919) % 127)) },
  // Markdown
  { what: 'aliases that multiply', name: 'aliases.md', build: () => matter(`a0: &a0 [x, x]\n${Array.from({ length: 30 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}, *a${index}]`).join('\n')}`), isShort: true },
  { what: 'front matter 5,000 deep', name: 'deep-matter.md', build: () => matter(`x: ${times('[', 5000)}`) , isShort: true},
  { what: 'JSON front matter 20,000 deep', name: 'deep-json.md', build: () => `---json\n{"title":"x","a":${times('[', 20_000)}${times(']', 20_000)}}\n---\n\n${prose}\n` },
  { what: 'TOML front matter 10,000 deep', name: 'deep-toml.md', build: () => `+++\ntitle = "x"\na = ${times('[', 10_000)}${times(']', 10_000)}\n+++\n\n${prose}\n` },
  { what: 'front matter without an end', name: 'open-matter.md', build: () => `---\ntitle: x\n${times('a: b\n', 150_000)}` },
  { what: 'quotations 50,000 deep', name: 'quotes.md', build: () => `# Ostra waits\n\n${times('>', 50_000)} x\n` },
  { what: 'emphasis that never closes', name: 'emphasis.md', build: () => `# Ostra waits\n\n${times('*a_ ', 50_000)}\n` },
  { what: 'brackets that never close', name: 'brackets.md', build: () => `# Ostra waits\n\n${times('[', 200_000)}\n` },
  { what: 'links in links', name: 'nested-links.md', build: () => `# Ostra waits\n\n${times('[a](', 50_000)}\n` },
  { what: 'code signs of every length', name: 'code.md', build: () => `# Ostra waits\n\n${Array.from({ length: 1300 }, (_, index) => `e${times('`', index)}`).join('')}\n` },
  { what: 'raw HTML unclosed 30,000 times', name: 'raw.md', build: () => `# Ostra waits\n\n${times('<b><i>x', 30_000)}\n` },
  { what: '50,000 footnotes', name: 'notes.md', build: () => `# Ostra waits\n\n${Array.from({ length: 25_000 }, (_, index) => `a[^${index}]`).join(' ')}\n\n${Array.from({ length: 25_000 }, (_, index) => `[^${index}]: note\n`).join('\n')}` },
  { what: '100,000 template tags', name: 'templates.md', build: () => `# Ostra waits\n\n${times('{% if x %}{{ y }} ', 55_000)}\n` },
  { what: 'template tags that never close', name: 'open-templates.md', build: () => `# Ostra waits\n\n${times('{% raw %}{{', 90_000)}\n` },
  { what: 'definitions of one name', name: 'definitions.md', build: () => `# Ostra waits\n\n[x][a]\n\n${times('[a]: https://example.org/x "a title"\n', 25_000)}` },
  // PDF
  { what: 'a PDF that is cut', name: 'cut.pdf', build: () => pdf(article).subarray(0, 300), isShort: true },
  { what: 'a PDF of rubbish', name: 'rubbish.pdf', build: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), new Uint8Array(megabytes(2)).map((_, index) => (index * 7919) % 251)]) },
  { what: 'an encrypted PDF', name: 'locked.pdf', build: () => Buffer.from(joinPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>', locked], `/Encrypt 3 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]`), 'latin1'), isShort: true },
  { what: 'pages that are their own parents', name: 'circle.pdf', build: () => Buffer.from(joinPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'], ''), 'latin1'), isShort: true },
  { what: 'a form that draws itself', name: 'form.pdf', build: () => pdf('/X Do', ['<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream'], '').map((byte) => byte) },
  { what: 'a count of a billion pages', name: 'count.pdf', build: () => Buffer.from(joinPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'], ''), 'latin1'), isShort: true },
  { what: '20,000 pages', name: 'pages.pdf', build: () => Buffer.from(joinPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${times('3 0 R ', 20_000)}] /Count 20000 >>`, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>', `<< /Length ${article.length} >>\nstream\n${article}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'], ''), 'latin1') },
  { what: 'a stream of 600 MB in 600 KB', name: 'bomb.pdf', build: () => pdf(deflated(megabytes(600)), [], '/Filter /FlateDecode') },
  { what: 'a stream packed twice', name: 'bomb-twice.pdf', build: () => pdf(deflated(megabytes(600), 2), [], '/Filter [/FlateDecode /FlateDecode]') },
  { what: 'a million pieces of text', name: 'pieces.pdf', build: () => pdf(`BT /F1 9 Tf ${times('1 0 0 1 50 700 Tm (a) Tj ', 200_000)} ET`) },
  { what: 'arrays 100,000 deep', name: 'arrays.pdf', build: () => pdf(`${times('[', 100_000)} ${article}`) },
  { what: 'a length that lies', name: 'length.pdf', build: () => Buffer.from(Buffer.from(pdf(article)).toString('latin1').replace(`/Length ${article.length}`, '/Length 999999999'), 'latin1'), isShort: true },
]; // prettier-ignore

/** Imports each case by the real command, with an honest copy before and after it. */
export async function runImportCases(trial: Trial): Promise<Outcome[]> {
  const folder = await trial.makeFolder('pathological-imports');
  const some = trial.extent === 'full' ? cases : cases.filter(({ isShort }) => isShort);
  const failures: string[] = [];
  let slowest = { what: 'nothing', seconds: 0 };
  for (const one of some) {
    let trying = await tryCase(one, folder);
    // On a busy machine the same work takes more computing; what is really slow is slow every time.
    for (
      let again = 1;
      again <= 2 && trying.problems.some((problem) => problem.includes('seconds'));
      again += 1
    )
      trying = await tryCase(one, folder);
    failures.push(...trying.problems.map((problem) => `${one.what} (${one.name}): ${problem}`));
    if (trying.seconds > slowest.seconds) slowest = { what: one.what, seconds: trying.seconds };
  }
  if (some.length === 0) failures.push('nothing was tried');
  return [
    {
      what: `Pathological copies imported or refused (slowest: ${slowest.what})`,
      tried: some.length,
      failed: failures.length,
      failures,
    },
  ];
}

async function tryCase(
  { name, build }: Case,
  folder: string,
): Promise<{ problems: string[]; seconds: number }> {
  const home = join(folder, name);
  await mkdir(home, { recursive: true });
  await writeFile(join(home, name), build());
  for (const honest of ['a', 'z'])
    await writeFile(
      join(home, `${honest}-honest.txt`),
      `${head.replace('boats', honest)}${prose} ${honest}.\n`,
    );
  const { said, code, seconds, memory } = await importMeasured(home, name);
  const written = await listFiles(join(home, 'content'));
  await rm(home, { recursive: true, force: true });
  const refusals = said.refusals.join('\n');
  const isRefused = refusals.includes(`${name}: `);
  const honest = written.filter((file) => /ostra-waits-for-the-[az]\.md$/.test(file)).length;
  const problems: string[] = [];
  if (honest !== 2) problems.push(`of the two honest copies ${honest} were imported`);
  if (code !== (isRefused ? 1 : 0)) problems.push(`the exit code is ${code}`);
  if (isRefused && (!/[;.] \S+/.test(refusals) || refusals.includes('\n    at ')))
    problems.push(`refused without a reason: ${refusals.slice(0, 200)}`);
  if (!isRefused && !said.reports.some((report) => report.includes(name)))
    problems.push('neither imported nor refused');
  if (!isRefused && seconds > enough) problems.push(`imported in ${seconds.toFixed(1)} seconds of computing`);
  if (seconds > most) problems.push(`refused after ${seconds.toFixed(1)} seconds of computing`);
  if (memory > mostMemory) problems.push(`took ${memory.toFixed(0)} MB of memory`);
  return { problems, seconds };
}

interface Measured {
  said: { reports: string[]; refusals: string[] };
  code: number;
  /** Of computing, in all threads. */
  seconds: number;
  /** Megabytes by which the process grew at most. */
  memory: number;
}

async function importMeasured(home: string, name: string): Promise<Measured> {
  const said = { reports: [] as string[], refusals: [] as string[] };
  const before = { ...process.env };
  Object.assign(process.env, {
    CONTENT_DIR: join(home, 'content'),
    CACHE_DIR: join(home, 'cache'),
    INIT_CWD: home,
  });
  const start = process.cpuUsage();
  const usual = process.memoryUsage.rss();
  let highest = usual;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage.rss())), 50);
  try {
    const files = ['a-honest.txt', name, 'z-honest.txt'];
    const code = await runImport([...files, '--publication', 'example-times'], {
      today: '2026-01-01',
      print: (text) => void said.reports.push(text),
      complain: (text) => void said.refusals.push(text),
    });
    const { user, system } = process.cpuUsage(start);
    return { said, code, seconds: (user + system) / 1e6, memory: (highest - usual) / megabytes(1) };
  } finally {
    clearInterval(watch);
    for (const key of ['CONTENT_DIR', 'CACHE_DIR', 'INIT_CWD'])
      if (before[key] === undefined) Reflect.deleteProperty(process.env, key);
      else process.env[key] = before[key];
  }
}

const listFiles = async (folder: string): Promise<string[]> =>
  (await stat(folder).catch(() => undefined)) === undefined ? [] : readdir(folder, { recursive: true });
