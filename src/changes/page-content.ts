// What a reader sees on each page of the archive, as one checksum a page: two archives are compared by it.
import { createHash } from 'node:crypto';
import type { Archive } from '../archive/build.ts';
import type { Block } from '../markdown/article-file.ts';
import { permalinkPath } from '../urls.ts';
import type { MentionsView } from '../views/fitted-items.ts';
import { listPages } from '../views/page-kinds.ts';

export interface Page {
  /** Below the site's base, as the ledger has it. */
  path: string;
  /** `article`, `day`, `month`, `year`, `person`, ... */
  kind: string;
  title: string;
}

export interface PageContent extends Page {
  checksum: string;
}

/** The blocks of an article's body by its digest; only of those that differ between the archives that are compared. */
export type Texts = ReadonlyMap<string, readonly Block[]>;

/**
 * Parts of views that a report is silent about: the links at the foot of a page to what came before and after it,
 * what only machines read, and how many articles there are about somebody whom an article names.
 */
const untold = new Set(['earlier', 'later', 'reference', 'tags', 'linkedData', 'metadata', 'cards']);

/** Articles, dates and records by path. Left out are the pages that change with everything, such as the home page. */
export function describePages(archive: Archive, texts: Texts): Map<string, PageContent> {
  const pages = new Map<string, PageContent>();
  for (const { url, told, view } of listPages({ archive, redirects: [] })) {
    if (told === undefined) continue;
    const path = permalinkPath(url);
    const content = JSON.stringify(view(), (name, value: unknown) =>
      untold.has(name) ? undefined : name === 'quoted' ? describeQuoted(value as Quoted, texts) : value,
    );
    const checksum = createHash('sha256').update(content).digest('hex');
    pages.set(path, { path, kind: told.noun, title: told.title, checksum });
  }
  return pages;
}

/** Of an article whose text has changed only the paragraphs count that name the record. */
function describeQuoted({ digest, mentions, within }: Quoted, texts: Texts): unknown {
  const blocks = texts.get(digest);
  if (blocks === undefined) return { digest, mentions, within };
  const anchors = new Set(mentions.map(({ anchor }) => anchor));
  const shown = blocks.filter(({ anchor }) => anchors.has(anchor)).map(({ anchor, text }) => [anchor, text]);
  return { shown, mentions, within };
}

type Quoted = NonNullable<MentionsView['quoted']>;
