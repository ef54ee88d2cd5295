// A small invented archive for the tests of the search, put together without files.
import { buildArchive, type Archive, type Article } from '../../src/archive/build.ts';
import type { ArticleEntry } from '../../src/reading/entry.ts';
import type { Block, Mention } from '../../src/markdown/article-file.ts';

interface Sample {
  id: string;
  title: string;
  description?: string;
  language?: string;
  dateline?: string;
  mentions?: (Pick<Mention, 'collection' | 'id'> & Partial<Mention>)[];
  paragraphs: string[];
}

const record = { aliases: [], description: 'An invention', differentFrom: [] };

/** An archive of the given articles, and what `buildSearchIndex` reads their blocks with. */
export function buildSample(samples: readonly Sample[]): {
  archive: Archive;
  blocksOf: (id: string) => Block[];
  readBlocks: (article: Pick<Article, 'id'>) => Block[];
} {
  const blocksOf = (id: string): Block[] =>
    (samples.find((sample) => sample.id === id)?.paragraphs ?? []).map((text, index) => ({
      anchor: `p${index + 1}`,
      text,
      line: index,
    }));
  const archive = buildArchive({
    articles: samples.map((sample) => buildEntry(sample)),
    people: [{ id: 'mara-lindqvist', fields: { name: 'Mara Lindqvist', ...record } }],
    places: [
      { id: 'harbour', fields: { name: 'The Harbour', kind: 'site', within: 'port-vell', ...record } },
      { id: 'port-vell', fields: { name: 'Port Vell', kind: 'city', within: 'norland', ...record } },
      { id: 'norland', fields: { name: 'Norland', kind: 'country', ...record } },
    ],
    organizations: [],
    topics: [],
    publications: [
      { id: 'the-tide', fields: { name: 'The Tide: a paper, of sorts', language: 'en', ...record } },
    ],
  });
  return { archive, blocksOf, readBlocks: ({ id }) => blocksOf(id) };
}

function buildEntry({ id, title, description = 'What happened.', ...sample }: Sample): ArticleEntry {
  const published = id.split('/').slice(0, 3).join('-');
  return {
    id,
    fields: {
      title,
      description,
      published,
      authors: ['mara-lindqvist'],
      publication: 'the-tide',
      topics: [],
      ...(sample.dateline !== undefined && { dateline: sample.dateline }),
      ...(sample.language !== undefined && { language: sample.language }),
      source: { retrieved: published, format: 'text' },
      rights: { statement: 'https://creativecommons.org/publicdomain/zero/1.0/', holder: 'Nobody' },
      copy: 'summary',
      mentions: {},
      corrections: [],
    },
    rendered: {
      digest: id,
      words: 0,
      mentions: (sample.mentions ?? []).map((mention) => ({
        anchor: 'p1',
        start: 0,
        end: 1,
        spelling: 'x',
        ...mention,
      })),
      images: [],
    },
  };
}
