// A list of articles, of which those that fit show in full: with their description, or every sentence that names the record.
import type { Archive, Article, AuthorityRecord } from '../archive/build.ts';
import type { ListedArticle } from '../archive/record-lists.ts';
import type { Mention } from '../markdown/article-file.ts';
import { fitArticles, mostPassages, type FittedArticle } from './fit-articles.ts';
import { nameOf, viewItem, type ItemView } from './item.ts';

/** What an article says of the record whose page it is on. */
export interface MentionsView {
  total: number;
  /** How many of them are of places within the record. */
  totalWithin: number;
  /** Those that show in their sentences; absent where none does. */
  quoted?: {
    /** Names the article's body on disk, from which the sentences are cut when the page is rendered. */
    digest: string;
    /** In reading order. */
    mentions: readonly Mention[];
    /** The names of the places within the record that they mean. */
    within: { id: string; name: string }[];
  };
  /** The anchors of the first few paragraphs with the others, and how many there are. */
  anchors: string[];
  anchorsTotal: number;
}

export interface FittedItemView {
  item: ItemView;
  isFull: boolean;
  /** Absent where the list is not that of a record's mentions. */
  said?: MentionsView;
}

/** @param record whose mentions the articles have */
export const viewFittedItems = (
  items: readonly ListedArticle[],
  budget: number,
  archive: Archive,
  record?: AuthorityRecord,
): FittedItemView[] => fitArticles(items, budget).map((fitted) => viewFittedItem(fitted, archive, record));

export function viewFittedItem(
  { article, mentions = [], isFull }: FittedArticle,
  archive: Archive,
  record?: AuthorityRecord,
): FittedItemView {
  const item = viewItem(article, archive);
  if (mentions.length === 0 || record === undefined) return { item, isFull };
  const quoted = isFull ? mentions.slice(0, mostPassages) : [];
  const anchors = [...new Set(mentions.slice(quoted.length).map(({ anchor }) => anchor))];
  const said: MentionsView = {
    total: mentions.length,
    totalWithin: mentions.filter(({ id }) => id !== record.id).length,
    ...(quoted.length > 0 && { quoted: viewQuoted(article, quoted, record, archive) }),
    anchors: anchors.slice(0, mostParagraphs),
    anchorsTotal: anchors.length,
  };
  return { item, isFull, said };
}

/** Paragraphs that are named; the article itself leads to the others. */
const mostParagraphs = 12;

function viewQuoted(
  { digest }: Article,
  mentions: readonly Mention[],
  record: AuthorityRecord,
  archive: Archive,
): NonNullable<MentionsView['quoted']> {
  const others = [...new Set(mentions.map(({ id }) => id))].filter((id) => id !== record.id);
  const within = others.map((id) => ({ id, name: nameOf(record.collection, id, archive) }));
  return { digest, mentions, within };
}
