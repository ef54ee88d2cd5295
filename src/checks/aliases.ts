// Finds names that lead to two records of one kind which do not say that they know of each other.
import { recordKey, type Archive, type AuthorityRecord } from '../archive/build.ts';
import { entryFile } from '../archive/folders.ts';
import { foldName } from '../names/normalize.ts';
import { namedCollections } from '../schema/collections.ts';
import type { Finding } from '../schema/finding.ts';

/** A name shared on purpose is fine, once the records name each other under `differentFrom`. */
export function checkAliases(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  for (const collection of namedCollections) {
    const owners = new Map<string, AuthorityRecord>();
    for (const record of archive[collection]) {
      for (const name of [record.name, ...record.aliases]) {
        const folded = foldName(name);
        const owner = owners.get(folded);
        if (owner === undefined) {
          owners.set(folded, record);
        } else if (
          owner.id !== record.id &&
          !owner.differentFrom.includes(record.id) &&
          !record.differentFrom.includes(owner.id)
        ) {
          findings.push({
            check: 'alias',
            severity: 'warning',
            file: entryFile(collection, record.id),
            line: 1,
            column: 1,
            message: `"${name}" also names ${recordKey(collection, owner.id)}`,
            fix: `Remove the alias from one of them, or add "${owner.id}" under "differentFrom:"`,
          });
        }
      }
    }
  }
  return findings;
}
