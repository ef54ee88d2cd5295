// Articles made to exhaust what reads them: deep, wide, long, unfinished or out of order, each of a kind of its own.
import { Buffer } from 'node:buffer';

export interface ContentCase {
  /** What is odd about it, unique among the cases. */
  name: string;
  /** The whole file of an article published on 4 March 2021; made when it is asked for, so that not all are in memory. */
  file: () => string | Buffer;
}

const fields = `title: A hard case
description: Invented to be hard to read.
published: 2021-03-04
authors: []
publication: harbour-herald
source:
  retrieved: 2021-03-05
  format: text
rights:
  statement: https://creativecommons.org/publicdomain/zero/1.0/
copy: summary
`;

/** An article with this body. */
export const article = (body: string, more = ''): string => `---\n${fields}${more}---\n\n${body}\n`;

const many = (count: number, make: (at: number) => string, between = ''): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(between);

const kb = (text: string, kilobytes: number): string =>
  text.repeat(Math.ceil((kilobytes * 1024) / Buffer.byteLength(text)));

/** Almost as large as an article may be. */
const full = 1000;
/** Five megabytes: too large, and to be refused before anything reads it. */
const large = 5 * 1024;

/** Bodies by what is odd about them. */
const bodies: readonly (readonly [name: string, body: () => string])[] = [
  ['1,000 quotations in each other', () => `${'> '.repeat(1000)}deep`],
  ['50,000 quotations in each other', () => `${'>'.repeat(50_000)}deep`],
  ['quotations without end, a line each', () => many(2000, (at) => '>'.repeat(at % 500), 'x\n')],
  ['1,000 lists in each other', () => many(1000, (at) => `${'  '.repeat(at)}- item\n`)],
  ['lists of one line in each other', () => `${'- '.repeat(20_000)}deep`],
  ['numbered lists in each other', () => `${'1. '.repeat(10_000)}deep`],
  ['lists in quotations in lists', () => `${'> - '.repeat(5000)}deep`],
  ['emphasis in emphasis', () => `${'*a **b '.repeat(5000)}${' c** d*'.repeat(5000)}`],
  ['emphasis opened and never closed', () => '*a_ '.repeat(15_000)],
  ['emphasis opened by one sign and closed by the other', () => '*a_ b_ '.repeat(30_000)],
  ['strong emphasis opened only', () => '**a '.repeat(60_000)],
  ['strong emphasis closed only', () => 'a** '.repeat(60_000)],
  ['emphasis of every length', () => many(2000, (at) => '*'.repeat(at % 40) + 'a')],
  ['stars alone', () => kb('*', full)],
  ['underlines between letters', () => kb('a_', full)],
  ['deletions in deletions', () => `${'~~a '.repeat(30_000)}${'b~~ '.repeat(30_000)}`],
  ['tildes alone', () => kb('~', full)],
  ['links in links', () => `${'['.repeat(10_000)}a${'](https://example.org/b)'.repeat(10_000)}`],
  ['brackets opened and never closed', () => '['.repeat(50_000)],
  ['brackets closed and never opened', () => ']'.repeat(50_000)],
  ['brackets opened 10,000 deep and closed', () => `${'['.repeat(10_000)}x${']'.repeat(10_000)}`],
  ['links whose address is not closed', () => '[a](<b'.repeat(30_000)],
  ['links whose address has many brackets', () => `[a](${'('.repeat(30_000)}`],
  ['links whose title is not closed', () => '[a](https://example.org "'.repeat(20_000)],
  ['links and emphasis across each other', () => '*[a*](b) '.repeat(20_000)],
  ['pictures in pictures', () => `${'!['.repeat(10_000)}a${'](b.png)'.repeat(10_000)}`],
  ['picture brackets opened', () => '!['.repeat(50_000)],
  ['30,000 links', () => many(30_000, (at) => `[a](https://example.org/${at})`, ' ')],
  ['a link with an address of 900 KB', () => `[a](https://example.org/${kb('a', 900)})`],
  [
    'definitions by the 10,000, each used',
    () =>
      many(10_000, (at) => `[r${at}]`, ' ') +
      '\n\n' +
      many(10_000, (at) => `[r${at}]: https://example.org/${at}`, '\n'),
  ],
  ['definitions by the 20,000, none used', () => many(20_000, (at) => `[r${at}]: https://example.org`, '\n')],
  [
    'one definition used 100,000 times',
    () => `${'[a]'.repeat(100_000)}\n\n[a]: https://example.org/${'b'.repeat(500)}`,
  ],
  ['a definition whose name has 900 KB', () => `[${kb('a', 900)}]: https://example.org`],
  ['definitions that are not', () => '[a]:\n'.repeat(50_000)],
  ['definitions on one line', () => kb('[a]: b ', full)],
  [
    '10,000 footnotes',
    () => many(10_000, (at) => `a[^n${at}]`, ' ') + '\n\n' + many(10_000, (at) => `[^n${at}]: note`, '\n'),
  ],
  [
    'footnotes that refer to each other',
    () => `a[^n0]\n\n${many(5000, (at) => `[^n${at}]: note[^n${at + 1}]`, '\n')}\n[^n5000]: last`,
  ],
  ['a footnote that refers to itself 10,000 times', () => `a[^n]\n\n[^n]: ${'b[^n] '.repeat(10_000)}`],
  ['footnotes in footnotes', () => `a[^n]\n\n${many(500, (at) => `${'    '.repeat(at)}[^n${at}]: b`, '\n')}`],
  ['footnotes never defined', () => '[^a]'.repeat(50_000)],
  ['code marks of every length', () => many(2000, (at) => `e${'`'.repeat(at)}`)],
  ['code opened and never closed', () => '`a '.repeat(100_000)],
  ['backticks alone', () => kb('`', full)],
  ['fences of every length', () => many(1200, (at) => '`'.repeat(at + 3), '\n')],
  ['an open fence before 900 KB', () => `\`\`\`\n${kb('text\n', 900)}`],
  ['300,000 lines of code', () => kb('    a\n', full)],
  ['300,000 lines that begin a list', () => kb('- \n', full)],
  ['list items by the 100,000', () => kb('- item\n', 700)],
  ['numbers with nine digits', () => many(50_000, (at) => `${100_000_000 + at}. a`, '\n')],
  ['a list that is loose after 50,000 items', () => `${'- a\n'.repeat(50_000)}\n- b\n`],
  ['a table of 40,000 rows', () => `| a | b |\n| - | - |\n${'| 1 | 2 |\n'.repeat(40_000)}`],
  [
    'a table of 10,000 columns',
    () => `${'|a'.repeat(10_000)}|\n${'|-'.repeat(10_000)}|\n${'|b'.repeat(10_000)}|`,
  ],
  [
    'a table of 1,000 columns whose 40,000 rows have one',
    () => `${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|b\n'.repeat(40_000)}`,
  ],
  ['a row of a table that never comes', () => kb('|', full)],
  ['lines under tables that are none', () => '|a\n|-|-\n'.repeat(50_000)],
  ['100,000 paragraphs', () => 'word\n\n'.repeat(100_000)],
  ['100,000 headings', () => '## a\n'.repeat(100_000)],
  ['lines under headings', () => 'a\n=\n'.repeat(100_000)],
  ['a heading of 900 KB', () => `## ${kb('a ', 900)}`],
  ['100,000 rules', () => '***\n'.repeat(100_000)],
  ['a paragraph of 300,000 lines', () => kb('ab\n', 900)],
  ['a line of 900 KB without a space', () => kb('a', 900)],
  ['a line of 900 KB of spaces', () => `a${kb(' ', 900)}b`],
  ['a line of tabs', () => `a${kb('\t', 900)}b`],
  ['tabs before every word', () => kb('\t a\n', 500)],
  ['900 KB of empty lines', () => `a\n${kb('\n', 900)}b`],
  ['hard breaks alone', () => kb('a\\\n', 900)],
  ['backslashes alone', () => kb('\\', 900)],
  ['entities by the 100,000', () => kb('&amp;', full)],
  ['entities that are none', () => kb('&unknown;', full)],
  ['entities of many digits', () => kb(`&#${'0'.repeat(20)}65;`, full)],
  ['ampersands alone', () => kb('&', full)],
  ['raw HTML in raw HTML', () => `${'<div>'.repeat(50_000)}x`],
  ['raw HTML that is not closed', () => kb('<a href="', full)],
  ['comments that are not closed', () => kb('<!-- ', full)],
  ['instructions that are not closed', () => kb('<?', full)],
  ['declarations that are not closed', () => kb('<!A ', full)],
  ['CDATA that is not closed', () => kb('<![CDATA[', full)],
  ['an element with 20,000 attributes', () => `<a ${many(20_000, (at) => `a${at}="b"`, ' ')}>`],
  ['angle brackets alone', () => kb('<', full)],
  ['autolinks', () => kb('<https://example.org/a> ', full)],
  ['the signs of a template', () => kb('{{ a }} ', full)],
  ['template tags that are not closed', () => kb('{{ ', full)],
  ['one name 20,000 times', () => kb('Ada Norling ', 240)],
  [
    'words with a capital, each another',
    () =>
      many(
        40_000,
        (at) => `X${at.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'.charAt(Number(digit)))}`,
        ' ',
      ),
  ],
  ['capital letters alone', () => kb('A ', 900)],
  ['initials with dots', () => kb('A.B.', 900)],
  ['quotation marks and apostrophes', () => kb('\u2019s ', 900)],
  ['hyphens between letters', () => kb('a-', 900)],
  ['addresses of mail that are none', () => kb('a@', 900)],
  ['web addresses run together', () => kb('https://www.', 900)],
  ['marks piled on a letter', () => `a${kb('\u0301', 900)}`],
  ['marks piled on each of many letters', () => kb(`a${'\u0300'.repeat(40)} `, 900)],
  ['joiners alone', () => kb('\u200d', 900)],
  ['words of Arabic without end', () => kb('\u0627\u0644', 900)],
  ['signs without spaces', () => kb('\u6f22', 900)],
  ['letters of two alphabets in each word', () => kb('\u0430a', 900)],
  ['emoji by the 100,000', () => kb('\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 900)],
  ['signs that turn the text around', () => kb('\u202ea\u202c', 900)],
  ['dates by the 50,000', () => kb('3 January 2020 ', 900)],
];

/** Whole files that are odd before their text is read. */
const files: readonly (readonly [name: string, file: () => string | Buffer])[] = [
  ['nothing', () => ''],
  ['one line end', () => '\n'],
  ['only a fence', () => '---\n'],
  ['a front matter that is not closed, 900 KB', () => `---\n${kb('a: b\n', 900)}`],
  ['900 KB of fences', () => kb('---\n', 900)],
  ['NUL bytes', () => Buffer.alloc(900 * 1024)],
  ['NUL bytes in the text', () => article(kb('a\0', 100))],
  ['bytes that are no text', () => Buffer.from(kb('\u00ff\u0080', 450), 'latin1')],
  [
    'halves of surrogate pairs',
    () => Buffer.concat([Buffer.from(article('a')), Buffer.from('eda080'.repeat(50_000), 'hex')]),
  ],
  ['a byte order mark before every line', () => article(kb('\ufeffa\n', 500))],
  ['UTF-16', () => Buffer.from(article(kb('text ', 200)), 'utf16le')],
  ['line ends of old computers', () => article(kb('a\r', 900))],
  ['a field of 60 KB', () => article('Text.', `dateline: ${kb('a', 60)}\n`)],
  ['a field whose name has 60 KB', () => article('Text.', `${kb('a', 60)}: b\n`)],
  [
    '4,000 unknown fields',
    () =>
      article(
        'Text.',
        many(4000, (at) => `field${at}: b\n`),
      ),
  ],
  ['one field 4,000 times', () => article('Text.', 'topics: []\n'.repeat(4000))],
  [
    'aliases that multiply',
    () =>
      article(
        'Text.',
        `a0: &a0 [x]\n${many(9, (at) => `a${at + 1}: &a${at + 1} [${many(9, () => `*a${at}`, ', ')}]\n`)}`,
      ),
  ],
  ['an anchor that holds itself', () => article('Text.', 'topics: &a [*a, *a]\n')],
  ['brackets in brackets', () => article('Text.', `topics: ${'['.repeat(30_000)}\n`)],
  ['braces in braces', () => article('Text.', `topics: ${'{a: '.repeat(15_000)}\n`)],
  [
    'groups in groups',
    () =>
      article(
        'Text.',
        many(300, (at) => `${' '.repeat(at)}a${at}:\n`),
      ),
  ],
  ['lists in lists on one line', () => article('Text.', `topics:\n  ${'- '.repeat(20_000)}a\n`)],
  ['keys that are groups', () => article('Text.', `${'? '.repeat(20_000)}a\n`)],
  ['a text over many lines', () => article('Text.', `dateline: |\n${'  a\n'.repeat(12_000)}`)],
  ['a quoted text that is not closed', () => article('Text.', `dateline: "${kb('a\\n', 60)}\n`)],
  ['tags of YAML', () => article('Text.', `dateline: ${'!!a '.repeat(10_000)}b\n`)],
  [
    '3,000 corrections',
    () => article('Text.', `corrections:\n${many(1500, () => '  - date: 2021-03-05\n    note: A\n')}`),
  ],
  ['3,000 mentions', () => article('Text.', `mentions:\n${many(3000, (at) => `  "N${at}": false\n`)}`)],
  ['20,000 topics', () => article('Text.', `topics: [${many(8000, (at) => `t${at}`, ', ')}]\n`)],
  ['a front matter of 65 KB', () => article('Text.', `topics: [${kb('a', 66)}]\n`)],
  ['5 MB of words', () => article(kb('word ', large))],
  ['5 MB of brackets', () => article(kb('[', large))],
  ['5 MB of stars', () => article(kb('*a ', large))],
  ['5 MB of quotations', () => article(kb('>', large))],
  ['5 MB of tables', () => article(`|a|\n|-|\n${kb('|b|\n', large)}`)],
  ['5 MB of HTML', () => article(kb('<div>', large))],
  ['5 MB of front matter', () => `---\n${kb('a: b\n', large)}---\n`],
];

export const contentCases: readonly ContentCase[] = [
  ...bodies.map(([name, body]) => ({ name, file: () => article(body()) })),
  ...files.map(([name, file]) => ({ name, file })),
];
