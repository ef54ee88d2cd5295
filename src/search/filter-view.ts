// Shows the filters: for each a list of the values that articles have, with how many; and reads what is chosen.
import { compareText } from '../schema/finding.ts';
import { isPartialDate } from './date-range.ts';
import type { Labels } from './filters.ts';
import type { Counts } from './full-text.ts';
import { filterNames, sortOf, type FilterName, type SearchState } from './state.ts';

interface Choice {
  value: string;
  label: string;
  count: number;
}

/** What the values of the filters are called. */
export interface FilterWords {
  labels: Labels;
  formatDate: (date: string) => string;
}

/**
 * The values of a filter in the order in which they are offered: the most frequent first, dates by time; a chosen one
 * is there even if nothing has it.
 */
export function buildChoices(
  name: FilterName,
  counts: Readonly<Record<string, number>>,
  chosen: string | undefined,
  { labels, formatDate }: FilterWords,
): Choice[] {
  const values = new Set([...Object.keys(counts), ...(chosen === undefined ? [] : [chosen])]);
  const labelOf = (value: string): string => {
    if (name === 'year' || name === 'month') return formatDate(value);
    return Object.hasOwn(labels[name], value) ? (labels[name][value] ?? value) : value;
  };
  return [...values]
    .map((value) => ({
      value,
      label: labelOf(value),
      // An id may be the name of what every object has: "constructor".
      count: Object.hasOwn(counts, value) ? (counts[value] ?? 0) : 0,
    }))
    .sort((a, b) => {
      if (name === 'year') return compareText(b.value, a.value);
      if (name === 'month') return compareText(a.value, b.value);
      return b.count - a.count || compareText(a.label, b.label);
    });
}

/** Fills the selects of a form, and hides those that have nothing to offer: months wait for their year. */
export function showFilters(
  form: HTMLFormElement,
  state: SearchState,
  counts: Counts,
  words: FilterWords,
): void {
  for (const name of filterNames) {
    const select = findSelect(form, name);
    const chosen = state.filters[name];
    const offered = name === 'month' && state.filters.year === undefined ? {} : counts[name];
    const choices = buildChoices(name, offered, chosen, words);
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
  const input = findInput(form, 'q');
  if (input.value.trim() !== state.query) input.value = state.query;
  for (const name of filterNames) {
    const select = findSelect(form, name);
    const chosen = state.filters[name] ?? '';
    if (![...select.options].some(({ value }) => value === chosen)) select.add(new Option(chosen, chosen));
    select.value = chosen;
  }
  for (const name of ['from', 'to'] as const) {
    findInput(form, name).value = state[name] ?? '';
  }
  checkDates(form);
  findSelect(form, 'sort').value = sortOf(state);
}

/** A month lies in its year: a reader who chooses another year, or none, leaves it. */
export function leaveMonth(form: HTMLFormElement): void {
  findSelect(form, 'month').value = '';
}

/** Marks what cannot be read as a date and says how to write one; returns the first such field, if there is one. */
export function checkDates(form: HTMLFormElement): HTMLInputElement | undefined {
  const [from, to] = ['from', 'to'].map((name) => findInput(form, name)) as [
    HTMLInputElement,
    HTMLInputElement,
  ];
  const typed = (input: HTMLInputElement): string => input.value.trim();
  const wrong = [from, to].filter((input) => typed(input) !== '' && !isPartialDate(typed(input)));
  for (const input of [from, to]) {
    if (wrong.includes(input)) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  }
  const [first] = wrong;
  const error = from.closest('fieldset')?.querySelector('.error');
  if (error) {
    error.textContent = first
      ? `“${typed(first)}” is not a date. Write a year, a month or a day.`
      : // As text a year or a month comes before all its days; one more sign puts it after them.
        typed(to) !== '' && typed(from) > `${typed(to)}~`
        ? 'The range ends before it begins.'
        : '';
  }
  return first;
}

function findInput(form: HTMLFormElement, name: string): HTMLInputElement {
  const element = form.elements.namedItem(name);
  if (element instanceof HTMLInputElement) return element;
  throw new Error(`The search form has no field called ${name}.`);
}

function findSelect(form: HTMLFormElement, name: string): HTMLSelectElement {
  const element = form.elements.namedItem(name);
  if (element instanceof HTMLSelectElement) return element;
  throw new Error(`The search form has no list called ${name}.`);
}
