// What a feed has to tell, whatever its format: the articles last added or corrected, of the archive or of one record.
import { readBody } from '../../reading/body.ts';
import { recordKey, type Archive, type Article, type AuthorityRecord } from '../../archive/build.ts';
import { articlesOfRecord } from '../../archive/record-articles.ts';
import { compareText } from '../../schema/finding.ts';
import { site } from '../../site.ts';
import { absoluteUrl, articleUrl, homeUrl, recordUrl, type FeedSubject } from '../../urls.ts';
import { buildReference, type Reference } from '../../views/reference.ts';
import { lastRevised, renderInstant } from '../../archive/revised.ts';
import { absolutizeHtml } from './absolute-html.ts';

export interface FeedEntry {
  reference: Reference;
  authors: { name: string; url: string }[];
  /** RFC 3339. */
  published: string;
  updated: string;
  /** The original, if its address is known. */
  source: string | undefined;
  /** The copy, or the archive's account with a first line that says so; every address is whole. */
  html: string;
}

export interface Feed {
  title: string;
  description: string;
  /** The page that shows the same. */
  page: string;
  /** The record it follows; without one, the archive. */
  subject: FeedSubject;
  /** RFC 3339: that of the newest entry; an archive without any was last changed before all time. */
  updated: string;
  entries: FeedEntry[];
}

/** How many entries the feed of the archive has, and that of a record: a reader who looks once a week misses none. */
export const archiveFeedLength = 50;
export const recordFeedLength = 20;

/** A feed without the texts: whatever it is made from, as plain data. */
export interface FeedPlan extends Omit<Feed, 'entries'> {
  entries: PlannedEntry[];
}

/** The text is read by its digest. */
export interface PlannedEntry extends Omit<FeedEntry, 'html'> {
  /** `2020/01/03/slug`. */
  id: string;
  digest: string;
}

export function planArchiveFeed(archive: Archive): FeedPlan {
  const head = {
    title: site.name,
    description: site.description,
    page: absoluteUrl(homeUrl()),
    subject: undefined,
  };
  return planFeed(head, archive.articles, archiveFeedLength, archive);
}

export function planRecordFeed(record: AuthorityRecord, archive: Archive): FeedPlan {
  const { collection, id } = record;
  const head = {
    title: `${record.name} · ${site.name}`,
    description: record.description,
    page: absoluteUrl(recordUrl(collection, id)),
    subject: { collection, id },
  };
  return planFeed(head, articlesOfRecord(archive, record), recordFeedLength, archive);
}

export const buildArchiveFeed = (archive: Archive): Feed => fillFeed(planArchiveFeed(archive));

export const buildRecordFeed = (record: AuthorityRecord, archive: Archive): Feed =>
  fillFeed(planRecordFeed(record, archive));

/** Reads the texts of a feed. */
export function fillFeed({ entries: planned, ...head }: FeedPlan): Feed {
  return { ...head, entries: planned.map(fillEntry) };
}

function planFeed(
  head: Omit<Feed, 'updated' | 'entries'>,
  articles: readonly Article[],
  most: number,
  archive: Archive,
): FeedPlan {
  const instants = instantsOf(archive);
  const newest = articles
    .map((article) => ({ article, updated: instants.get(article.id) ?? '' }))
    .sort((a, b) => compareText(b.updated, a.updated) || compareText(a.article.id, b.article.id))
    .slice(0, most);
  const updated = newest[0]?.updated ?? renderInstant('1970-01-01');
  const entries = newest.map(({ article, updated: instant }) => planEntry(article, instant, archive));
  return { ...head, updated, entries };
}

const lastSecond = 86_399;
const known = new WeakMap<Archive, Map<string, string>>();

/**
 * When each article was last added to or corrected. An old article that was added today is news to those who follow the
 * archive. The content knows days only; the seconds count the articles of one day, for no two entries of a feed should
 * have changed at the same time (RFC 4287, 3.3).
 */
function instantsOf(archive: Archive): Map<string, string> {
  const earlier = known.get(archive);
  if (earlier !== undefined) return earlier;
  const instants = new Map<string, string>();
  const oldestFirst = archive.articles
    .map((article) => ({ article, revised: lastRevised(article) }))
    .sort(
      (a, b) =>
        compareText(a.revised, b.revised) ||
        compareText(a.article.published, b.article.published) ||
        compareText(b.article.id, a.article.id),
    );
  let day = '';
  let second = 0;
  for (const { article, revised } of oldestFirst) {
    second = revised === day ? Math.min(second + 1, lastSecond) : 0;
    day = revised;
    instants.set(article.id, renderInstant(day, second));
  }
  known.set(archive, instants);
  return instants;
}

function planEntry(article: Article, updated: string, archive: Archive): PlannedEntry {
  const credit = (collection: 'people' | 'publications', id: string) => ({
    name: archive.recordByKey.get(recordKey(collection, id))?.name ?? id,
    url: absoluteUrl(recordUrl(collection, id)),
  });
  return {
    id: article.id,
    digest: article.digest,
    reference: buildReference(article, archive),
    // Atom wants an author of every entry: of an unsigned report it is the newspaper.
    authors:
      article.authors.length > 0
        ? article.authors.map((id) => credit('people', id))
        : [credit('publications', article.publication)],
    published: renderInstant(article.published),
    updated,
    source: article.source.url,
  };
}

function fillEntry({ id, digest, ...entry }: PlannedEntry): FeedEntry {
  const { html } = readBody(digest);
  const note = entry.reference.isSummary ? `<p><em>A summary by this archive.</em></p>\n` : '';
  return { ...entry, html: `${note}${absolutizeHtml(html, absoluteUrl(articleUrl(id)))}` };
}
