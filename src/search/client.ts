// The search page at work: what the form and the address say becomes a state, the state an answer, the answer a list.
import { findUnmet } from './excerpt.ts';
import { readForm, showFilters, writeForm } from './filter-view.ts';
import type { Labels } from './filters.ts';
import type { Fragment } from './fragment.ts';
import { searchFullText, type Answer } from './full-text.ts';
import { loadPagefind } from './pagefind.ts';
import { renderResult, type Wording } from './result-view.ts';
import { isEmpty, readState, renderState, type SearchState } from './state.ts';
import { describeAnswer } from './status.ts';

const pageSize = 10;
/** Milliseconds without a key before what has been typed is searched for. */
const typingPause = 250;

/** Starts the search inside an element that holds the page's parts, each marked with `data-part`. */
export function startSearch(root: HTMLElement, wording: Wording): void {
  const part = <T extends HTMLElement>(name: string): T => {
    const element = root.querySelector<T>(`[data-part="${name}"]`);
    if (element === null) throw new Error(`The search page has no part called ${name}.`);
    return element;
  };
  const form = part<HTMLFormElement>('form');
  const status = part('status');
  const list = part<HTMLOListElement>('results');
  const more = part<HTMLButtonElement>('more');
  const title = document.title;
  const indexUrl = root.dataset['index'] ?? '';
  const labelsUrl = root.dataset['labels'] ?? '';

  let labels: Promise<Labels> | undefined;
  let answer: Answer | undefined;
  let state = readState(location.search);
  /** Counts searches, so that a slow answer does not replace a newer one. */
  let turn = 0;

  const readLabels = (): Promise<Labels> =>
    (labels ??= readJson<Labels>(labelsUrl).catch((error: unknown) => {
      labels = undefined;
      throw error;
    }));

  /** What stands on the page for a state; its steps are in the order in which a reader is answered. */
  const show = async (shown = pageSize): Promise<void> => {
    const mine = (turn += 1);
    document.title = state.query === '' ? title : `${state.query} · ${title}`;
    if (isEmpty(state)) {
      clear('start');
      status.textContent = '';
      // A search that was under way is no longer waited for.
      root.removeAttribute('aria-busy');
      return;
    }
    root.setAttribute('aria-busy', 'true');
    try {
      const [pagefind, names] = await Promise.all([loadPagefind(indexUrl), readLabels()]);
      const found = await searchFullText(pagefind, state);
      const fragments = await readFragments(found, 0, shown);
      if (mine !== turn) return;
      answer = found;
      clear(found.results.length === 0 ? 'nothing' : 'answer');
      list.replaceChildren(...renderItems(fragments, names));
      more.hidden = fragments.length >= found.results.length;
      showFilters(form, state, found.counts, names);
      status.textContent = describeAnswer(
        found.results.length,
        findUnmet(fragments, state.query),
        state,
        wording.countOf,
      );
    } catch (error) {
      if (mine === turn) fail(error);
    } finally {
      if (mine === turn) root.removeAttribute('aria-busy');
    }
  };

  const fail = (error: unknown): void => {
    console.error(error);
    clear('failure');
    status.textContent = 'The search could not be loaded.';
  };

  const readFragments = ({ results }: Answer, from: number, to: number): Promise<Fragment[]> =>
    Promise.all(results.slice(from, to).map((result) => result.data()));

  const renderItems = (fragments: readonly Fragment[], names: Labels): HTMLLIElement[] =>
    fragments.map((fragment) => renderResult(fragment, state.query, names, wording));

  /** One of the page's answers at a time: the start, a list, nothing found, a failure. */
  const clear = (view: 'start' | 'answer' | 'nothing' | 'failure'): void => {
    for (const name of ['start', 'nothing', 'failure']) part(name).hidden = name !== view;
    part('order').hidden = view !== 'answer';
    const filtered = Object.keys(state.filters).length > 0;
    part('filters').hidden = view !== 'answer' && !(view === 'nothing' && filtered);
    part('clear').hidden = !filtered;
    if (view !== 'answer') {
      list.replaceChildren();
      more.hidden = true;
    }
  };

  const go = (next: SearchState, how: 'push' | 'replace'): void => {
    const address = renderState(next) || location.pathname;
    const same = renderState(next) === renderState(state);
    state = next;
    writeForm(form, state);
    if (how === 'push' && !same) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void show();
  };

  let pause: ReturnType<typeof setTimeout> | undefined;
  // The lists belong to the form but stand beside it.
  root.addEventListener('input', ({ target }) => {
    clearTimeout(pause);
    if (target instanceof HTMLInputElement) pause = setTimeout(() => go(read(), 'replace'), typingPause);
  });
  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) go(read(target.name === 'sort'), 'push');
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    go(read(), 'push');
  });
  part('clear').addEventListener('click', () => {
    go({ ...state, filters: {} }, 'push');
    form.querySelector('input')?.focus();
  });
  more.addEventListener('click', () => {
    const mine = turn;
    showMore().catch((error: unknown) => {
      if (mine === turn) fail(error);
    });
  });
  addEventListener('popstate', () => {
    clearTimeout(pause);
    const next = readState(location.search);
    // A link within the page is an entry of the history too.
    if (renderState(next) === renderState(state)) return;
    state = next;
    writeForm(form, state);
    void show(shownBefore());
  });

  /** What the form says; its order only counts when the reader has just chosen it, else it may be the page's own. */
  const read = (withSort = false): SearchState => {
    const { sort: shown, ...next } = readState(`?${readForm(form).toString()}`);
    const sort = withSort ? shown : state.sort;
    return { ...next, ...(sort !== undefined && { sort }) };
  };

  const showMore = async (): Promise<void> => {
    const mine = turn;
    if (answer === undefined) return;
    const from = list.children.length;
    const [fragments, names] = await Promise.all([
      readFragments(answer, from, from + pageSize),
      readLabels(),
    ]);
    if (mine !== turn || list.children.length !== from) return;
    const items = renderItems(fragments, names);
    list.append(...items);
    more.hidden = list.children.length >= answer.results.length;
    // The button may have gone, and the reader goes on where the new part begins.
    items[0]?.querySelector('a')?.focus();
    history.replaceState({ shown: list.children.length }, '');
  };

  root.hidden = false;
  part<HTMLDetailsElement>('drawer').open = matchMedia('(width > 56rem)').matches;
  writeForm(form, state);
  if (location.search === '') form.querySelector('input')?.focus();
  void show(shownBefore());
}

/** How many results stood there when the reader left this entry of the history. */
function shownBefore(): number {
  const entry: unknown = history.state;
  const shown = typeof entry === 'object' && entry !== null && 'shown' in entry ? entry.shown : undefined;
  return typeof shown === 'number' ? Math.max(pageSize, shown) : pageSize;
}

async function readJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return (await response.json()) as T;
}
