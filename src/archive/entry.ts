// The shapes of what is read from disk: one entry a file, the same through both doors of the archive.
import * as z from 'zod';
import { articleSchema } from '../schema/article.ts';
import { namedCollections } from '../schema/collections.ts';

/** What the reader adds to an article's front matter; the body's HTML stays on disk under its digest. */
export const renderedSchema = z.strictObject({
  /** Names the rendered body in the cache; changes with all that the page shows of it. */
  digest: z.string(),
  /** Words of the body as a reader counts them. */
  words: z.number(),
  mentions: z.array(
    z.strictObject({
      collection: z.enum(namedCollections),
      id: z.string(),
      anchor: z.string(),
      start: z.number(),
      end: z.number(),
      spelling: z.string(),
    }),
  ),
  /** Names of the pictures in the article's own folder. */
  images: z.array(z.string()),
});

/** An article as Astro's store holds it: validated front matter, and what rendering has found. */
export const articleEntrySchema = z.strictObject({ fields: articleSchema, rendered: renderedSchema });

export type Rendered = z.output<typeof renderedSchema>;

export interface ArticleEntry extends z.output<typeof articleEntrySchema> {
  id: string;
}

export interface RecordEntry<T> {
  id: string;
  fields: T;
}
