// Finds names that lead to two records of one kind which do not say that they know of each other.
import { recordKey, type Archive, type AuthorityRecord } from '../archive/build.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { foldName } from '../names/normalize.ts';
import { namedCollections } from '../schema/collection-names.ts';

/** A name shared on purpose is fine, once the records name each other under `differentFrom`. */
export function checkAliases(archive: Archive): EntryProblem[] {
  const problems: EntryProblem[] = [];
  for (const collection of namedCollections) {
    const owners = new Map<string, AuthorityRecord>();
    for (const record of archive[collection]) {
      for (const [index, name] of [record.name, ...record.aliases].entries()) {
        const folded = foldName(name);
        const owner = owners.get(folded);
        if (owner === undefined) {
          owners.set(folded, record);
        } else if (!knowEachOther(owner, record)) {
          problems.push({
            check: 'alias',
            severity: 'warning',
            collection,
            id: record.id,
            path: index === 0 ? ['name'] : ['aliases', index - 1],
            message: `"${name}" also names ${recordKey(collection, owner.id)}`,
            fix: `Remove the alias from one of them, or add "${owner.id}" under "differentFrom:"`,
          });
        }
      }
    }
  }
  return problems;
}

function knowEachOther(a: AuthorityRecord, b: AuthorityRecord): boolean {
  return a.id === b.id || a.differentFrom.includes(b.id) || b.differentFrom.includes(a.id);
}
