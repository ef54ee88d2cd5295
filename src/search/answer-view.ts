// Answers a state of the search page: names first, from small files; then the full text; each as soon as it is known.
import { element, nameElement } from './element.ts';
import { showFilters } from './filter-view.ts';
import type { Labels } from './filters.ts';
import { findArticles, findInstead, findKnown } from './find-articles.ts';
import { answerName, findLikeliest, type NameAnswer } from './name-answer.ts';
import type { NameFinder } from './name-finder.ts';
import { announceNames, renderCorrected, renderNameAnswer, renderNearest } from './name-view.ts';
import { openWordLists } from './nearest-words.ts';
import { indexFolders, loadPagefind } from './pagefind.ts';
import { findPart } from './parts.ts';
import { renderPlace, type FindPlace } from './place-view.ts';
import { readJson } from './read-json.ts';
import { readRecordFile } from './record-file.ts';
import { createResultList, loadItems } from './result-list.ts';
import type { Wording } from './result-view.ts';
import { isEmpty, isNarrowed, sortOf, type SearchState } from './state.ts';
import { describeAnswer, describeInstead, describeNamed } from './status.ts';

/** How many results stand in the list of a record's articles, and in the list of the others. */
export interface Shown {
  named: number;
  others: number;
}

/** One of the page's views at a time. */
const views = ['start', 'nothing', 'failure'] as const;

/**
 * What shows the answers; a newer one replaces those that are under way.
 * @param onMore called when the reader has asked for more results
 */
