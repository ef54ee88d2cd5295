// Seeds faults into finished pages, one at a time, and counts those that none of the checks in CI sees.
import { seededRandom } from '../bench/random.ts';
import { examineFeeds } from '../pages/examine-feeds.ts';
import { examinePage } from '../pages/examine-page.ts';
import {
  examineIndex,
  examineSitemap,
  examineWhole,
  readFacts,
  type SiteFacts,
} from '../pages/examine-site.ts';
import { faultsInCopies, faultsInLists, faultsInNames } from '../pages/faults-in-content.ts';
import { faultsInFiles, withFile, type FileFault } from '../pages/faults-in-files.ts';
import {
  faultsInData,
  faultsInHead,
  faultsInLanguage,
  faultsInLinks,
  faultsInSafety,
} from '../pages/faults-in-head.ts';
import { faultsInMarkup } from '../pages/faults-in-markup.ts';
import { parsePage } from '../pages/html-tree.ts';
import { fileOfPage, pagePaths, type KnownSite } from '../pages/known-site.ts';
import { pick } from '../pages/page-kinds.ts';
import type { PageFault } from '../pages/seed-page.ts';
import { validateHtml } from '../pages/validate-html.ts';
import { openSites, type OpenedSite } from './opened-sites.ts';
import type { Outcome, Trial } from './trial.ts';

const pageFaults = [
  ...faultsInMarkup,
  ...faultsInLanguage,
  ...faultsInHead,
  ...faultsInSafety,
  ...faultsInLinks,
  ...faultsInData,
  ...faultsInCopies,
  ...faultsInNames,
  ...faultsInLists,
];

/** Whether a fault was seen, and by what; `undefined` if it has no place in a site. */
type Trace = { where: string; seen: string | undefined } | undefined;

export async function runRow(trial: Trial): Promise<Outcome[]> {
  const sites = await openSites(trial);
  const random = seededRandom(12);
  const times = trial.extent === 'full' ? 4 : 2;
  const failures: string[] = [];
  let tried = 0;
  let kinds = 0;
  const seed = async (name: string, seedInto: (site: OpenedSite) => Promise<Trace>): Promise<void> => {
    kinds += 1;
    let placed = 0;
    for (let time = 0; time < times; time += 1) {
      // Each fault goes into another site; if it has no place there, it goes into the next.
      const order = sites.map((_, index) => sites[(index + time + kinds) % sites.length] as OpenedSite);
      for (const site of order) {
        const trace = await seedInto(site);
        if (trace === undefined) continue;
        placed += 1;
        tried += 1;
        if (trace.seen === undefined) failures.push(`${name}: not seen on ${trace.where} (${site.name})`);
        break;
      }
    }
    if (placed === 0) failures.push(`${name}: no page of any site has a place for it`);
  };
  for (const fault of pageFaults) await seed(fault.name, (site) => seedPage(fault, site, random));
  for (const fault of faultsInFiles) await seed(fault.name, (site) => seedFile(fault, site, random));
  return [
    {
      what: `Faults seeded into pages, of ${kinds} kinds, not caught`,
      tried,
      failed: failures.length,
      failures,
    },
  ];
}

/** Pages looked at until one has a place for a fault. */
const mostLooks = 60;

async function seedPage(fault: PageFault, site: OpenedSite, random: () => number): Promise<Trace> {
  const { known } = site;
  const isFit = (path: string): boolean => {
    const { kind } = known.subjectOf(path);
    return kind !== 'moved' && kind !== 'missing' && (fault.where?.(path, known) ?? true);
  };
  const paths = pagePaths(known).filter(isFit);
  for (let look = 0; look < mostLooks && paths.length > 0; look += 1) {
    const path = pick(paths, random);
    const html = (await known.read(fileOfPage(path))).toString();
    const spoiled = fault.seed({ page: parsePage(path, html), known, random });
    if (spoiled === undefined || spoiled === html) continue;
    return { where: path, seen: await findInPage(path, html, spoiled, site) };
  }
  return undefined;
}

/** The first sentence that is not said of the sound site. */
async function findInPage(
  path: string,
  html: string,
  spoiled: string,
  { known, facts, examinations }: OpenedSite,
): Promise<string | undefined> {
  const sound = new Set(examinations.flatMap(({ wrong }) => wrong).map(withoutPlace));
  const isNew = (sentence: string): boolean => !sound.has(withoutPlace(sentence));
  const page = parsePage(path, spoiled);
  const { own, linkedData } = examinePage(page, known);
  const found = [...own, ...linkedData].find(isNew);
  if (found !== undefined) return found;
  const changed: SiteFacts = new Map(facts).set(path, readFacts(page));
  const between = examineWhole(known, changed).find(isNew);
  if (between !== undefined) return between;
  for (const sentence of await validateHtml(path, html)) sound.add(withoutPlace(sentence));
  return (await validateHtml(path, spoiled)).find(isNew);
}

/** A fault moves what stands after it. */
const withoutPlace = (sentence: string): string => sentence.replace(/\d+:\d+/g, '');

async function seedFile(fault: FileFault, site: OpenedSite, random: () => number): Promise<Trace> {
  const files = [...site.known.files].filter((file) => fault.where.test(file));
  for (let look = 0; look < mostLooks && files.length > 0; look += 1) {
    const file = pick(files, random);
    const bytes = await site.known.read(file);
    const spoiled = fault.spoil(bytes, random);
    if (spoiled === undefined) continue;
    const sound = new Set(site.examinations.flatMap(({ wrong }) => wrong).map(withoutPlace));
    const found = await examineFile(file, spoiled, site);
    return { where: file, seen: found.find((sentence) => !sound.has(withoutPlace(sentence))) };
  }
  return undefined;
}

/** What is said of a site with this in the place of one of its files. */
async function examineFile(
  file: string,
  content: Buffer | string | null,
  site: OpenedSite,
): Promise<string[]> {
  const known: KnownSite = withFile(site.known, file, content);
  const path = file.replace(/\/index\.html$/, '/');
  const facts = new Map(site.facts);
  const wrong: string[] = [];
  if (file.endsWith('.html') && content === null) facts.delete(path);
  if (file.endsWith('.html') && content !== null) {
    const page = parsePage(path, content.toString());
    const { own, linkedData } = examinePage(page, known);
    wrong.push(...own, ...linkedData);
    facts.set(path, readFacts(page));
  }
  wrong.push(...examineWhole(known, facts));
  if (/\/feed\.(?:xml|json)$/.test(file)) wrong.push(...(await examineFeeds(known, new Set([file]))));
  if (/^\/(?:sitemap|robots)/.test(file)) wrong.push(...(await examineSitemap(known)));
  if (/^\/(?:pagefind|search)\//.test(file)) wrong.push(...(await examineIndex(known)));
  return wrong;
}
