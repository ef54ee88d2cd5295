// The table of names without a record: what it tells a maintainer, and the columns in which to decide.
import { renderCsv } from '../../text/csv.ts';
import type { GatheredName } from './gather-names.ts';

/** The columns in which a maintainer decides, in their order. */
export const decisionColumns = ['kind', 'join', 'wikidata', 'description', 'ignore'] as const;

/** The columns that tell what is known. */
export const knownColumns = [
  'name',
  'variants',
  'count',
  'articles',
  'sentence',
  'guess',
  'reason',
  'perhaps',
] as const;

export type DecisionColumn = (typeof decisionColumns)[number];
export type Decision = Record<DecisionColumn, string>;

/** Between several values in one field. */
export const separator = ' | ';

/** So many articles are named; the others are counted. */
const mostArticles = 3;

/**
 * The table as CSV in UTF-8; the byte order mark tells Excel so.
 * @param decided what was decided in the table before, by name
 */
export function renderNameTable(
  names: readonly GatheredName[],
  decided: ReadonlyMap<string, Decision> = new Map(),
): string {
  const rows = names.map((one) => [
    one.name,
    one.variants.join(separator),
    String(one.count),
    renderArticles(one.articles),
    one.sentence,
    one.guess?.kind ?? '',
    one.guess?.reason ?? '',
    one.perhaps ?? '',
    ...decisionColumns.map((column) => decided.get(one.name)?.[column] ?? ''),
  ]);
  return `\ufeff${renderCsv([[...knownColumns, ...decisionColumns], ...rows])}`;
}

function renderArticles(ids: readonly string[]): string {
  const shown = ids.slice(0, mostArticles).join(separator);
  return ids.length > mostArticles ? `${shown} | and ${ids.length - mostArticles} more` : shown;
}
