// What the page shows of a record at once: its articles with their passages, and true numbers however many there are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildMentionExcerpt, readText } from '../../src/search/mention-excerpt.ts';
import { mostArticles, type RecordFile } from '../../src/search/record-file.ts';
import { buildRecordFiles } from '../../src/search/record-files.ts';
import type { Block, Mention } from '../../src/markdown/article-file.ts';
import { buildSample } from './sample-archive.ts';

const harbour = { collection: 'places', id: 'harbour', spelling: 'the Harbour' } as const;
const mara = { collection: 'people', id: 'mara-lindqvist', spelling: 'Lindqvist' } as const;
const { archive, readBlocks } = buildSample([
  {
    id: '2021/05/04/storm',
    title: 'Storm <b>',
    dateline: 'port-vell',
    language: 'sv',
    mentions: [
      { ...harbour, anchor: 'p1', start: 3, end: 14 },
      { ...mara, anchor: 'p2', start: 5, end: 14 },
      { ...harbour, anchor: 'p2', start: 16, end: 27 },
    ],
    paragraphs: ['In the Harbour it blew.', 'Said Lindqvist: the Harbour holds.'],
  },
  {
    id: '2020/01/02/calm',
    title: 'Calm',
    dateline: 'norland',
    description: 'No wind.',
    paragraphs: ['Calm.'],
  },
]);

const files = buildRecordFiles(archive, readBlocks);
const read = (path: string, from = files): RecordFile =>
  JSON.parse(new TextDecoder().decode(from.get(path))) as RecordFile;

test('every person, place and organization has its file', () => {
  assert.deepEqual([...files.keys()].sort(), [
    'people/mara-lindqvist.json',
    'places/harbour.json',
    'places/norland.json',
    'places/port-vell.json',
  ]);
});

test('a place is given with what lies in it, newest first, and says so', () => {
  const norland = read('places/norland.json');
  assert.deepEqual(
    { ...norland, newest: norland.newest.map(({ id, mentions }) => [id, mentions]) },
    {
      collection: 'places',
      id: 'norland',
      name: 'Norland',
      aliases: [],
      description: 'An invention',
      kind: 'country',
      articles: 2,
      mentions: 2,
      wider: true,
      newest: [
        ['2021/05/04/storm', 2],
        ['2020/01/02/calm', 0],
      ],
    },
  );
  assert.equal(read('places/harbour.json').wider, false);
});

test('the kind of a place says where it is', () => {
  assert.equal(read('places/harbour.json').kind, 'site in Port Vell, Norland');
  assert.equal(read('places/port-vell.json').kind, 'city in Norland');
  assert.equal(read('people/mara-lindqvist.json').kind, 'person');
});

test('a person is given with what he or she wrote; without a mention the description stands in', () => {
  const { articles, newest } = read('people/mara-lindqvist.json');
  assert.equal(articles, 2);
  assert.deepEqual(newest, [
    {
      id: '2021/05/04/storm',
      title: 'Storm <b>',
      language: 'sv',
      publication: 'The Tide: a paper, of sorts',
      mentions: 1,
      excerpt: {
        anchor: 'p2',
        pieces: [
          { text: 'Said ', hit: false },
          { text: 'Lindqvist', hit: true },
          { text: ': the Harbour holds.', hit: false },
        ],
        directive: 'text=Said-,Lindqvist,-%3A%20the%20Harbour%20holds.',
      },
    },
    {
      id: '2020/01/02/calm',
      title: 'Calm',
      language: 'en',
      publication: 'The Tide: a paper, of sorts',
      mentions: 0,
      excerpt: { anchor: '', pieces: [{ text: 'No wind.', hit: false }] },
    },
  ]);
});

test('a long list is cut, its numbers are not, and no text is read for what is not shown', async () => {
  const many = buildSample(
    Array.from({ length: mostArticles + 20 }, (_, index) => ({
      id: `2020/01/02/a-${String(index).padStart(3, '0')}`,
      title: 'x',
      mentions: [{ ...mara, start: 0, end: 9 }],
      paragraphs: ['Lindqvist came.'],
    })),
  );
  let bodies = 0;
  const built = buildRecordFiles(many.archive, (article) => {
    bodies += 1;
    return many.readBlocks(article);
  });
  const { articles, mentions, newest } = read('people/mara-lindqvist.json', built);
  assert.deepEqual([articles, mentions, newest.length], [120, 120, 100]);
  assert.deepEqual([newest[0]?.id, newest.at(-1)?.id], ['2020/01/02/a-000', '2020/01/02/a-099']);
  assert.equal(bodies, 100);
});

const excerptOf = (text: string, spellings: string[]): ReturnType<typeof buildMentionExcerpt> => {
  const blocks: Block[] = [{ anchor: 'p1', text, line: 1 }];
  let at = 0;
  const mentions = spellings.map((spelling): Mention => {
    const start = text.indexOf(spelling, at);
    at = start + spelling.length;
    return { collection: 'people', id: 'x', anchor: 'p1', start, end: at, spelling };
  });
  return buildMentionExcerpt(readText(blocks), mentions);
};

test('a long text is cut at words, and all mentions in the piece are marked', () => {
  const text = `${'before '.repeat(40)}Erbil and Erbil’s people ${'after '.repeat(40)}`;
  const excerpt = excerptOf(text, ['Erbil', 'Erbil']);
  const shown = excerpt?.pieces.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('') ?? '';
  assert.match(shown, /^… before .*\[Erbil\] and \[Erbil\]’s people (?:after ?)* …$/);
  assert.ok(shown.length < 230);
});

test('the link takes the possessive with the name, and no words of another table cell', () => {
  assert.equal(
    excerptOf('In Erbil’s old town.', ['Erbil'])?.directive,
    'text=In-,Erbil%E2%80%99s,-old%20town.',
  );
  assert.equal(excerptOf('\nOne\nErbil two\nthree', ['Erbil'])?.directive, 'text=Erbil,-two');
});

test('a run of signs without end before a name is no context, and does not hold up the build', () => {
  const excerpt = excerptOf(`${'x'.repeat(400_000)} \nErbil fell.`, ['Erbil']);
  assert.equal(excerpt?.directive, 'text=Erbil,-fell.');
});

test('where the same words stand twice, or the mention has no block, the link is not more than certain', () => {
  assert.equal(
    excerptOf('So Erbil fell. So Erbil fell.', ['Erbil'])?.directive,
    'text=So-,Erbil,-fell.%20So%20Erbil',
  );
  assert.equal(excerptOf('Erbil', ['Erbil'])?.directive, undefined);
  assert.equal(buildMentionExcerpt(readText([]), [{ ...mara, anchor: 'p9', start: 0, end: 1 }]), undefined);
});
