// The three built sites that pages are tried on: the archive as shipped, one of many made-up articles, one of every kind.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examineBuilt, type Examination } from '../pages/examine-built.ts';
import type { SiteFacts } from '../pages/examine-site.ts';
import { openSite, type KnownSite } from '../pages/known-site.ts';
import { baseArchive } from '../temporary-archive.ts';
import { buildSite, type BuiltSite, type Trial } from './trial.ts';

export interface OpenedSite {
  /** `shipped`, `made up`, `every kind` */
  name: string;
  /** The folder of the finished site. */
  site: string;
  known: KnownSite;
  examinations: Examination[];
  facts: SiteFacts;
}

const opened = new WeakMap<Trial, Promise<OpenedSite[]>>();

/** Built, read and examined once for all rows. */
export function openSites(trial: Trial): Promise<OpenedSite[]> {
  const known = opened.get(trial) ?? openAll(trial);
  opened.set(trial, known);
  return known;
}

async function openAll(trial: Trial): Promise<OpenedSite[]> {
  const articles = trial.extent === 'full' ? 300 : 30;
  return [
    await open('shipped', await trial.shippedSite()),
    await open('made up', await trial.madeUpSite(articles)),
    await open('every kind', await buildEveryKind(trial)),
  ];
}

async function open(name: string, { content, site }: BuiltSite): Promise<OpenedSite> {
  const known = await openSite(content, site);
  const { parts, facts } = await examineBuilt(known);
  return { name, site, known, examinations: parts, facts };
}

/** Laid over the invented base archive one after the other. */
const overlays = [
  '../browser/fixtures/content/',
  '../exports/fixtures/scholars/',
  '../pages/fixtures/every-kind/',
];

/** A small archive with everything that a copy and a record may hold, in three scripts. */
async function buildEveryKind(trial: Trial): Promise<BuiltSite> {
  const home = await trial.makeFolder('every-kind');
  const content = join(home, 'content');
  for (const from of [baseArchive, ...overlays.map((path) => fileURLToPath(new URL(path, import.meta.url)))])
    await cp(from, content, { recursive: true });
  return buildSite(content, join(home, 'site'), join(home, 'cache'));
}
