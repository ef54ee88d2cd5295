// Citations: names in their parts, lines as the styles want them, and files that somebody else's readers read back whole.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BibLatexParser, CSLExporter, parseRIS } from 'biblatex-csl-converter';
import { renderBibtex } from '../../src/exports/citations/bibtex.ts';
import { buildCslItem, renderCsl, renderCslLibrary } from '../../src/exports/citations/csl.ts';
import { renderNameInverted, renderNameParts, splitPersonName } from '../../src/names/person-name.ts';
import { buildReference, type Reference } from '../../src/views/reference.ts';
import { renderRis } from '../../src/exports/citations/ris.ts';
import { citationStyles, renderCitation } from '../../src/exports/citations/styles.ts';
import { findArticle, openScholarsArchive } from './scholars-archive.ts';

test('a name is parted where catalogues part it', () => {
  const cases: [name: string, parts: string, aliases?: string[]][] = [
    ['Bill Van Auken', 'Van Auken, Bill'],
    ['Jan Pieter van der Berg', 'van der Berg, Jan Pieter', ['Berg']],
    ['Adel Abdul Mahdi', 'Abdul Mahdi, Adel', ['Mahdi', 'Abdul Mahdi']],
    ['Adel Abdul Mahdi', 'Mahdi, Adel Abdul'],
    ['José Ortega y Gasset', 'Ortega y Gasset, José'],
    ['Bashar al-Assad', 'al-Assad, Bashar'],
    ['George W. Bush', 'Bush, George W.'],
    ['Martin Luther King Jr.', 'King, Martin Luther, Jr.'],
    ['Martin Luther King, Jr.', 'King, Martin Luther, Jr.'],
    ['Mao Zedong', 'Mao, Zedong'],
    ['김 정은', '김, 정은'],
    ['Nguyễn Thị Minh Khai', 'Nguyễn, Thị Minh Khai'],
    ['Viet Thanh Nguyen', 'Nguyen, Viet Thanh'],
    ['許巧蘭', '許巧蘭'],
    ['ليلى المصري', 'المصري, ليلى'],
    ['Voltaire', 'Voltaire'],
    ['Staff of the Herald', 'Staff of the Herald'],
    ['Smith & Sons', 'Smith & Sons'],
    ['Agence France-Presse', 'Agence France-Presse'],
    ['Editorial Board', 'Editorial Board'],
    ['Eyal Press', 'Press, Eyal'],
    ['Robert Service', 'Service, Robert'],
    ['Harbour News Service', 'Harbour News Service'],
    ['Amy News', 'News, Amy', ['News']],
  ];
  for (const [name, parts, aliases] of cases)
    assert.equal(renderNameParts(splitPersonName(name, aliases)), parts);
  assert.equal(renderNameInverted(splitPersonName('Mao Zedong')), 'Mao Zedong');
});

const reference: Reference = {
  key: '2020-09-03-x',
  title: 'Who was there?',
  authors: ['Bill Van Auken'].map((name) => splitPersonName(name)),
  publication: 'The Tide',
  published: '2020-09-03',
  language: 'en',
  url: 'https://dateline.example/2020/09/03/x/',
  abstract: 'A question.',
  rights: 'Public domain',
  archive: 'Dateline',
  archiveLocation: '2020/09/03/x',
  catalogue: 'dateline.example',
  topics: [],
  isSummary: false,
};
const linesOf = (of: Partial<Reference>): Record<string, string> =>
  Object.fromEntries(
    citationStyles.map(({ name, build }) => [name, renderCitation(build({ ...reference, ...of }))]),
  );
const people = (...names: string[]): Pick<Reference, 'authors'> => ({
  authors: names.map((name) => splitPersonName(name)),
});

