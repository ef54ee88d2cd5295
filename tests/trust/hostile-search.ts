// Hostile values in the search: typed into the box, in the address, pasted as a list.
import type { HostileBrowser } from './hostile-browser.ts';
import { respondWithFiles } from './hostile-browser.ts';
import type { Outcome } from './trial.ts';

/** The three inputs of the search page. */
const ways = 3;

/** Values that are typed together, and that share an address. What is read as markup shows all the same. */
const together = { typed: 20, addressed: 40 };

/** Values on one visit to the page: one that has answered thousands takes longer for each. */
const visit = 200;

/** The page takes seconds to look up a thousand letters that are no name, and a payload is in its first few. */
const longest = 120;

export async function trySearch(
  browser: HostileBrowser,
  site: string,
  all: readonly string[],
  among: string,
): Promise<Outcome> {
  const values = all.map((value) => value.slice(0, longest));
  const failures: string[] = [];
  for (let at = 0; at < values.length; at += visit) {
    const some = values.slice(at, at + visit);
    const { found, ran, foreign } = await browser.open(respondWithFiles(site), '/search/', async (page) => {
      await page.waitForSelector('#search:not([hidden])');
      const seen = await page.evaluate(typeAndPaste, { groups: join(some, together.typed), lines: some });
      return { found: [...seen, ...(await page.evaluate(changeAddress, join(some, together.addressed)))] };
    });
    failures.push(...found, ...ran, ...foreign.map((request) => `asked elsewhere: ${request}`));
  }
  return {
    what: `Hostile searches among ${among}: typed, addressed, pasted`,
    tried: values.length * ways,
    failed: failures.length,
    failures,
  };
}

const join = (values: readonly string[], size: number): string[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size).join(' '),
  );

/** In the browser: types each group, lets the suggestions come, then pastes all lines as a list. */
async function typeAndPaste({ groups, lines }: { groups: string[]; lines: string[] }): Promise<string[]> {
  const rest = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));
  const dangers = (): string[] =>
    [...document.querySelectorAll('main :not(script[src^="/_astro/"])')]
      .filter(
        ({ tagName, attributes }) =>
          /^(?:script|style|iframe|object|embed|base|meta|link|math|img|video|audio|marquee)$/i.test(
            tagName,
          ) ||
          [...attributes].some(
            ({ name, value }) => /^on|^style$|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value),
          ),
      )
      .map(({ outerHTML }) => outerHTML.slice(0, 100));
  const field = document.querySelector<HTMLInputElement>('[data-part="field"]');
  if (field === null) return ['The search page has no field.'];
  const found = new Set<string>();
  for (const value of groups) {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await rest(12);
    for (const danger of dangers()) found.add(`typed ${value.slice(0, 60)}: ${danger}`);
  }
  const clipboardData = new DataTransfer();
  clipboardData.setData('text', lines.join('\n'));
  field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  await rest(1000);
  for (const danger of dangers()) found.add(`pasted: ${danger}`);
  return [...found];
}

/** In the browser: puts the values into every parameter of the address and goes there. */
async function changeAddress(values: string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const value of values) {
    const parameters = new URLSearchParams({ q: value });
    for (const name of [
      'person',
      'place',
      'topic',
      'publication',
      'author',
      'year',
      'month',
      'from',
      'to',
      'sort',
      'as',
    ])
      parameters.set(name, value);
    for (const address of [`?q=${encodeURIComponent(value.toWellFormed())}`, `?${parameters.toString()}`]) {
      history.pushState(null, '', address);
      dispatchEvent(new PopStateEvent('popstate'));
      await new Promise((settle) => setTimeout(settle, 25));
      for (const element of document.querySelectorAll('main :not(script[src^="/_astro/"])')) {
        const { tagName, attributes, outerHTML } = element;
        if (
          /^(?:script|style|iframe|object|embed|base|meta|link|math|img|video|audio|marquee)$/i.test(
            tagName,
          ) ||
          [...attributes].some(
            (it) => /^on|^style$|^srcdoc$/.test(it.name) || /^\s*javascript:/i.test(it.value),
          )
        )
          found.add(`address ${value.slice(0, 60)}: ${outerHTML.slice(0, 100)}`);
      }
    }
  }
  return [...found];
}
