// The shapes of what is read from disk: one entry a file, the same through both doors of the archive.
import * as z from 'zod';
import type { Mention, PageLink, UnplacedNames } from '../markdown/article-file.ts';
import { articleSchema, type ArticleFields } from '../schema/article.ts';

/** What the reader adds to an article's front matter; the body's HTML stays on disk under its digest. */
export const renderedSchema = z.strictObject({
  /** Names the rendered body in the cache; changes with all that the page shows of it. */
  digest: z.string(),
  /** Words of the body as a reader counts them. */
  words: z.number(),
  /** Names of the pictures in the article's own folder. */
  images: z.array(z.string()),
});

/** An article as Astro's store holds it: validated front matter, and what rendering has found. */
export const articleEntrySchema = z.strictObject({ fields: articleSchema, rendered: renderedSchema });

/** What Astro's store holds of an article: its mentions stay on disk, for the store is one string in the end. */
export type StoredArticle = z.output<typeof articleEntrySchema>;

export interface Rendered extends z.output<typeof renderedSchema> {
  mentions: Mention[];
  /** Missing where every name has a record. */
  unplaced?: UnplacedNames | undefined;
}

/** What checks need to know of an article and no page shows. */
export interface Evidence {
  /** Where its text leads to in the archive. */
  links: PageLink[];
  /** The anchors of its blocks. */
  anchors: string[];
  /** See sketch.ts. */
  sketch: string;
}

export interface ArticleEntry {
  id: string;
  fields: ArticleFields;
  rendered: Rendered;
}

export interface RecordEntry<T> {
  id: string;
  fields: T;
}
