// The list of names that a reader has pasted, and the table that answers it; all of it stays in the browser.
import { absoluteUrl, recordUrl } from '../urls.ts';
import { renderCsv } from '../text/csv.ts';
import { element, nameElement } from './element.ts';
import { lookUpNames, readLines, type LookedUp } from './list-lookup.ts';
import type { NameFinder } from './name-finder.ts';
import { findPart } from './parts.ts';
import type { Wording } from './result-view.ts';

/** Milliseconds for which the page may stand still. */
const longestTask = 20;

/** How a record answers a line, in the words of the table and of its copy. */
const matches = {
  exact: 'exact',
  shared: 'one of several',
  near: 'did you mean',
  none: 'not found',
} as const;

const columns = ['As typed', 'Record', 'Match', 'Spelling', 'Kind', 'Articles', 'Address'];

/** @param root holds the list's field, button, progress, table and what copies it, each marked with `data-part` */
export function startLookup(
  root: HTMLDetailsElement,
  finder: NameFinder,
  wording: Wording,
): { lookUp: (text: string) => void } {
  const part = <T extends HTMLElement>(name: string): T => findPart<T>(root, name);
  const field = part<HTMLTextAreaElement>('list');
  const progress = part<HTMLProgressElement>('progress');
  const status = part('lookup-status');
  const body = part<HTMLTableElement>('table').tBodies[0];
  const copy = part<HTMLButtonElement>('copy');
  let answers: LookedUp[] = [];
  let turn = 0;

  const show = async (lines: readonly string[]): Promise<void> => {
    const mine = (turn += 1);
    answers = [];
    body?.replaceChildren();
    part('answers').hidden = true;
    progress.max = lines.length;
    progress.value = 0;
    progress.hidden = lines.length === 0;
    status.textContent = lines.length === 0 ? 'Write or paste names first, one on a line.' : '';
    if (lines.length === 0) return;
    let since = performance.now();
    try {
      await lookUpNames(lines, {
        finder,
        isOver: () => mine !== turn,
        isDue: () => performance.now() - since > longestTask,
        rest: async () => {
          await new Promise((go) => setTimeout(go));
          since = performance.now();
        },
        onPart: (found) => {
          answers.push(...found);
          body?.append(...found.flatMap((answer) => renderRows(answer, wording)));
          part('answers').hidden = false;
          progress.value = answers.length;
        },
      });
      if (mine === turn) status.textContent = describe(answers, wording);
    } catch (error) {
      console.error(error);
      if (mine === turn)
        status.textContent = 'The names could not be loaded. Check the connection and try again.';
    } finally {
      if (mine === turn) progress.hidden = true;
    }
  };

  part('look-up').addEventListener('click', () => void show(readLines(field.value)));
  part('download').addEventListener('click', () => {
    // The mark tells a spreadsheet that the letters are Unicode's.
    const url = URL.createObjectURL(
      new Blob(['\ufeff', renderCsv(buildRows(answers))], { type: 'text/csv' }),
    );
    element('a', { href: url, download: 'names.csv' }).click();
    setTimeout(() => URL.revokeObjectURL(url));
  });
  copy.hidden = !('clipboard' in navigator);
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(renderCsv(buildRows(answers))).then(
      () => (status.textContent = 'Copied.'),
      () => (status.textContent = 'The browser does not allow copying; download the table instead.'),
    );
  });

  return {
    lookUp(text) {
      root.open = true;
      field.value = readLines(text).join('\n');
      field.focus();
      void show(readLines(text));
    },
  };
}

/** The rows of the table as text, the names of its columns first. */
export function buildRows(answers: readonly LookedUp[]): string[][] {
  const rows = answers.flatMap(({ typed, match, names }) =>
    names.length === 0
      ? [[typed, '', matches[match], '', '', '', '']]
      : names.map(({ collection, id, name, spelling, articles }) => [
          typed,
          name,
          matches[match],
          spelling,
          collection,
          String(articles),
          absoluteUrl(recordUrl(collection, id)),
        ]),
  );
  return [columns, ...rows];
}

function renderRows({ typed, match, names }: LookedUp, wording: Wording): HTMLTableRowElement[] {
  const head = (): HTMLElement => element('th', { scope: 'row' }, nameElement(typed));
  if (names.length === 0) return [row(head(), [matches.none], [''], [''])];
  return names.map(({ collection, id, name, spelling, articles, description }) => {
    const record = element('a', { href: recordUrl(collection, id) }, nameElement(name));
    const why = match === 'exact' ? '' : `${matches[match]} `;
    const as = spelling === name ? [] : [element('span', { class: 'quiet' }, ' as ', nameElement(spelling))];
    const apart = description === undefined ? [] : [element('span', { class: 'quiet' }, ` ${description}`)];
    return row(head(), [why, record, ...as, ...apart], [wording.nounOf(collection)], [String(articles)]);
  });
}

const row = (head: HTMLElement, ...cells: (string | Node)[][]): HTMLTableRowElement =>
  element('tr', {}, head, ...cells.map((content) => element('td', {}, ...content)));

function describe(answers: readonly LookedUp[], { countOf }: Wording): string {
  const count = (...kinds: LookedUp['match'][]): number =>
    answers.filter(({ match }) => kinds.includes(match)).length;
  return `${countOf(answers.length, 'name')}: ${count('exact', 'shared')} known, ${count('near')} near a known one, ${count('none')} not found.`;
}
