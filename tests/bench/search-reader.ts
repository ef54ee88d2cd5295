// A reader at the search page: types, looks at what is offered, follows it, and goes on to the end of a list.
import type { Page } from '@playwright/test';

/** All that the bench knows of the pages' markup. */
const parts = {
  root: '#search',
  status: '[data-part="status"]',
  failure: '[data-part="failure"]',
  /** A record that the query names, in one of its own spellings. */
  matches: '[data-part="names"] h2 a[href]',
  /** Records among which to choose, or whose names come near to the query: "did you mean". */
  offers: ':is([data-part="names"], [data-part="nearest"]) .names a[href]',
  /** Articles, in one list or several, each with a button at its end if there are more. */
  results: '#search .results > li',
  resultLinks: '#search .results a[href]',
  more: '#search button:text-is("Show more")',
  /** The articles on the page of a record. */
  recordArticles: 'main .items .item a[href]',
};

const recordPath = /^(?:people|places|organizations|topics|publications)\/[a-z0-9-]+$/;
const articlePath = /^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/;
const filterCollections = {
  person: 'people',
  place: 'places',
  organization: 'organizations',
  topic: 'topics',
  publication: 'publications',
} as const;

/** A record that the page offers, and the address behind it. */
export interface Offer {
  /** `people/naseer-al-khuzayi`. */
  record: string;
  href: string;
}

export class SearchReader {
  readonly #page: Page;
  readonly #site: string;

  /** @param site the address of the archive's home page, with a slash at its end */
  constructor(page: Page, site: string) {
    this.#page = page;
    this.#site = site;
  }

  /** Opens the search page with a query and waits for its answer. */
  async search(query: string): Promise<void> {
    await this.#page.goto(`${this.#site}search/?q=${encodeURIComponent(query)}`);
    await this.#waitForAnswer();
  }

  /** The records that the page says the query names, in the page's order. */
  exactMatches(): Promise<Offer[]> {
    return this.#readOffers(parts.matches);
  }

  /** The records that the page offers for a query that names none. */
  offers(): Promise<Offer[]> {
    return this.#readOffers(parts.offers);
  }

  /** The ids of all articles that the search lists, to the end of the list. */
  async listedArticles(): Promise<Set<string>> {
    const more = this.#page.locator(parts.more).filter({ visible: true }).first();
    const results = this.#page.locator(parts.results);
    while (await more.isVisible()) {
      const shown = await results.count();
      await more.click();
      await results.nth(shown).waitFor({ state: 'attached' });
    }
    return this.#readArticles(parts.resultLinks);
  }

  /** The ids of all articles behind an offer: on the page of the record, or in the list of a search. */
  async follow(href: string): Promise<Set<string>> {
    await this.#page.goto(href);
    if (this.#pathOf(href) === 'search') {
      await this.#waitForAnswer();
      return this.listedArticles();
    }
    return this.#readArticles(parts.recordArticles);
  }

  async #waitForAnswer(): Promise<void> {
    await this.#page.locator(`${parts.root}:not([aria-busy]) ${parts.status}:not(:empty)`).waitFor();
    // A search that has broken down finds nothing either, and that must not pass for an answer.
    if (await this.#page.locator(parts.failure).isVisible())
      throw new Error(`The search failed at ${this.#page.url()}.`);
  }

  async #readOffers(selector: string): Promise<Offer[]> {
    const offers = new Map<string, Offer>();
    for (const href of await this.#readVisibleLinks(selector)) {
      const record = this.#recordOf(href);
      if (record !== undefined && !offers.has(record)) offers.set(record, { record, href });
    }
    return [...offers.values()];
  }

  async #readArticles(selector: string): Promise<Set<string>> {
    const paths = (await this.#readVisibleLinks(selector)).map((href) => this.#pathOf(href));
    return new Set(paths.filter((path) => articlePath.test(path)));
  }

  /** Whole addresses of the links that a reader can see, in the order of the page. */
  #readVisibleLinks(selector: string): Promise<string[]> {
    return this.#page
      .locator(selector)
      .evaluateAll((links) =>
        links.flatMap((link) =>
          link instanceof HTMLAnchorElement && link.checkVisibility() ? [link.href] : [],
        ),
      );
  }

  /** The record that a link is about: its page, or a search for the name as that record's, or for its articles. */
  #recordOf(href: string): string | undefined {
    const path = this.#pathOf(href);
    if (recordPath.test(path)) return path;
    const parameters = new URL(href).searchParams;
    const as = parameters.get('as') ?? '';
    if (path === 'search' && recordPath.test(as)) return as;
    for (const [filter, collection] of Object.entries(filterCollections)) {
      const id = parameters.get(filter);
      if (path === 'search' && id !== null) return `${collection}/${id}`;
    }
    return undefined;
  }

  /** The path of an address below the archive's home page, without slashes around it. */
  #pathOf(href: string): string {
    const { origin, pathname } = new URL(href);
    const path = `${origin}${pathname}`;
    return path.startsWith(this.#site) ? path.slice(this.#site.length).replace(/\/$/, '') : '';
  }
}
