// Row of the trust table: hostile values in every field of the content, each defence alone and all together.
import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finishPage } from '../../src/build/finish-page.ts';
import { applyEdits, parsePage, readAttribute } from '../../src/markdown/html-tree.ts';
import { findActive, findDangersInPage, findDangersInPiece } from './dangers.ts';
import { inputs, render, writeHostileArchive } from './hostile-archive.ts';
import {
  respondWithFiles,
  startHostileBrowser,
  type Happening,
  type HostileBrowser,
} from './hostile-browser.ts';
import { tryFileNames, tryLedger } from './hostile-files.ts';
import { trySearch } from './hostile-search.ts';
import { readPayloads } from './payloads.ts';
import { buildSite, type Outcome, type Trial } from './trial.ts';

/** Values looked for in the archive of hostile names; the first are our own. */
const mostAmongHostile = 100;

export async function runRow(trial: Trial): Promise<Outcome[]> {
  const { values: all, own, from } = await readPayloads();
  const values =
    trial.extent === 'full' ? all : [...new Set([...own, ...all.filter((_, at) => at % 150 === 0)])];
  console.error(`hostile: ${values.length} of ${from}`);
  const folder = await trial.makeFolder('hostile');
  const content = join(folder, 'content');
  const archive = await writeHostileArchive(content, join(folder, 'probe'), values);
  const { site } = await buildSite(content, join(folder, 'site'), join(folder, 'cache'));
  const pages = await listPages(site);
  const browser = await startHostileBrowser();
  try {
    const { site: shipped } = await trial.shippedSite();
    return [
      tryMarkdown(values),
      await tryPages(site, pages, values.length * inputs.length),
      await tryTogether(browser, site, pages, archive.let),
      await tryEscapingAlone(browser, site, pages, archive.let),
      ...(await tryPolicyAlone(browser, shipped, values)),
      tryStopAlone(values),
      // Names that are hostile themselves are looked for with our own values; the more names, the longer each takes.
      await trySearch(browser, site, values.slice(0, mostAmongHostile), 'hostile names'),
      await trySearch(browser, shipped, values, 'the shipped archive'),
      await tryFileNames(join(folder, 'names'), values),
      ...(await tryLedger(join(folder, 'ledger'), values)),
    ];
  } finally {
    await browser.close();
  }
}

/** The paths of all pages of a site. */
async function listPages(site: string): Promise<string[]> {
  const pages: string[] = [];
  for await (const name of glob('**/*.html', { cwd: site }))
    pages.push(`/${name.replaceAll('\\', '/').replace(/(?:^|(?<=\/))index\.html$/, '')}`);
  return pages.sort();
}

/** Constructs that may not end where the value does, and would hide what follows. */
const openWrappings: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => `\`\`\`${value}\n${value}\n\`\`\``,
];

/** Every other construct of Markdown that takes words; what Markdown does not understand stays text. */
const wrappings: readonly ((value: string) => string)[] = [
  (value) => `Words before ${value} and behind.`,
  (value) => `**${value}** and *${value}* and ~~${value}~~`,
  (value) => `[x](<${value}>)`,
  (value) => `[x](${value})`,
  (value) => `[x](https://example.org/ "${value}")`,
  (value) => `[x](https://example.org/ '${value}')`,
  (value) => `[${value}](https://example.org/)`,
  (value) => `![${value}](x/boat.png "${value}")`,
  (value) => `![x](<${value}>)`,
  (value) => `<${value}>`,
  (value) => `\`${value}\``,
  (value) => `# ${value}`,
  (value) => `> ${value}\n>\n> - ${value}`,
  (value) => `| ${value} | x |\n| - | - |\n| x | ${value} |`,
  (value) => `[x][y]\n\n[y]: ${value} "${value}"`,
  (value) => `x[^y]\n\n[^y]: ${value}`,
];

/**
 * A body that the checks refuse is rendered all the same. Most constructs of a value are rendered as one text; if
 * that has a danger or is refused, each is tried alone.
 */
function tryMarkdown(values: readonly string[]): Outcome {
  const failures: string[] = [];
  for (const value of values) {
    const open = openWrappings.map((wrap) => wrap(value));
    const closed = wrappings.map((wrap) => wrap(value));
    const whole = renderOrRefuse(closed.join('\n\n'));
    const isSound = whole !== undefined && findDangersInPiece(whole).length === 0;
    for (const body of [...open, ...(isSound ? [] : closed)]) {
      const [danger] = findDangersInPiece(renderOrRefuse(body) ?? '');
      if (danger !== undefined) failures.push(`${danger} in ${body.slice(0, 100)}`);
    }
  }
  return report(
    'Hostile Markdown, dangerous nodes',
    values.length * (openWrappings.length + wrappings.length),
    failures,
  );
}

/** Nothing if the parser gives up on the text; then the article is refused. */
function renderOrRefuse(body: string): string | undefined {
  try {
    return render(body).html;
  } catch {
    return undefined;
  }
}

