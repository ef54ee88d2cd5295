// A list of results that grows: the first of them at once, the others when the reader asks for more.
import { renderResult, type ResultItem, type Wording } from './result-view.ts';

/** How many results are added at a time. */
export const pageSize = 10;

/** One article of a list, loaded when it is shown. */
export type ResultSource = () => Promise<ResultItem>;

/** The first results of a list. */
export const loadItems = (sources: readonly ResultSource[], count: number): Promise<ResultItem[]> =>
  Promise.all(sources.slice(0, count).map((source) => source()));

export interface ResultListOptions {
  section: HTMLElement;
  wording: Wording;
  /** Called when more results stand there. */
  onMore: () => void;
  /** Called when they cannot be loaded. */
  onError: (error: unknown) => void;
}

export interface ResultList {
  /** Puts results in the place of those before, `items` being the first of them; without `heading` none is seen. */
  show(results: readonly ResultSource[], items: readonly ResultItem[], heading?: (string | Node)[]): void;
  /** Puts more results behind those there are; the first of them are the same. */
  extend(results: readonly ResultSource[]): void;
  clear(): void;
  /** How many results stand there. */
  shown(): number;
}

/** The list in a section that holds a heading, a list and a button. */
export function createResultList({ section, wording, onMore, onError }: ResultListOptions): ResultList {
  const [title, list, more] = ['h2', 'ol', 'button'].map((name) => section.querySelector<HTMLElement>(name));
  if (!title || !list || !more) throw new Error('A list of results needs a heading, a list and a button.');
  const plainTitle = title.textContent;
  let sources: readonly ResultSource[] = [];
  /** Counts lists, so that what was asked for one does not enter another. */
  let turn = 0;

  const append = (items: readonly ResultItem[]): HTMLLIElement[] => {
    const elements = items.map((item) => renderResult(item, wording));
    list.append(...elements);
    more.hidden = list.children.length >= sources.length;
    return elements;
  };

  const showMore = async (): Promise<void> => {
    const mine = turn;
    const from = list.children.length;
    const items = await loadItems(sources.slice(from), pageSize);
    if (mine !== turn || list.children.length !== from) return;
    // The button may have gone, and the reader goes on where the new part begins.
    append(items)[0]?.querySelector('a')?.focus();
    onMore();
  };
  more.addEventListener('click', () => {
    const mine = turn;
    showMore().catch((error: unknown) => {
      if (mine === turn) onError(error);
    });
  });

  return {
    show(results, items, heading) {
      turn += 1;
      sources = results;
      title.replaceChildren(...(heading ?? [plainTitle]));
      title.classList.toggle('hidden', heading === undefined);
      list.replaceChildren();
      append(items);
      section.hidden = results.length === 0;
    },
    extend(results) {
      sources = results;
      more.hidden = list.children.length >= sources.length;
    },
    clear() {
      turn += 1;
      sources = [];
      list.replaceChildren();
      section.hidden = true;
    },
    shown: () => list.children.length,
  };
}
