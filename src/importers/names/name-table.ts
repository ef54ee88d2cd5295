// The table of names without a record: columns that inform a maintainer, and columns to decide in.
import { renderCsv } from '../../text/csv.ts';
import type { GatheredName } from './gather-names.ts';

/** The columns for decisions, in order. */
export const decisionColumns = ['kind', 'join', 'wikidata', 'description', 'ignore'] as const;

/** The columns that inform. */
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

/** Separates several values in one field. */
export const separator = ' | ';

/** How many articles are listed; the rest are only counted. */
const mostArticles = 3;

/**
 * The table as CSV. It starts with a byte order mark, so that Excel reads it as UTF-8.
 * @param decided earlier decisions, by name
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
