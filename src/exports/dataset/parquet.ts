// The articles as a Parquet file, one row each, written a group of rows at a time.
import { ParquetWriter, fileWriter, schemaFromColumnData, type ColumnSource } from 'hyparquet-writer';
import { site } from '../../site.ts';
import type { ArticleWriter } from './article-writers.ts';
import type { ArticleData, MentionData } from './describe-article.ts';

/** Rows held before they are written. */
const mostRows = 1000;

type Cell = string | number | null;

interface Column {
  name: string;
  type: 'STRING' | 'INT32';
  valueOf: (article: ArticleData) => Cell;
}

const ids = (records: readonly { id: string }[]): string => JSON.stringify(records.map(({ id }) => id));

/** The records of one kind that an article names, each once, the first named first. */
const named = (collection: MentionData['collection']) => (article: ArticleData) =>
  JSON.stringify([
    ...new Set(article.mentions.filter((mention) => mention.collection === collection).map(({ id }) => id)),
  ]);

const columns: Column[] = [
  { name: 'id', type: 'STRING', valueOf: ({ id }) => id },
  { name: 'url', type: 'STRING', valueOf: ({ url }) => url },
  { name: 'title', type: 'STRING', valueOf: ({ title }) => title },
  { name: 'description', type: 'STRING', valueOf: ({ description }) => description },
  { name: 'published', type: 'STRING', valueOf: ({ published }) => published },
  { name: 'publication', type: 'STRING', valueOf: ({ publication }) => publication.id },
  { name: 'dateline', type: 'STRING', valueOf: ({ dateline }) => dateline?.id ?? null },
  { name: 'language', type: 'STRING', valueOf: ({ language }) => language },
  { name: 'copy', type: 'STRING', valueOf: ({ copy }) => copy },
  { name: 'words', type: 'INT32', valueOf: ({ words }) => words },
  { name: 'rights', type: 'STRING', valueOf: ({ rights }) => rights.statement },
  { name: 'authors', type: 'STRING', valueOf: ({ authors }) => ids(authors) },
  { name: 'topics', type: 'STRING', valueOf: ({ topics }) => ids(topics) },
  { name: 'people', type: 'STRING', valueOf: named('people') },
  { name: 'places', type: 'STRING', valueOf: named('places') },
  { name: 'organizations', type: 'STRING', valueOf: named('organizations') },
  { name: 'text', type: 'STRING', valueOf: ({ text }) => text },
];

export function writeParquet(file: string): ArticleWriter {
  const group = (rows: readonly ArticleData[]): ColumnSource[] =>
    columns.map(({ name, type, valueOf }) => ({ name, type, data: rows.map(valueOf), nullable: true }));
  const writer = new ParquetWriter({
    writer: fileWriter(file),
    schema: schemaFromColumnData({ columnData: group([]) }),
    createdBy: site.name,
  });
  let rows: ArticleData[] = [];
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await writer.write({ columnData: group(rows), rowGroupSize: mostRows });
    rows = [];
  };
  return {
    add: async (article) => {
      rows.push(article);
      if (rows.length === mostRows) await flush();
    },
    end: async () => {
      await flush();
      await writer.finish();
    },
  };
}