test('a line is what each style wants of one author, of two, of many and of none', () => {
  const url = reference.url;
  assert.deepEqual(linesOf({}), {
    Chicago: `Van Auken, Bill. “Who was there?” The Tide, September 3, 2020. ${url}.`,
    APA: `Van Auken, B. (2020, September 3). Who was there? The Tide. ${url}`,
    MLA: `Van Auken, Bill. “Who was there?” The Tide, 3 Sept. 2020. Dateline, ${url}.`,
  });
  assert.deepEqual(linesOf({ ...people('Jean-Paul Marie Roy', 'Ann Lee'), title: 'Gone', isSummary: true }), {
    Chicago: `Roy, Jean-Paul Marie, and Ann Lee. “Gone.” The Tide, September 3, 2020. Summary by Dateline. ${url}.`,
    APA: `Roy, J.-P. M., & Lee, A. (2020, September 3). Gone [Summary by Dateline]. The Tide. ${url}`,
    MLA: `Roy, Jean-Paul Marie, and Ann Lee. “Gone.” The Tide, 3 Sept. 2020. Summary by Dateline. Dateline, ${url}.`,
  });
  assert.deepEqual(linesOf({ authors: [], title: 'Gone', published: '2020-05-10' }), {
    Chicago: `The Tide. “Gone.” May 10, 2020. ${url}.`,
    APA: `Gone. (2020, May 10). The Tide. ${url}`,
    MLA: `“Gone.” The Tide, 10 May 2020. Dateline, ${url}.`,
  });
  const many = linesOf(
    people(...Array.from({ length: 21 }, (_, index) => `Ann Author${'abcdefghijklmnopqrstu'[index]}`)),
  );
  assert.match(many['Chicago'] ?? '', /^Authora, Ann, Ann Authorb, Ann Authorc, et al\. “/);
  assert.match(many['APA'] ?? '', /^Authora, A\., .*Authors, A\., \. \. \. Authoru, A\. \(2020/);
  assert.match(many['MLA'] ?? '', /^Authora, Ann, et al\. “/);
  assert.match(linesOf(people('Mao Zedong', 'Ann Lee'))['Chicago'] ?? '', /^Mao Zedong and Ann Lee\. /);
});

test('a headline that quotes keeps one kind of marks within another, and the full stop inside', () => {
  const titles: [title: string, within: string, alone: string][] = [
    ['“Late as ever”', '“‘Late as ever.’”', '“Late as ever.”'],
    ['A “plan” for "peace"', '“A ‘plan’ for ‘peace.’”', 'A “plan” for "peace."'],
    ['What now, “Osk”?', '“What now, ‘Osk’?”', 'What now, “Osk”?'],
    ['The dockers’', '“The dockers’.”', 'The dockers’.'],
    ['דובר צה"ל וארה"ב', '“דובר צה"ל וארה"ב.”', 'דובר צה"ל וארה"ב.'],
    ['Brand: „Alles verloren“', '“Brand: „Alles verloren“.”', 'Brand: „Alles verloren“.'],
    ['« Tout va bien ! »', '“« Tout va bien ! »”', '« Tout va bien ! »'],
    ['बंदरगाह खुल गया।', '“बंदरगाह खुल गया।”', 'बंदरगाह खुल गया।'],
  ];
  for (const [title, within, alone] of titles) {
    const { Chicago = '', APA = '', MLA = '' } = linesOf({ title });
    assert.ok(Chicago.includes(`Bill. ${within} The Tide`), Chicago);
    assert.ok(MLA.includes(`Bill. ${within} The Tide`), MLA);
    assert.ok(APA.includes(`3). ${alone} The Tide`), APA);
  }
  assert.match(linesOf(people('김 정은', 'Ann Lee'))['APA'] ?? '', /^김 정은 & Lee, A\. /);
});

test('BibTeX read by another program has every letter, author and day', async (context) => {
  const archive = await openScholarsArchive(context);
  for (const article of archive.articles) {
    // The reader knows no \textasciicircum.
    const given = { ...buildReference(article, archive) };
    given.title = given.title.replace('^', '');
    const { entries, errors } = new BibLatexParser(renderBibtex(given), { processUnexpected: true }).parse();
    assert.deepEqual(errors, []);
    const entry = entries[1];
    assert.equal(entry?.bib_type, 'article-newspaper');
    assert.equal(entry.entry_key, given.key);
    assert.equal(entry.fields['url'], given.url);
    const [item] = Object.values(new CSLExporter(entries).parse());
    const csl = buildCslItem(given);
    assert.equal(stripMarks(item?.['title']), csl.title.replace(/\s+/g, ' '));
    assert.equal(stripMarks(item?.['container-title']), csl['container-title']);
    assert.deepEqual(item?.['issued'], { 'date-parts': csl.issued['date-parts'] });
    assert.deepEqual(item['author'], csl.author?.map(asRead));
  }
});

/** The reader names the small words of a family name apart, and marks the capitals to be kept. */
const asRead = (name: object): object => {
  if (!('family' in name)) return name;
  const { family, ...others } = name as { family: string };
  const [, small, rest] = /^((?:\p{Ll}+ )+)(.+)$/u.exec(family) ?? [];
  return small === undefined ? name : { ...others, family: rest, 'non-dropping-particle': small.trim() };
};
const stripMarks = (value: unknown): string => String(value).replace(/<\/?span[^>]*>/g, '');

test('signs that TeX would run are written as letters', () => {
  const bib = renderBibtex({ ...reference, title: '\\ { } ~ ^ # $ % & _', ...people('Smith and Sons of X') });
  assert.ok(
    bib.includes(
      'title = {{{\\textbackslash} \\{ \\} {\\textasciitilde} {\\textasciicircum} \\# \\$ \\% \\& \\_}}',
    ),
  );
  assert.ok(bib.includes('author = {{Smith and Sons of X}}'));
});

/** The depth of braces after each sign, as BibTeX and biber count it: whatever stands before them. */
const countDepths = (bib: string): number[] => {
  let depth = 0;
  return [...bib].map((sign) => (depth += sign === '{' ? 1 : sign === '}' ? -1 : 0));
};

const hostile = [
  'a } b',
  'a { b',
  '} {',
  '}} @article{x, title={y}',
  'Al }, author = {Evil} and Writer',
  '\\} and \\{ and \\\\}',
  'x\ny } z',
  '"quoted" } # concatenated',
  'family=X, given=Y',
  '{',
  '}',
  '\\',
  '%} comment',
  '~}^{$',
];

test('no value of a BibTeX entry ends it or its field', () => {
  for (const value of hostile) {
    const place = value;
    const bib = renderBibtex({
      ...reference,
      ...people('Ann Lee', `${value} Writer`, `X${value}`),
      title: value,
      publication: value,
      abstract: value,
      archive: value,
      url: `https://dateline.example/${value}`,
      place,
      topics: [value, 'Shipping'],
    });
    const depths = countDepths(bib);
    assert.equal(depths.at(-1), 0, bib);
    // Only the last brace closes the entry, and each field begins and ends at the first level.
    assert.equal(depths.indexOf(0, bib.indexOf('{')), bib.lastIndexOf('}'), bib);
    const fields = [...bib.matchAll(/^ {2}([a-z]+) = \{.*\},$/gm)];
    assert.deepEqual(
      fields.map(([, name]) => name),
      ['author', 'title', 'journaltitle', 'entrysubtype', 'date', 'location', 'url', 'langid', 'language', 'abstract', 'keywords', 'library'],
      bib,
    ); // prettier-ignore
    for (const { index } of fields) assert.equal(depths[index], 1, bib);
    const { entries, errors } = new BibLatexParser(bib, { processUnexpected: true }).parse();
    assert.deepEqual(errors, []);
    assert.equal(Object.keys(entries).length, 1, bib);
    const found = entries[1]?.fields ?? {};
    assert.equal((found['author'] as unknown[]).length, 3, bib);
    assert.equal(found['date'], '2020-09-03');
  }
  const single = renderBibtex({ ...reference, title: 'a } b {c} {' });
  assert.ok(single.includes('title = {{a {\\textbraceright} b \\{c\\} {\\textbraceleft}}}'), single);
});

test('no value of a RIS record ends it or adds a line to it', () => {
  for (const end of ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f']) {
    const value = `x${end}ER  - ${end}${end}TY  - NEWS${end}TI  - injected`;
    const given = { ...reference, ...people(value), title: value, publication: value, abstract: value };
    const text = renderRis({ ...given, place: value, section: value, topics: [value], archive: value });
    const lines = text.split(/[\n\r\v\f\u0085\u2028\u2029]+/);
    assert.equal(lines.filter((line) => line.startsWith('TY  - ')).length, 1, text);
    assert.equal(lines.filter((line) => line.startsWith('ER  - ')).length, 1, text);
    assert.equal(lines.filter((line) => line.startsWith('TI  - ')).length, 1, text);
    const { entries, errors } = parseRIS(text);
    assert.deepEqual(errors, []);
    assert.equal(Object.keys(entries).length, 1);
  }
});

test('CSL-JSON has every value as it is, whatever it means elsewhere', () => {
  for (const value of [...hostile, '</script><script>', '=1+1', '"}],{"id":"x"', '__proto__', '\u2028']) {
    const [item, more] = JSON.parse(renderCsl({ ...reference, title: value, abstract: value })) as object[];
    assert.equal(more, undefined);
    assert.deepEqual({ ...item }, { ...buildCslItem(reference), title: value, abstract: value });
  }
});

test('RIS read by another program has every author, the day and the address', async (context) => {
  const archive = await openScholarsArchive(context);
  for (const article of archive.articles) {
    const given = buildReference(article, archive);
    const text = renderRis(given);
    assert.match(text, /^TY {2}- NEWS\r\n(?:[A-Z][A-Z0-9] {2}- [^\r\n]+\r\n)+ER {2}- \r\n$/);
    const { entries, errors } = parseRIS(text);
    assert.deepEqual(errors, []);
    const fields: Record<string, unknown> = entries[1]?.fields ?? {};
    assert.equal(fields['date'], given.published.replaceAll('-', '/'));
    assert.equal(fields['url'], given.url);
    const plain = (nodes: unknown): string =>
      (nodes as { text: string }[] | undefined)?.map(({ text: part }) => part).join('') ?? '';
    assert.equal(plain(fields['title']), given.title);
    assert.equal(plain(fields['journaltitle']), given.publication);
    const names = (fields['author'] as Record<string, unknown>[] | undefined) ?? [];
    assert.deepEqual(
      names.map((name) =>
        'literal' in name ? plain(name['literal']) : `${plain(name['family'])}, ${plain(name['given'])}`,
      ),
      given.authors.map(renderNameParts),
    );
  }
});

test('CSL-JSON of one article is that of the library of all', async (context) => {
  const archive = await openScholarsArchive(context);
  const library = JSON.parse([...renderCslLibrary(archive)].join('')) as { id: string }[];
  assert.deepEqual(
    library,
    archive.articles.flatMap(
      (article) => JSON.parse(renderCsl(buildReference(article, archive))) as object[],
    ),
  );
  assert.equal(new Set(library.map(({ id }) => id)).size, archive.articles.length);
  const { author, issued, section } = buildCslItem(
    buildReference(findArticle(archive, 'brand-im-hafen'), archive),
  );
  assert.deepEqual(author, [{ family: 'van der Berg', given: 'Jan Pieter' }]);
  assert.deepEqual(issued, { 'date-parts': [[2019, 11, 9]], raw: '2019-11-09' });
  assert.equal(section, 'Shipping');
  assert.ok(!('author' in buildCslItem(buildReference(findArticle(archive, 'al-mina-1'), archive))));
});
