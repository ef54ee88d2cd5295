// The names that an article reads in its own way, as its front matter says under `mentions`.
import { namedCollections } from '../../schema/collection-names.ts';
import { buildNameTrie, hasRecord, type NameTarget, type NameTrie } from './trie.ts';

/**
 * The trie of an article's own readings, if it has any; an id that names no record is reported by the reference check.
 * @param mentions a spelling and the record it means, `people/x` or `x`, or `false` for none
 */
export function buildOverrides(
  mentions: Readonly<Record<string, string | false>>,
  names: NameTrie,
): NameTrie | undefined {
  const entries = Object.entries(mentions);
  if (entries.length === 0) return undefined;
  return buildNameTrie(
    entries.map(([spelling, id]) => ({ spelling, targets: id === false ? [] : findTargets(id, names) })),
  );
}

function findTargets(id: string, names: NameTrie): NameTarget[] {
  const [collection, own] = id.split('/');
  return namedCollections
    .map((name) => ({ collection: name, id: own ?? id }))
    .filter((target) => (own === undefined || target.collection === collection) && hasRecord(names, target));
}
