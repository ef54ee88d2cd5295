// The row of the trust table about fidelity: every word of every source in every place that carries it, each article in each list.
import { compareDataset, datasetPlaces } from './fidelity-dataset.ts';
import { compareFeeds } from './fidelity-feeds.ts';
import { compareIndex } from './fidelity-index.ts';
import { Ledger, Tally } from './fidelity-ledger.ts';
import { comparePageLists, comparePages } from './fidelity-pages.ts';
import { buildSamples } from './fidelity-samples.ts';
import { countSitemap } from './fidelity-sitemap.ts';
import { compareRandomBodies } from './random-bodies.ts';
import type { BuiltSite, RunRow } from './trial.ts';

const places = ['pages', 'day pages', 'month pages', 'sitemap', 'index', ...datasetPlaces];

export const runRow: RunRow = async (trial) => {
  const tally = new Tally();
  const samples = await buildSamples(trial);
  console.error(`fidelity: ${samples.name}`);
  await compareSite(samples.name, samples.site, tally);
  const madeUp = trial.extent === 'full' ? 3000 : 30;
  await compareSite('the shipped archive', await trial.shippedSite(), tally);
  await compareSite(`${madeUp} made-up articles`, await trial.madeUpSite(madeUp), tally);
  return [...tally.outcomes(), compareRandomBodies(trial.extent === 'full' ? 2000 : 200)];
};

/** Compares one built archive with its content; what was tried and failed is counted in `tally`. */
export async function compareSite(name: string, site: BuiltSite, tally: Tally): Promise<void> {
  const ledger = await Ledger.open(name, site, tally);
  await comparePages(ledger);
  await comparePageLists(ledger);
  await countSitemap(ledger);
  await compareIndex(ledger);
  await compareFeeds(ledger);
  await compareDataset(ledger);
  ledger.closePlaces(places);
}
