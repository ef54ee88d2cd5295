// Finds the topics of a copy among the archive's records; a tag without a record is said, never made one.
import { findByName, type KnownArchive } from './known.ts';

/** The ids of the topics that tags name, by id or by any of their names; the other tags become a note. */
export function chooseTopics(tags: readonly string[], { records }: KnownArchive, notes: string[]): string[] {
  const ids: string[] = [];
  const unknown: string[] = [];
  for (const tag of tags) {
    const found = records.topics.find(({ id }) => id === tag) ?? findByName(records.topics, tag)[0];
    if (found === undefined) unknown.push(tag);
    else if (!ids.includes(found.id)) ids.push(found.id);
  }
  if (unknown.length > 0)
    notes.push(
      `Tags without a topic of that name (${unknown.length}): ${unknown.join(', ')}. A topic is made with: npm run new -- topic "Name"`,
    );
  return ids;
}