export function createAnswerView(
  root: HTMLElement,
  { finder, findPlace }: { finder: NameFinder; findPlace: FindPlace },
  wording: Wording,
  onMore: (shown: Shown) => void,
): (state: SearchState, shown: Shown) => Promise<void> {
  const form = findPart<HTMLFormElement>(root, 'form');
  const status = findPart(root, 'status');
  const announced = findPart(root, 'announced');
  const order = findPart<HTMLSelectElement>(root, 'sort');
  const { index: indexUrl = '', periods = '', labels: labelsUrl = '' } = root.dataset;
  const { countOf, formatDate } = wording;
  const drawer = findPart<HTMLDetailsElement>(root, 'drawer');
  /** Fills the filters for the answer that is shown, if they have not been filled yet. */
  let fillFilters: (() => void) | undefined;
  drawer.addEventListener('toggle', () => {
    if (drawer.open) fillFilters?.();
  });
  /** Counts searches, so that a slow answer does not replace a newer one. */
  let turn = 0;
  let reading: Promise<Labels> | undefined;

  const correct = openWordLists(indexFolders(indexUrl, periods));

  const readLabels = (): Promise<Labels> =>
    (reading ??= readJson<Labels>(labelsUrl).catch((error: unknown) => {
      reading = undefined;
      throw error;
    }));

  const say = (sentence: string): void => {
    // The same sentence again would be read out again.
    if (status.textContent !== sentence) status.textContent = sentence;
  };

  /** While a search is under way the page says so, and what is left of the one before looks it. */
  const wait = (busy: boolean): void => {
    root.classList.toggle('stale', busy);
    if (busy) root.setAttribute('aria-busy', 'true');
    else root.removeAttribute('aria-busy');
  };

  const view = (shown: 'answer' | (typeof views)[number], state?: SearchState): void => {
    for (const name of views) findPart(root, name).hidden = name !== shown;
    findPart(root, 'order').hidden = shown !== 'answer';
    const narrowed = state !== undefined && isNarrowed(state);
    findPart(root, 'filters').hidden = shown !== 'answer' && !(shown === 'nothing' && narrowed);
    if (shown === 'answer') return;
    for (const list of [named, others]) list.clear();
  };

  const fill = (name: 'names' | 'nearest', content: readonly HTMLElement[]): void => {
    const panel = findPart(root, name);
    panel.replaceChildren(...content);
    panel.hidden = content.length === 0;
  };

  const fail = (error: unknown): void => {
    console.error(error);
    if (named.shown() + others.shown() === 0) view('failure');
    say('The search could not be loaded.');
  };

  const options = {
    wording,
    onMore: () => onMore({ named: named.shown(), others: others.shown() }),
    onError: fail,
  };
  const named = createResultList({ section: findPart(root, 'named'), ...options });
  const others = createResultList({ section: findPart(root, 'others'), ...options });

  /** What the words mean as a name; without the names the words are searched all the same. */
  const readNames = async (state: SearchState): Promise<[NameAnswer, HTMLElement[]]> => {
    try {
      const names = await answerName(state, finder, readRecordFile);
      return [names, renderNameAnswer(names, state, wording)];
    } catch (error) {
      console.error(error);
      const sorry = 'The names of the archive could not be loaded; these are the words as they are typed.';
      return [{ kind: 'none' }, [element('p', {}, sorry)]];
    }
  };

  const answer = async (state: SearchState, shown: Shown, isOver: () => boolean): Promise<void> => {
    const loading = Promise.all([loadPagefind(indexUrl, periods), readLabels()]);
    // It may fail before anything waits for it.
    loading.catch(() => undefined);
    const [[names, panel], place] = await Promise.all([readNames(state), findPlace(state.query)]);
    if (isOver()) return;
    const way = renderPlace(place, wording);
    fill('names', [...way, ...panel]);
    fill('nearest', []);
    announced.textContent = [...way.map((each) => each.textContent), announceNames(names, state)].join(' ');
    const record = names.kind === 'matched' ? names.record : undefined;
    const known = record === undefined ? [] : findKnown(record, state);
    if (record !== undefined && known.length > 0) {
      const items = await loadItems(known, shown.named);
      if (isOver()) return;
      named.show(known, items);
      others.clear();
      root.classList.remove('stale');
      view('answer');
      say(describeNamed(record.name, record.articles, 0, state, countOf));
    }

    const [fullText, labels] = await loading;
    const typed = await findArticles(fullText, labels, state, record);
    // Nothing is found as typed: the articles of the one name that is near are more than an empty page.
    const likeliest = typed.named.length + typed.others.length === 0 ? findLikeliest(names) : undefined;
    const instead = likeliest && (await findInstead(fullText, labels, state, likeliest));
    const found = instead?.found ?? typed;
    const [first, rest] = await Promise.all([
      // What stands there already stays; the reader may be on it.
      known.length > 0 && shown.named <= known.length ? [] : loadItems(found.named, shown.named),
      loadItems(found.others, shown.others),
    ]);
    const total = found.named.length + found.others.length;
    const lacking = (total === 0 && !isNarrowed(state)) || found.unmet.length > 0;
    const nearest = lacking ? await readNearest(state, names) : [];
    if (isOver()) return;
    view(total === 0 ? 'nothing' : 'answer', state);
    const heading = instead && ['Articles about ', nameElement(instead.record.name)];
    if (first.length > 0 || known.length === 0) named.show(found.named, first, heading);
    else named.extend(found.named);
    others.show(found.others, rest, record && ['Other articles with “', nameElement(state.query), '”']);
    fill('nearest', nearest);
    fillFilters = () => {
      fillFilters = undefined;
      found.counts().then(
        (counts) => {
          if (!isOver()) showFilters(form, state, counts, { labels, formatDate });
        },
        (error: unknown) => console.error(error),
      );
    };
    // A reader who never opens the drawer does not load what is in it.
    if (drawer.open) fillFilters();
    // A record's own articles have no better and worse: alone they are in the order of their days.
    if (found.others.length === 0 && total > 0 && sortOf(state) === 'relevance') order.value = 'newest';
    say(
      instead !== undefined
        ? describeInstead(instead.record.name, total, state, countOf)
        : record === undefined
          ? describeAnswer(total, found.unmet, state, countOf)
          : describeNamed(record.name, found.named.length, found.others.length, state, countOf),
    );
  };

  /** No result is a dead end: the words of texts and the names that are nearest, whatever they are. */
  const readNearest = async (state: SearchState, names: NameAnswer): Promise<HTMLElement[]> => {
    const areShown = names.kind === 'near' || names.kind === 'choice';
    const [found, corrected] = await Promise.all([
      areShown ? [] : finder.findNearest(state.query).catch(() => []),
      correct(state.query).catch(() => undefined),
    ]);
    const words = corrected === undefined ? [] : [renderCorrected(corrected, state)];
    const own = names.kind === 'matched' ? names.record : undefined;
    const other = found.filter(({ collection, id }) => collection !== own?.collection || id !== own.id);
    const nearest =
      other.length === 0 ? [] : renderNearest('The nearest names in the archive', other, state, wording);
    return [...words, ...nearest];
  };

  return async (state, shown) => {
    const mine = (turn += 1);
    const isOver = (): boolean => mine !== turn;
    findPart(root, 'clear').hidden = !isNarrowed(state);
    if (isEmpty(state)) {
      view('start');
      fill('names', []);
      fill('nearest', []);
      announced.textContent = '';
      say('');
      // A search that was under way is no longer waited for.
      wait(false);
      return;
    }
    wait(true);
    try {
      await answer(state, shown, isOver);
    } catch (error) {
      if (!isOver()) fail(error);
    } finally {
      if (!isOver()) wait(false);
    }
  };
}
