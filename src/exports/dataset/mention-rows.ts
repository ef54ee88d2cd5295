// Every mention of every record as a row: who is named where, and as what.
import type { Archive } from '../../archive/build.ts';
import { renderCsv } from '../../text/csv.ts';

/** The rows of an article at a time. */
export function* mentionRows({ articles }: Archive): Generator<string> {
  yield renderCsv([['article', 'published', 'collection', 'record', 'spelling', 'paragraph']]);
  for (const { id, published, mentions } of articles) {
    if (mentions.length > 0)
      yield renderCsv(
        mentions.map(({ collection, id: record, spelling, anchor }) => [
          id,
          published,
          collection,
          record,
          spelling,
          anchor,
        ]),
      );
  }
}
