// What the search field offers while a name is being typed: names that fit, and the words as they stand.
import type { Suggestions } from './combobox.ts';
import { element, nameElement } from './element.ts';
import type { FoundName, NameFinder } from './name-finder.ts';
import { describeApart, describeName } from './name-view.ts';
import type { Wording } from './result-view.ts';

/** More are no help to choose from. */
const mostNames = 8;

export interface SuggestOptions {
  finder: NameFinder;
  wording: Wording;
  chooseName: (found: FoundName) => void;
  chooseTyped: (typed: string) => void;
}

/** Names that begin with what is typed or are near it; without any there is nothing to choose between. */
export async function suggestNames(
  typed: string,
  { finder, wording, chooseName, chooseTyped }: SuggestOptions,
): Promise<Suggestions> {
  const words = typed.trim();
  const found = words === '' ? [] : await finder.find(words, { limit: mostNames, typing: true });
  if (found.length === 0) return { options: [], message: '' };
  const names = found.map((name) => ({
    content: renderOption(
      nameElement(name.name),
      [...describeName(name, wording), describeApart(name)],
      wording.countOf(name.articles, 'article'),
    ),
    choose: () => chooseName(name),
  }));
  const asTyped = {
    content: renderOption(element('q', {}, nameElement(words)), ['search the words as typed'], ''),
    choose: () => chooseTyped(words),
  };
  return {
    options: [...names, asTyped],
    message: `${wording.countOf(found.length, 'name')} to choose from with the arrow keys.`,
  };
}

function renderOption(name: Node, about: (string | Node)[], count: string): (string | Node)[] {
  return [
    element('span', { class: 'name' }, name),
    ' ',
    element('span', { class: 'about' }, ...about),
    ' ',
    element('span', { class: 'count' }, count),
  ];
}