async function tryPages(site: string, pages: readonly string[], tried: number): Promise<Outcome> {
  const failures: string[] = [];
  for (const path of pages) {
    const html = await readFile(join(site, path.endsWith('/') ? `${path}index.html` : path), 'utf8');
    failures.push(...findDangersInPage(html).map((danger) => `${path}: ${danger}`));
  }
  return report('Hostile fields, dangerous nodes in pages', tried, failures);
}

async function tryTogether(
  browser: HostileBrowser,
  site: string,
  pages: readonly string[],
  tried: number,
): Promise<Outcome> {
  // What does not run without the policy does not run with it: some pages show that nothing else is in the way.
  const some = pages.filter((_, at) => at % 12 === 0);
  const happened = await browser.visit(respondWithFiles(site), some);
  return report('  run or asked elsewhere, all defences', Math.round(tried / 12), describe(happened));
}

async function tryEscapingAlone(
  browser: HostileBrowser,
  site: string,
  pages: readonly string[],
  tried: number,
): Promise<Outcome> {
  // Every field of an article and a person shows on their own pages; the other pages are lists of the same.
  const some = pages.filter((path, at) => /^\/(?:\d{4}\/\d\d\/\d\d\/|people\/)./.test(path) || at % 6 === 0);
  const happened = await browser.visit(respondWithFiles(site, removePolicy), some);
  return report('  run or asked elsewhere, no policy', tried, describe(happened));
}

/**
 * A real page with each value put in as it is. No policy can keep a page from redirecting or from connecting to
 * another machine: such values are left to the build, which stops at them.
 */
async function tryPolicyAlone(
  browser: HostileBrowser,
  site: string,
  values: readonly string[],
): Promise<Outcome[]> {
  // Small, because a browser reads it once for each value; its policy is that of an article, and no page of the hostile
  // archive is small.
  const html = await readFile(join(site, 'rights/index.html'), 'utf8');
  const open = parsePage(html).find(({ tagName }) => tagName === 'main')?.sourceCodeLocation?.startTag;
  if (!open) throw new Error('The page of rights has no place for hostile words.');
  const inject = (value: string): string =>
    applyEdits(html, [{ start: open.endOffset, end: open.endOffset, text: writeRaw(value) }]);
  const numberOf = (path: string): number => Number(/\d+/.exec(path)?.[0]);
  const bound = values.filter((value) => !leadsOn(value));
  const respond =
    (list: readonly string[], change = (page: string): string => page) =>
    (path: string): Promise<{ body: string; type: string } | undefined> => {
      const value = /^\/\d+\/$/.test(path) ? list[numberOf(path)] : undefined;
      return Promise.resolve(
        value === undefined ? undefined : { body: change(inject(value)), type: 'text/html; charset=utf-8' },
      );
    };
  const paths = (list: readonly string[]): string[] => list.map((_, at) => `/${at}/`);
  const happened = await browser.visit(respond(bound), paths(bound));
  // If nothing ran without the policy either, the browser would prove nothing.
  const some = bound.filter((_, at) => at % (bound.length > 1000 ? 20 : 2) === 0);
  const without = await browser.visit(respond(some, removePolicy), paths(some));
  const blind = without.ran.length === 0 || without.foreign.length === 0;
  return [
    report('  run or asked elsewhere, no escaping', bound.length, describe(happened)),
    report('  seen to run without either', without.ran.length + without.foreign.length, [
      ...(blind ? ['Nothing ran or was asked for in pages without any defence: the browser is blind.'] : []),
    ]),
  ];
}

const writeRaw = (value: string): string =>
  `<p title="${value}">x</p><p title='${value}'>x</p><div>${value}</div>`;

/** Whether a browser would redirect or connect without loading anything: no policy covers that. */
const leadsOn = (value: string): boolean =>
  parsePage(writeRaw(value)).some(
    (element) =>
      (element.tagName === 'meta' && readAttribute(element, 'http-equiv') !== undefined) ||
      element.tagName === 'link' ||
      element.tagName === 'base',
  );

const removePolicy = (html: string): string =>
  applyEdits(
    html,
    parsePage(html).flatMap((element) => {
      const place = element.sourceCodeLocation;
      const isPolicy = readAttribute(element, 'http-equiv') === 'content-security-policy';
      return isPolicy && place ? [{ start: place.startOffset, end: place.endOffset, text: '' }] : [];
    }),
  );

/** What is dangerous in a page whose escaping failed must stop the build. */
function tryStopAlone(values: readonly string[]): Outcome {
  const failures: string[] = [];
  for (const value of values) {
    const html = `<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body>${writeRaw(value)}</body></html>`;
    const [danger] = findActive(html);
    const { strays } = finishPage(html, { sheets: [], scripts: new Set(), leadsOn: false });
    if (danger !== undefined && strays.length === 0)
      failures.push(`${danger} passes: ${value.slice(0, 100)}`);
  }
  return report('  not stopped by the build, no escaping', values.length, failures);
}

const describe = ({ ran, foreign }: Happening): string[] => [
  ...ran,
  ...foreign.map((request) => `asked elsewhere: ${request}`),
];

const report = (what: string, tried: number, failures: readonly string[]): Outcome => ({
  what,
  tried,
  failed: tried === 0 ? 1 : failures.length,
  failures: tried === 0 ? ['Nothing was tried.'] : failures,
});
