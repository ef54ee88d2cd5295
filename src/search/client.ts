// The search page at work: what the form and the address say becomes a state, and each new state is answered.
import { createAnswerView, type Shown } from './answer-view.ts';
import { startCombobox } from './combobox.ts';
import { checkDates, leaveMonth, readForm, writeForm } from './filter-view.ts';
import { readLines } from './list-lookup.ts';
import { startLookup } from './lookup-view.ts';
import { openNameFinder } from './name-finder.ts';
import { chooseName, stateLink } from './name-view.ts';
import { tellNamesakesApart } from './namesakes.ts';
import { findPart } from './parts.ts';
import { openPlaces } from './place-view.ts';
import { pageSize } from './result-list.ts';
import type { Wording } from './result-view.ts';
import { orAll, readState, renderState, type SearchState } from './state.ts';
import { suggestNames } from './suggest.ts';

/** Milliseconds without a key before what has been typed is searched for. */
const typingPause = 250;

/** Starts the search inside an element that holds the page's parts, each marked with `data-part`. */
export function startSearch(root: HTMLElement, wording: Wording): void {
  const form = findPart<HTMLFormElement>(root, 'form');
  const field = findPart<HTMLInputElement>(root, 'field');
  const title = document.title;
  const finder = tellNamesakesApart(openNameFinder(root.dataset['names'] ?? ''));
  const findPlace = openPlaces(root.dataset, wording);
  const answer = createAnswerView(root, { finder, findPlace }, wording, (shown) =>
    history.replaceState({ shown }, ''),
  );
  let state = readState(location.search);
  let pause: ReturnType<typeof setTimeout> | undefined;

  const show = (shown: Shown): Promise<void> => {
    document.title = state.query === '' ? title : `${state.query} · ${title}`;
    return answer(state, shown);
  };

  const go = (next: SearchState, how: 'push' | 'replace'): void => {
    clearTimeout(pause);
    const address = renderState(next) || location.pathname;
    const same = renderState(next) === renderState(state);
    state = next;
    writeForm(form, state);
    if (how === 'push' && !same) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
    void show(firstShown);
  };

  /**
   * What the form says. Its order only counts when the reader has just chosen it, else it may be the page's own; and the
   * words are read as before while they stay the same.
   */
  const read = (withSort = false): SearchState => {
    const { sort: shown, ...next } = readState(`?${readForm(form).toString()}`);
    const sort = withSort ? shown : state.sort;
    const as = next.query === state.query ? state.as : undefined;
    return { ...next, ...(sort !== undefined && { sort }), ...(as !== undefined && { as }) };
  };

  const combobox = startCombobox(field, findPart(root, 'options'), findPart(root, 'suggested'), (typed) =>
    suggestNames(typed, {
      finder,
      findPlace,
      wording,
      goTo: (url) => location.assign(url),
      chooseName: (found) => go(chooseName(state, found), 'push'),
      chooseTyped: (query) => go({ ...state, query, as: 'typed' }, 'push'),
    }),
  );
  const lookup = startLookup(findPart<HTMLDetailsElement>(root, 'lookup'), finder, wording);

  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(() => go(read(), 'replace'), typingPause);
  });
  field.addEventListener('paste', (event) => {
    const text = event.clipboardData?.getData('text') ?? '';
    if (readLines(text).length < 2) return;
    event.preventDefault();
    lookup.lookUp(text);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    combobox.close();
    const wrong = checkDates(form);
    if (wrong === undefined) go(orAll(read()), 'push');
    else wrong.focus();
  });
  // The filters belong to the form but stand beside it.
  root.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLSelectElement) {
      if (target.name === 'year') leaveMonth(form);
      go(orAll(read(target.name === 'sort')), 'push');
    }
    const isDate = target instanceof HTMLInputElement && target !== field;
    if (isDate && checkDates(form) === undefined) go(orAll(read()), 'push');
  });
  findPart(root, 'clear').addEventListener('click', () => {
    const { from, to, ...rest } = state;
    go(orAll({ ...rest, filters: {} }), 'push');
    field.focus();
  });
  root.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(`a[${stateLink}]`) : null;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (link === null || elsewhere) return;
    event.preventDefault();
    go(readState(link.search), 'push');
    // The link goes with the panel it stands in; the answer comes in its place.
    const panel = findPart(root, 'names');
    panel.hidden = false;
    panel.focus();
  });
  addEventListener('popstate', () => {
    clearTimeout(pause);
    combobox.close();
    const next = readState(location.search);
    // A link within the page is an entry of the history too.
    if (renderState(next) === renderState(state)) return;
    state = next;
    writeForm(form, state);
    void show(shownBefore());
  });
  addEventListener('pagehide', () => history.replaceState({ ...readEntry(), scrolled: scrollY }, ''));

  root.hidden = false;
  findPart<HTMLDetailsElement>(root, 'drawer').open = matchMedia('(width > 56rem)').matches;
  writeForm(form, state);
  if (location.search === '') field.focus();
  const { scrolled = 0 } = readEntry();
  void show(shownBefore()).then(() => {
    // The browser could return no farther than the page reached before its list was there.
    if (scrollY < scrolled) scrollTo(0, scrolled);
  });
}

const firstShown: Shown = { named: pageSize, others: pageSize };

/** What an entry of the history keeps of the page as the reader left it. */
interface Entry {
  shown?: Partial<Shown>;
  scrolled?: number;
}

const readEntry = (): Entry => (history.state as Entry | null) ?? {};

/** How many results stood there when the reader left this entry of the history. */
function shownBefore(): Shown {
  const { shown } = readEntry();
  const atLeast = (count: unknown): number =>
    typeof count === 'number' ? Math.max(pageSize, count) : pageSize;
  return { named: atLeast(shown?.named), others: atLeast(shown?.others) };
}
