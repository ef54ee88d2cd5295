// Shows what a search means as a name: the record that it matched, those among which to choose, or those that are near.
import { recordUrl, searchUrl } from '../urls.ts';
import { element, nameElement } from './element.ts';
import { readingOf, type NameAnswer } from './name-answer.ts';
import type { FoundName } from './name-finder.ts';
import type { RecordFile } from './record-file.ts';
import type { Wording } from './result-view.ts';
import { renderState, type SearchState } from './state.ts';

/** Marks links that the page follows without loading itself again. */
export const stateLink = 'data-state';

/** Everything for the panel above the results; nothing where the words are no name. */
export function renderNameAnswer(answer: NameAnswer, state: SearchState, wording: Wording): HTMLElement[] {
  switch (answer.kind) {
    case 'matched':
      return renderMatched(answer.record, answer.spelling, state, wording);
    case 'choice':
      return [
        label(quote(state.query), ' is the name of more than one record'),
        renderChoice(answer.records, state, wording),
        element('p', {}, typedLink(state)),
      ];
    case 'near':
      return renderNearest(askAbout(answer.names), answer.names, state, wording);
    case 'typed': {
      const { as, ...asName } = state;
      const link = linkTo(asName, 'Look for a name too');
      return [element('p', {}, 'Only the words as they are typed are looked for. ', link)];
    }
    case 'none':
      return [];
  }
}

/** The same in a sentence to be read out; empty where the words are no name. */
export function announceNames(answer: NameAnswer, { query }: SearchState): string {
  if (answer.kind === 'matched') return `Matched as “${answer.spelling}”.`;
  if (answer.kind === 'choice') return `“${query}” is the name of ${answer.records.length} records.`;
  return answer.kind === 'near' ? `Did you mean ${answer.names.map(({ name }) => name).join(', ')}?` : '';
}

/** A title before a name is no part of it, and is not looked for. */
function askAbout(names: readonly FoundName[]): string {
  const aside = names[0]?.setAside;
  return aside === undefined ? 'Did you mean' : `Without “${aside}”, did you mean`;
}

/** Names that are offered, under a line that says why. */
export function renderNearest(
  why: string,
  names: readonly FoundName[],
  state: SearchState,
  wording: Wording,
): HTMLElement[] {
  return [label(why), renderNames(names, state, wording)];
}

/** Offers a corrected query as a link. */
export function renderCorrected(query: string, { as, ...state }: SearchState): HTMLElement {
  const link = linkTo({ ...state, query }, query);
  return element('p', {}, 'Did you mean the words “', link, '”?');
}

/** What a name is and how much there is of it: `person, also spelled Suleimani`. */
export function describeName(found: FoundName, wording: Wording): (string | Node)[] {
  const { collection, name, spelling } = found;
  const noun = wording.nounOf(collection);
  return spelling === name ? [noun] : [`${noun}, also spelled `, nameElement(spelling)];
}

/** What tells a name from another that is the same, as a sentence to stand behind the others. */
export const describeApart = ({ description }: FoundName): string =>
  description === undefined ? '' : `. ${description}`;

/** The state in which a name is looked for, whatever else has its spelling. */
export const chooseName = (
  state: SearchState,
  found: Pick<FoundName, 'collection' | 'id' | 'name'>,
): SearchState => ({ ...state, query: found.name, as: readingOf(found) });

function renderMatched(
  record: RecordFile,
  spelling: string,
  state: SearchState,
  wording: Wording,
): HTMLElement[] {
  const { name, kind, description, articles, wider, aliases } = record;
  const address = recordUrl(record.collection, record.id);
  const count = wording.countOf(articles, 'article');
  const about =
    articles === 0
      ? 'No article names it yet.'
      : `${count}${aliases.length > 0 ? ', all spellings' : ''}${wider ? ', with the places within it' : ''}.`;
  return [
    label('Matched as ', quote(spelling), ` · ${kind}`),
    element('h2', {}, element('a', { href: address }, nameElement(name))),
    element('p', {}, description),
    element('p', {}, `${about} `, typedLink(state)),
  ];
}

/** What tells records apart that share a name. */
function renderChoice(records: readonly RecordFile[], state: SearchState, wording: Wording): HTMLElement {
  const items = records.map((record) =>
    element(
      'li',
      {},
      linkTo(chooseName(state, record), nameElement(record.name)),
      ` ${record.kind}, ${wording.countOf(record.articles, 'article')}. ${record.description}`,
    ),
  );
  return element('ul', { class: 'names' }, ...items);
}

function renderNames(names: readonly FoundName[], state: SearchState, wording: Wording): HTMLElement {
  const items = names.map((found) =>
    element(
      'li',
      {},
      linkTo(chooseName(state, found), nameElement(found.name)),
      ' ',
      element(
        'span',
        { class: 'quiet' },
        ...describeName(found, wording),
        `, ${wording.countOf(found.articles, 'article')}${describeApart(found)}`,
      ),
    ),
  );
  return element('ul', { class: 'names' }, ...items);
}

const typedLink = (state: SearchState): HTMLElement =>
  linkTo({ ...state, as: 'typed' }, 'Search ', quote(state.query), ' as typed instead');

const linkTo = (state: SearchState, ...content: (string | Node)[]): HTMLElement =>
  element('a', { href: searchUrl() + renderState(state), [stateLink]: '' }, ...content);

const label = (...content: (string | Node)[]): HTMLElement => element('p', { class: 'label' }, ...content);

const quote = (text: string): HTMLElement => element('span', {}, '“', nameElement(text), '”');
