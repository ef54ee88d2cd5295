// The files of the dataset that hold articles: each takes one article after the other and never holds many.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { ArticleData } from './describe-article.ts';

export interface ArticleWriter {
  add: (article: ArticleData) => Promise<void> | void;
  /** Writes what is left; nothing may be added any more. */
  end: () => Promise<void> | void;
}

/** NDJSON: one article a line. */
export function writeLines(file: string): ArticleWriter {
  const stream = createWriteStream(file);
  // Listens from the start: an error that comes between two steps is reported at the next one.
  const finished = new Promise<void>((settle, fail) => stream.on('finish', settle).on('error', fail));
  finished.catch(() => undefined);
  return {
    add: async (article) => {
      if (!stream.write(`${JSON.stringify(article)}\n`))
        await Promise.race([once(stream, 'drain'), finished]);
    },
    end: async () => {
      stream.end();
      await finished;
    },
  };
}
