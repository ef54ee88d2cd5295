// Which paragraph is shown, which words are marked, and where the link lands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseExcerpts, findUnmet } from '../../src/search/excerpt.ts';
import type { Fragment } from '../../src/search/fragment.ts';
import { indexSpelling, joinedWords } from '../../src/search/spelling.ts';

/** A fragment as Pagefind gives it back; words between braces were hit, a list of joined words may follow. */
function fragment(paragraphs: string[], joinedHit?: string): Fragment {
  const content: string[] = [];
  const locations: number[] = [];
  const anchors: Fragment['anchors'] = [];
  const add = (id: string | undefined, marked: string): void => {
    const words = indexSpelling(marked).split(' ');
    const plain = words.map((word) => word.replace(/[{}]/g, ''));
    if (id !== undefined) anchors.push({ id, text: plain.join(' '), location: content.length });
    for (const [index, word] of words.entries()) {
      if (word.includes('{') || plain[index] === joinedHit) locations.push(content.length + index);
    }
    content.push(...plain);
  };
  add(undefined, 'The headline.');
  add(undefined, 'The description of it.');
  for (const [index, text] of paragraphs.entries()) add(`p${index + 1}`, text);
  for (const { id, text } of [...anchors]) {
    const joined = joinedWords(text.split(' ')).map((word) => word.joined);
    if (joined.length > 0) add(`joined-${id}`, joined.join(' '));
  }
  return {
    raw_url: '/2021/05/04/storm/',
    content: content.join(' '),
    meta: { title: 'The headline.', byline: 'Mara Lindqvist' },
    filters: {},
    anchors,
    locations,
  };
}

/** An excerpt in one string, its hits between brackets. */
const shown = (excerpt: ReturnType<typeof chooseExcerpts>[number] | undefined): string =>
  (excerpt?.pieces ?? []).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

const anchorsOf = (excerpts: ReturnType<typeof chooseExcerpts>): string[] =>
  excerpts.map(({ anchor }) => anchor);

test('a paragraph with the whole query as a phrase comes before those with its words', () => {
  const found = fragment([
    'The {government} saw the {caretaker} leave.',
    'He leads a {caretaker} {government} now.',
    'Only the {government} knows.',
  ]);
  const excerpts = chooseExcerpts(found, 'caretaker government');
  assert.deepEqual(anchorsOf(excerpts), ['p2']);
  assert.equal(shown(excerpts[0]), 'He leads a [caretaker government] now.');
  assert.equal(excerpts[0]?.directive, 'text=He%20leads%20a-,caretaker%20government,-now.');
});

test('else the one with most words of the query, counted by their stems', () => {
  const found = fragment(['The {strike} was near.', 'They were {killed} in the {strikes}.', 'A {killing}.']);
  assert.deepEqual(anchorsOf(chooseExcerpts(found, 'killing strike')), ['p2']);
});

test('up to three equally good paragraphs are shown, in reading order', () => {
  const found = fragment(['In {Erbil}.', 'To {Erbil}.', 'Nowhere.', 'From {Erbil}.', 'Past {Erbil}.']);
  assert.deepEqual(anchorsOf(chooseExcerpts(found, 'erbil')), ['p1', 'p2', 'p4']);
});

test('signs around a word are not marked, a possessive is', () => {
  const [excerpt] = chooseExcerpts(fragment(['(“{Erbil’s},” he said)']), 'Erbil');
  assert.equal(shown(excerpt), '(“[Erbil’s],” he said)');
});

test('a word that is only akin is not marked beside the word itself', () => {
  const [excerpt] = chooseExcerpts(fragment(['{Also} seen: {al-}{Rashid}.']), 'al-Rashid');
  assert.equal(shown(excerpt), 'Also seen: [al-Rashid].');
});

test('the text is the page’s, not the index’s', () => {
  const [excerpt] = chooseExcerpts(fragment(['militias—many of {Łódź} and the {Kataʿib}']), 'lodz kataib');
  assert.equal(shown(excerpt), 'militias—many of [Łódź] and the [Kataʿib]');
});

test('a word typed as one leads to the hyphenated one', () => {
  const [excerpt] = chooseExcerpts(
    fragment(['Here.', 'Said Abdul-Mahdi, then.'], 'abdulmahdi'),
    'abdulmahdi',
  );
  assert.equal(excerpt?.anchor, 'p2');
  assert.equal(shown(excerpt), 'Said [Abdul-Mahdi], then.');
  assert.equal(excerpt.directive, 'text=Said-,Abdul%2DMahdi,-%2C%20then.');
});

test('a long paragraph is cut around the hit', () => {
  const text = `${'before '.repeat(80)}{Erbil} ${'after '.repeat(80)}`;
  const excerpt = shown(chooseExcerpts(fragment([text]), 'erbil')[0]);
  assert.match(excerpt, /^… before .*\[Erbil\] after .* …$/);
  assert.ok(excerpt.length < 300);
});

test('no text directive where the page has the same words twice, or nothing around them', () => {
  const twice = fragment(['So {Erbil} fell.', 'So {Erbil} fell.']);
  assert.deepEqual(
    chooseExcerpts(twice, 'erbil').map(({ directive }) => directive),
    [undefined, undefined],
  );
  assert.equal(chooseExcerpts(fragment(['{Erbil}']), 'erbil')[0]?.directive, undefined);
});

test('a hit in headline or description only shows the description, and leads to the article', () => {
  const found = { ...fragment(['Nothing.']), locations: [1, 3] };
  const excerpts = chooseExcerpts(found, 'headline description');
  assert.deepEqual(anchorsOf(excerpts), ['']);
  assert.equal(shown(excerpts[0]), 'The [description] of it.');
});

test('words that were left out or taken for others are named', () => {
  const found = fragment(['The {no} man of {Erbil} {operates}.', 'Said Abdul-Mahdi.'], 'abdulmahdi');
  assert.deepEqual(findUnmet([found], 'nonexistent Erbil operating abdulmahdi Lindqvist xyzzy'), [
    'nonexistent',
    'xyzzy',
  ]);
});
