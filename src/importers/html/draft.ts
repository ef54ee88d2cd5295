// From a saved page to a draft: the article found, its head read, the rest of the page accounted for block by block.
import type { Text } from 'hast';
import { addsUp, countAll, squeeze } from '../account.ts';
import { accountForLabels, listHtmlLabels } from '../labels.ts';
import { cleanHtml, describeTaken, type Taken } from '../invisible.ts';
import { listTexts } from '../blocks.ts';
import { countLeftOut, type Draft, type Hints, type LeftOut } from '../draft.ts';
import { isProse } from '../head-lines.ts';
import type { CopyPlace } from '../read-draft.ts';
import { settleTree } from '../settle.ts';
import { splitTrailer } from '../trailer.ts';
import { convertTree, mendLists, narrowCells, pickArticle, unwrapLayoutTables } from './body.ts';
import { findArticle } from './extract.ts';
import { findForeign } from './foreign.ts';
import { readPageHead } from './head.ts';
import { findReason, groupLeftOut } from './left-out.ts';
import { describeLayout, describeLost, listEmbeds } from './look-at.ts';
import { describeSigns, describeText, describeTree } from './measure.ts';
import { readMetadata } from './metadata.ts';
import { cleanPage, parsePage } from './page.ts';
import { listRuns, type Run } from './runs.ts';
import { listUnseen } from './unseen.ts';
import { visit } from 'unist-util-visit';

/** A text with this many characters is an article, even if none of its sentences is long or its script has no spaces. */
const enough = 200;

/** Reads a page. Pure; nothing in it is run or fetched. */
export function buildHtmlDraft(
  html: string,
  hints: Hints,
  { base }: Pick<CopyPlace, 'base'>,
): Draft | { refusals: string[] } {
  const signs = describeSigns(html);
  if (signs !== undefined) return { refusals: [signs] };
  const page = parsePage(html);
  const odd = describeTree(page);
  if (odd !== undefined) return { refusals: [odd] };
  const metadata = readMetadata(page);
  const { facts } = metadata;
  let href: string | undefined;
  visit(page, 'element', (node) => {
    if (node.tagName === 'base') href ??= String(node.properties['href'] ?? '');
  });
  const taken: Taken = new Map();
  cleanHtml(page, taken);
  const unseen = listUnseen(page);
  cleanPage(page);
  const long = describeText(page);
  if (long !== undefined) return { refusals: [long] };
  const labels = listHtmlLabels(page);
  const article = findArticle(page, metadata.titles[0] ?? '');
  const runs = article === undefined ? [] : listRuns(page, article);
  const kept = runs.filter((run) => run.kept).map(({ text }) => text);
  if (article === undefined || !(kept.some(isProse) || kept.join(' ').length > enough))
    return {
      refusals: [
        'No article was found in this page: it may be loaded later or be for subscribers. Copy its text into a text file and import that.',
      ],
    };

  const head = readPageHead(runs, metadata, hints);
  const foreign = findForeign(runs);
  const headline = runs.findIndex((run) => head.runs.get(run) === 'headline');
  const isAbove = (run: Run): boolean => runs.indexOf(run) < headline;
  const open = runs.filter((run) => run.kept && !head.runs.has(run) && !foreign.has(run) && !isAbove(run));
  const { body, trailer, doubts: trailerDoubts } = splitTrailer(open.map(({ text }) => text));
  const inBody = new Set(open.slice(0, body.length));
  const below = new Map(open.slice(body.length).map((run, index) => [run, trailer[index]?.why ?? '']));
  const texts = new Set<Text>([...inBody].flatMap(({ nodes }) => nodes));
  const picked = pickArticle(page, texts, article);
  narrowCells(picked);
  const unwrapped = unwrapLayoutTables(picked);
  mendLists(picked);
  const tree = convertTree(picked);
  const settled = settleTree(tree, resolveBase(href, facts.url ?? base));
  const labelled = accountForLabels(labels, tree, settled.labels);
  const paragraphs = listTexts(tree);

  const findWhy = (run: Run): string =>
    below.get(run) ??
    foreign.get(run) ??
    (run.kept && isAbove(run) ? 'it stands above the headline' : findReason(run.path));
  const leftOut: LeftOut[] = [
    ...groupLeftOut(
      runs.map((run) => ({
        run,
        why: inBody.has(run) || head.runs.has(run) ? undefined : findWhy(run),
      })),
    ),
    ...settled.pictures,
    ...labelled.leftOut,
    ...unseen,
    ...listEmbeds(page, article),
  ];
  const count = (some: readonly Run[]): number => some.reduce((sum, { words }) => sum + words, 0);
  const headWords = (wanted: string): number =>
    count([...head.runs].filter(([, role]) => role === wanted).map(([run]) => run));
  const account = {
    source: count(runs) + labelled.source + countLeftOut(unseen),
    headline: headWords('headline'),
    byline: headWords('byline'),
    date: headWords('date'),
    fields: 0,
    body: countAll(paragraphs) + labelled.body,
    leftOut: leftOut.reduce((sum, { words }) => sum + (words ?? 0), 0),
    mended: 0,
  };
  const sameText = squeeze([...inBody].map(({ text }) => text)) === squeeze(paragraphs);
  return {
    format: 'html',
    ...(head.title !== undefined && { title: head.title }),
    authors: head.authors,
    ...(head.published !== undefined && { published: head.published }),
    tree,
    paragraphs,
    facts,
    doubts: [
      ...head.doubts,
      ...describeTaken(taken),
      ...settled.doubts,
      ...trailerDoubts,
      ...describeLost(runs, inBody, head.runs),
      ...describeLayout(inBody),
      ...(metadata.isFree
        ? []
        : ["The page's data say that it is not free to read; is this the whole text, or its beginning?"]),
      ...(unwrapped > 0
        ? [`Tables that lay out the page (${unwrapped}) were read as paragraphs, cell by cell.`]
        : []),
    ],
    missing: head.missing,
    leftOut,
    joins: [],
    signature: [...head.runs].filter(([, role]) => role !== 'headline').map(([run]) => run.text),
    head: [],
    account: { ...account, complete: sameText && addsUp(account) },
  };
}

const resolveBase = (href: string | undefined, page: string | undefined): string | undefined => {
  const address = href === undefined || !URL.canParse(href, page) ? page : new URL(href, page).href;
  return address !== undefined && /^https?:/.test(address) ? address : undefined;
};
