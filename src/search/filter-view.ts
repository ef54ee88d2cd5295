// Shows the filters: for each a list of the values that articles have, with how many, the most frequent first.
import { compareText } from '../schema/finding.ts';
import type { Answer } from './full-text.ts';
import type { Labels } from './filters.ts';
import { filterNames, sortOf, type FilterName, type SearchState } from './state.ts';

interface Choice {
  value: string;
  label: string;
  count: number;
}

/** The values of a filter in the order in which they are offered; a chosen one is there even if nothing has it. */
export function buildChoices(
  name: FilterName,
  counts: Readonly<Record<string, number>>,
  chosen: string | undefined,
  labels: Labels,
): Choice[] {
  const values = new Set([...Object.keys(counts), ...(chosen === undefined ? [] : [chosen])]);
  return [...values]
    .map((value) => ({
      value,
      label: name === 'year' ? value : (labels[name][value] ?? value),
      count: counts[value] ?? 0,
    }))
    .sort((a, b) => b.count - a.count || compareText(a.label, b.label));
}

/** Fills the selects of a form, and hides those that have nothing to offer. */
export function showFilters(
  form: HTMLFormElement,
  state: SearchState,
  counts: Answer['counts'],
  labels: Labels,
): void {
  for (const name of filterNames) {
    const select = findSelect(form, name);
    const chosen = state.filters[name];
    const choices = buildChoices(name, counts[name], chosen, labels);
    // The first option, which chooses nothing, is the page's own.
    const options = choices.map(({ value, label, count }) => new Option(`${label} (${count})`, value));
    select.replaceChildren(...[...select.options].slice(0, 1), ...options);
    select.value = chosen ?? '';
    const field = select.closest<HTMLElement>('.filter');
    if (field !== null) field.hidden = choices.length === 0;
  }
}

/** What the form says now. */
export function readForm(form: HTMLFormElement): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') parameters.set(name, value);
  }
  return parameters;
}

/** Makes the form say what a state says; a value that is not offered yet is added as it stands. */
export function writeForm(form: HTMLFormElement, state: SearchState): void {
  const input = form.elements.namedItem('q');
  if (input instanceof HTMLInputElement && input.value.trim() !== state.query) input.value = state.query;
  for (const name of filterNames) {
    const select = findSelect(form, name);
    const chosen = state.filters[name] ?? '';
    if (![...select.options].some(({ value }) => value === chosen)) select.add(new Option(chosen, chosen));
    select.value = chosen;
  }
  findSelect(form, 'sort').value = sortOf(state);
}

function findSelect(form: HTMLFormElement, name: string): HTMLSelectElement {
  const element = form.elements.namedItem(name);
  if (element instanceof HTMLSelectElement) return element;
  throw new Error(`The search form has no list called ${name}.`);
}
