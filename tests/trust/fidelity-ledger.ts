// Keeps account of where the articles of one archive were found, with which words, and what was wrong there.
import {
  readSource,
  compareTexts,
  digestOf,
  expect,
  listSources,
  type Expected,
} from './fidelity-sources.ts';
import type { BuiltSite, Outcome } from './trial.ts';

/** The lines of the table, in order. */
export const lines = {
  pages: 'Words of sources compared with their pages',
  copies: 'Words of sources compared with dataset, index and feeds',
  elements: 'Emphasis, lists, tables, notes, links, titles, pictures, code compared with pages and feeds',
  counts: 'Articles counted in pages, feeds, sitemap, index, dataset',
  lists: 'Articles looked for in the lists of their records',
} as const;

export type Line = keyof typeof lines;

export class Tally {
  readonly #outcomes = new Map<Line, Outcome & { failures: string[] }>();

  count(line: Line, tried: number, failed: number, failure?: string): void {
    const what = lines[line];
    const outcome = this.#outcomes.get(line) ?? { what, tried: 0, failed: 0, failures: [] };
    outcome.tried += tried;
    outcome.failed += failed;
    if (failed > 0 && failure !== undefined) outcome.failures.push(failure);
    this.#outcomes.set(line, outcome);
  }

  /** A line for which nothing was tried has failed. */
  outcomes(): Outcome[] {
    return (Object.keys(lines) as Line[]).map((line) => {
      const nothing = { what: lines[line], tried: 0, failed: 1, failures: ['nothing was tried'] };
      return this.#outcomes.get(line) ?? nothing;
    });
  }
}

export class Ledger {
  readonly name: string;
  readonly site: BuiltSite;
  readonly tally: Tally;
  readonly expected: ReadonlyMap<string, Expected>;
  readonly #seen = new Map<string, Map<string, number>>();

  private constructor(name: string, site: BuiltSite, tally: Tally, expected: ReadonlyMap<string, Expected>) {
    this.name = name;
    this.site = site;
    this.tally = tally;
    this.expected = expected;
  }

  /** Reads all sources of a built archive; keeps a digest of each. */
  static async open(name: string, site: BuiltSite, tally: Tally): Promise<Ledger> {
    const expected = new Map<string, Expected>();
    for (const id of await listSources(site.content))
      expected.set(id, expect(await readSource(site.content, id)));
    return new Ledger(name, site, tally, expected);
  }

  /** Says that an article was found in a place, which must hold each of them once. */
  see(place: string, id: string): void {
    const ids = this.#seen.get(place) ?? new Map<string, number>();
    this.#seen.set(place, ids.set(id, (ids.get(id) ?? 0) + 1));
  }

  /** Compares the text of an article in a place with its source. */
  async compare(line: Line, place: string, id: string, text: string): Promise<void> {
    const expected = this.expected.get(id);
    // What is not in the archive is reported where places are counted.
    if (expected === undefined) return;
    if (digestOf(text) === expected.digest) {
      this.tally.count(line, expected.words, 0);
      return;
    }
    const { blocks } = await readSource(this.site.content, id);
    const { failed, why } = compareTexts(blocks.join('\n'), text);
    this.tally.count(line, expected.words, failed, `${this.name}, ${place}, ${id}: ${why}`);
  }

  /** A short text, such as a headline, that a place must have as it is in the source. */
  compareField(place: string, id: string, field: 'title' | 'description', text: string): void {
    const value = this.expected.get(id)?.fields[field];
    if (value === undefined) return;
    const { failed, why } = compareTexts(value, text);
    const words = value.split(/\s+/u).length;
    const line = place === 'page' ? 'pages' : 'copies';
    this.tally.count(line, words, failed, `${this.name}, ${place}, ${id}: the ${field}: ${why}`);
  }

  fail(line: Line, failure: string): void {
    this.tally.count(line, 1, 1, `${this.name}, ${failure}`);
  }

  /** Every place must have been seen to hold every article once, and no other. */
  closePlaces(places: readonly string[]): void {
    for (const place of places) {
      const seen = this.#seen.get(place) ?? new Map<string, number>();
      for (const id of this.expected.keys()) {
        const times = seen.get(id) ?? 0;
        const failure = `${this.name}, ${place}: ${id} is there ${times} times`;
        this.tally.count('counts', 1, times === 1 ? 0 : 1, failure);
      }
      for (const id of seen.keys())
        if (!this.expected.has(id)) this.fail('counts', `${place}: ${id} is no article of the archive`);
    }
  }
}
