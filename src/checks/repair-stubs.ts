// Writes a record for every id that articles name and the archive does not have, to be completed by somebody.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentPath } from '../disk/folders.ts';
import { id as idSchema } from '../schema/field.ts';
import { unwritten } from '../schema/leftovers.ts';
import { nearest } from '../schema/sentence.ts';
import { site } from '../site.ts';
import type { RecordCollection } from '../urls.ts';
import type { Damage, Repair } from './repairs.ts';

/** An id that is nearly another is a typing error, and gets no record; `check` asks. A place may be of any kind. */
export function repairStubs({ archive, root }: Damage): Repair[] {
  const wanted = new Map<string, Repair>();
  const want = (collection: RecordCollection, id: string, fields: readonly string[] = []): void => {
    const path = join(root, collection, `${id}.md`);
    const known = archive[collection].map((record) => record.id);
    if (wanted.has(path) || known.includes(id) || existsSync(path) || nearest(id, known) !== undefined)
      return;
    if (!idSchema.safeParse(id).success) return;
    const lines = [`name: ${nameOf(id)}`, `description: ${unwritten}.`, ...fields];
    const text = ['---', ...lines, '---', ''].join('\n');
    const done = ['a record that lacks its description'];
    wanted.set(path, { path, file: contentPath(path), text, done });
  };
  for (const { authors, publication, topics, language } of archive.articles) {
    for (const author of authors) want('people', author);
    for (const topic of topics) want('topics', topic);
    want('publications', publication, [`language: ${language === 'und' ? site.language : language}`]);
  }
  return [...wanted.values()];
}

/** `jane-doe` is most likely Jane Doe. */
const nameOf = (id: string): string =>
  id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
