// The archive as one SQLite file with full-text search.
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { ArticleWriter } from './article-writers.ts';
import type { RecordData } from './describe-record.ts';

const tables = `
  CREATE TABLE articles (
    id TEXT PRIMARY KEY, url TEXT NOT NULL, title TEXT NOT NULL, description TEXT NOT NULL, published TEXT NOT NULL,
    publication TEXT NOT NULL, dateline TEXT, language TEXT NOT NULL, copy TEXT NOT NULL, words INTEGER NOT NULL,
    source_url TEXT, retrieved TEXT NOT NULL, archived TEXT, rights TEXT NOT NULL, holder TEXT, fixity TEXT
  ) WITHOUT ROWID;
  CREATE TABLE authors (article TEXT NOT NULL, position INTEGER NOT NULL, person TEXT NOT NULL, PRIMARY KEY (article, position)) WITHOUT ROWID;
  CREATE TABLE article_topics (article TEXT NOT NULL, topic TEXT NOT NULL, PRIMARY KEY (article, topic)) WITHOUT ROWID;
  CREATE TABLE records (
    collection TEXT NOT NULL, id TEXT NOT NULL, url TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL,
    wikidata TEXT, kind TEXT, within TEXT, lat REAL, lon REAL, part_of TEXT, born TEXT, died TEXT,
    website TEXT, language TEXT, articles INTEGER NOT NULL, mentions INTEGER NOT NULL, PRIMARY KEY (collection, id)
  ) WITHOUT ROWID;
  CREATE TABLE spellings (collection TEXT NOT NULL, id TEXT NOT NULL, position INTEGER NOT NULL, spelling TEXT NOT NULL, PRIMARY KEY (collection, id, position)) WITHOUT ROWID;
  CREATE TABLE mentions (article TEXT NOT NULL, position INTEGER NOT NULL, collection TEXT NOT NULL, record TEXT NOT NULL, spelling TEXT NOT NULL, paragraph TEXT NOT NULL, PRIMARY KEY (article, position)) WITHOUT ROWID;
  CREATE VIRTUAL TABLE search USING fts5(article UNINDEXED, title, description, text, tokenize = 'unicode61 remove_diacritics 2');`;

const indexes = `
  CREATE INDEX articles_by_day ON articles (published);
  CREATE INDEX mentions_by_record ON mentions (collection, record);
  CREATE INDEX records_by_spelling ON spellings (spelling);`;

/** Writes the records at once, then takes the articles. The text of an article stands in `search` alone. */
export function writeSqlite(file: string, records: readonly RecordData[]): ArticleWriter {
  rmSync(file, { force: true });
  const database = new DatabaseSync(file);
  // Nothing is lost if this is interrupted: the file is made anew by every build.
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096; BEGIN;');
  database.exec(tables);
  const insert = (table: string, values: number) =>
    database.prepare(`INSERT INTO ${table} VALUES (${Array(values).fill('?').join(', ')})`);
  const intoRecords = insert('records', 17);
  const intoSpellings = insert('spellings', 4);
  for (const record of records) {
    const { collection, id, name, aliases, location } = record;
    intoRecords.run(
      ...[collection, id, record.url, name, record.description, record.wikidata, record.kind ?? null],
      ...[record.within ?? null, location?.lat ?? null, location?.lon ?? null, record.partOf ?? null],
      ...[record.born ?? null, record.died ?? null, record.website ?? null, record.language ?? null],
      ...[record.articles, record.mentions],
    );
    for (const [at, spelling] of [name, ...aliases].entries())
      intoSpellings.run(collection, id, at, spelling);
  }
  const intoArticles = insert('articles', 16);
  const intoAuthors = insert('authors', 3);
  const intoTopics = insert('article_topics', 2);
  const intoMentions = insert('mentions', 6);
  const intoSearch = insert('search', 4);
  return {
    add: (article) => {
      const { id, title, description, source, rights } = article;
      intoArticles.run(
        ...[id, article.url, title, description, article.published, article.publication.id],
        ...[article.dateline?.id ?? null, article.language, article.copy, article.words, source.url],
        ...[source.retrieved, source.archived, rights.statement, rights.holder, article.fixity],
      );
      for (const [at, author] of article.authors.entries()) intoAuthors.run(id, at, author.id);
      for (const topic of new Set(article.topics.map((one) => one.id))) intoTopics.run(id, topic);
      for (const [at, { collection, id: record, spelling, paragraph }] of article.mentions.entries())
        intoMentions.run(id, at, collection, record, spelling, paragraph);
      intoSearch.run(id, title, description, article.text);
    },
    end: () => {
      database.exec("INSERT INTO search (search) VALUES ('optimize');");
      database.exec(indexes);
      database.exec('COMMIT; VACUUM;');
      database.close();
    },
  };
}
