// What the search page reads of one record to show its articles straight away, before the full text is loaded.
import type { NamedCollection } from '../schema/collection-names.ts';
import { searchRecordUrl } from '../urls.ts';
import type { Excerpt } from './excerpt.ts';
import { readJson } from './read-json.ts';
import type { RecordReading } from './state.ts';

export interface RecordArticle {
  /** `2020/01/03/slug`, which tells the day too. */
  id: string;
  title: string;
  /** BCP 47. */
  language: string;
  /** The publication's name. */
  publication: string;
  /** How often the article names the record, or a place within it. */
  mentions: number;
  /** The text around the first mention; the description where the record is not named but wrote or filed the article. */
  excerpt: Excerpt;
}

export interface RecordFile {
  collection: NamedCollection;
  id: string;
  /** The preferred name. */
  name: string;
  /** Every other spelling. */
  aliases: string[];
  description: string;
  /** `person`, `city in Iraq`. */
  kind: string;
  /** How many articles there are in all, and how often they name the record. */
  articles: number;
  mentions: number;
  /** Whether some of the articles are here only for a place that lies in this one. */
  wider: boolean;
  /** At most `mostArticles`, newest first. */
  newest: RecordArticle[];
}

/** Articles of a record whose list can be shown without the full text. */
export const mostArticles = 100;

/** @throws an error if the record has no such file */
export function readRecordFile(key: RecordReading): Promise<RecordFile> {
  const [collection, id = ''] = key.split('/');
  return readJson<RecordFile>(searchRecordUrl(collection as NamedCollection, id));
}
