// Checks every page of built sites, and the files beside them, with other people's validators and our own.
import { join } from 'node:path';
import { seededRandom } from '../bench/random.ts';
import { parsePage } from '../pages/html-tree.ts';
import { fileOfPage, pagePaths, type KnownSite } from '../pages/known-site.ts';
import { pickPages } from '../pages/page-kinds.ts';
import { validateAxe } from '../pages/validate-axe.ts';
import { StyleSheets } from '../pages/validate-css.ts';
import { validateHtml } from '../pages/validate-html.ts';
import { hasJava, unknownToNu, validateNu } from '../pages/validate-nu.ts';
import { openSites, type OpenedSite } from './opened-sites.ts';
import type { Outcome, Trial } from './trial.ts';

export async function runRow(trial: Trial): Promise<Outcome[]> {
  const sites = await openSites(trial);
  return [
    ...summarizeExaminations(sites),
    ...(await validateMarkup(sites)),
    ...(await runNu(sites, trial)),
    await runAxe(sites, trial),
  ];
}

const outcome = (what: string, tried: number, failures: readonly string[]): Outcome => ({
  what,
  tried,
  failed: failures.length,
  failures,
});

/** The same examination of every site is one line. */
function summarizeExaminations(sites: readonly OpenedSite[]): Outcome[] {
  const all = sites.flatMap(({ name, examinations }) =>
    examinations.map((one) => ({ ...one, wrong: one.wrong.map((sentence) => `${name}: ${sentence}`) })),
  );
  return [...Map.groupBy(all, ({ what }) => what)].map(([what, parts]) =>
    outcome(
      what,
      parts.reduce((sum, { tried }) => sum + tried, 0),
      parts.flatMap(({ wrong }) => wrong),
    ),
  );
}

async function validateMarkup(sites: readonly OpenedSite[]): Promise<Outcome[]> {
  const sheets = new StyleSheets();
  const wrong: string[] = [];
  let tried = 0;
  for (const { known } of sites) {
    for (const path of pagePaths(known)) {
      const html = (await known.read(fileOfPage(path))).toString();
      sheets.add(parsePage(path, html));
      wrong.push(...(await validateHtml(path, html)));
      tried += 1;
    }
  }
  return [
    outcome('Pages validated by html-validate', tried, wrong),
    outcome('Style sheets validated by css-tree', sheets.size, [
      ...sheets.validate(),
      ...sheets.listUnused(),
    ]),
  ];
}

/** All pages, or in the short form one of each kind. */
const choosePages = (known: KnownSite, { extent }: Trial): string[] =>
  extent === 'full' ? pagePaths(known) : pickPages(known, 1, seededRandom(12));

async function runNu(sites: readonly OpenedSite[], trial: Trial): Promise<Outcome[]> {
  if (!hasJava()) {
    console.error(
      'No Java here, so the Nu Html Checker was left out; the other validators have read the pages.',
    );
    return [];
  }
  const used = new Set<RegExp>();
  const wrong: string[] = [];
  let tried = 0;
  for (const { site, known } of sites) {
    const paths = choosePages(known, trial);
    // A list of all pages would be too long for a command line.
    const files = trial.extent === 'full' ? [site] : paths.map((path) => join(site, fileOfPage(path)));
    const report = await validateNu(site, files);
    for (const pattern of report.used) used.add(pattern);
    wrong.push(...report.wrong);
    tried += paths.length;
  }
  for (const { pattern, reason } of unknownToNu)
    if (!used.has(pattern)) wrong.push(`vnu has no complaint like ${String(pattern)} any more: ${reason}`);
  return [outcome('Pages validated by the Nu Html Checker', tried, wrong)];
}

/** Pages of each kind that axe looks at in the full form; together more than 60. */
const pagesOfKind = 2;

async function runAxe(sites: readonly OpenedSite[], trial: Trial): Promise<Outcome> {
  const isFull = trial.extent === 'full';
  const wrong: string[] = [];
  let tried = 0;
  // The archive of every kind has a page of each; the browser tests look at the shipped one.
  for (const { name, site, known } of isFull ? sites : sites.slice(-1)) {
    // Those that have moved lead on before they can be looked at.
    const paths = pickPages(known, isFull ? pagesOfKind : 1, seededRandom(12)).filter((path) => {
      const subject = known.subjectOf(path);
      return subject.kind !== 'moved' || subject.to === undefined;
    });
    const schemes = isFull ? (['light', 'dark'] as const) : (['light'] as const);
    wrong.push(...(await validateAxe(site, paths, schemes)).map((sentence) => `${name}: ${sentence}`));
    tried += paths.length * schemes.length;
  }
  return outcome('Pages looked at by axe', tried, wrong);
}
