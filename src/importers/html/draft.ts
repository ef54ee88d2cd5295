// From a saved page to a draft: the article found, its head read, the rest of the page accounted for block by block.
import type { Text } from 'hast';
import { addsUp, countAll, squeeze } from '../account.ts';
import { listTexts } from '../blocks.ts';
import { quoteStart, type Draft, type Hints, type LeftOut } from '../draft.ts';
import { isProse } from '../head-lines.ts';
import type { CopyPlace } from '../read-draft.ts';
import { settleTree } from '../settle.ts';
import { splitTrailer } from '../trailer.ts';
import { convertTree, mendLists, pickArticle, unwrapLayoutTables } from './body.ts';
import { findArticleElements } from './extract.ts';
import { readPageHead, type Role } from './head.ts';
import { findReason, groupLeftOut, unexplained } from './left-out.ts';
import { readMetadata } from './metadata.ts';
import { cleanPage, embeds, parsePage } from './page.ts';
import { listRuns, type Run } from './runs.ts';
import { visit } from 'unist-util-visit';

/** Reads a page. Pure; nothing in it is run or fetched. */
export function buildHtmlDraft(
  html: string,
  hints: Hints,
  { base }: Pick<CopyPlace, 'base'>,
): Draft | { refusals: string[] } {
  const page = parsePage(html);
  const { titles, authors: _authors, published: _published, ...facts } = readMetadata(page);
  const metadata = {
    titles,
    authors: _authors,
    ...(_published !== undefined && { published: _published }),
    ...facts,
  };
  let href: string | undefined;
  visit(page, 'element', (node) => {
    if (node.tagName === 'base') href ??= String(node.properties['href'] ?? '');
  });
  cleanPage(page);
  const article = findArticleElements(page, titles[0] ?? '');
  const runs = article === undefined ? [] : listRuns(page, article);
  if (article === undefined || !runs.some(({ kept, text }) => kept && (isProse(text) || text.length > 80)))
    return { refusals: ['No article was found in this page; save it as text and import that.'] };

  const head = readPageHead(runs, metadata, hints);
  const open = runs.filter((run) => run.kept && !head.runs.has(run));
  const { body, trailer, doubts: trailerDoubts } = splitTrailer(open.map(({ text }) => text));
  const inBody = new Set(open.slice(0, body.length));
  const below = new Map(open.slice(body.length).map((run, index) => [run, trailer[index]?.why ?? '']));
  const texts = new Set<Text>([...inBody].flatMap(({ nodes }) => nodes));
  const picked = pickArticle(page, texts, article);
  const unwrapped = unwrapLayoutTables(picked);
  mendLists(picked);
  const tree = convertTree(picked);
  const settled = settleTree(tree, resolveBase(href, facts.url ?? base));
  const paragraphs = listTexts(tree);

  const leftOut: LeftOut[] = [
    ...groupLeftOut(
      runs.map((run) => ({
        run,
        why: inBody.has(run) || head.runs.has(run) ? undefined : (below.get(run) ?? findReason(run.path)),
      })),
    ),
    ...settled.pictures,
    ...listEmbeds(page, article),
  ];
  const count = (some: readonly Run[]): number => some.reduce((sum, { words }) => sum + words, 0);
  const headWords = (wanted: string): number =>
    count([...head.runs].filter(([, role]) => role === wanted).map(([run]) => run));
  const pictureWords = settled.pictures.reduce((sum, { words }) => sum + (words ?? 0), 0);
  const account = {
    source: count(runs) + pictureWords,
    headline: headWords('headline'),
    byline: headWords('byline'),
    date: headWords('date'),
    fields: 0,
    body: countAll(paragraphs),
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
      ...settled.doubts,
      ...trailerDoubts,
      ...describeInside(runs, inBody, head.runs),
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

/** Sentences about text within the article, or between its headline and first paragraph, that the extractor left out. */
function describeInside(
  runs: readonly Run[],
  inBody: ReadonlySet<Run>,
  head: ReadonlyMap<Run, Role>,
): string[] {
  const first = runs.findIndex((run) => inBody.has(run));
  const last = runs.findLastIndex((run) => inBody.has(run));
  const headline = runs.findIndex((run) => head.get(run) === 'headline');
  return runs.slice(headline === -1 ? first : Math.min(headline, first), last).flatMap((run, index) => {
    const isAbove = headline !== -1 && headline + index < first;
    const isText = isProse(run.text) || (isAbove && run.words >= 8);
    if (inBody.has(run) || head.has(run) || !isText || findReason(run.path) !== unexplained) return [];
    return isAbove
      ? [`${quoteStart(run.text)} stands under the headline and was left out; is it part of the article?`]
      : [`${quoteStart(run.text)} stands within the article and was left out; is it part of it?`];
  });
}

/** Films, sounds and frames within the article: no words, but something a reader of the page met. */
function listEmbeds(page: ReturnType<typeof parsePage>, article: ReadonlySet<unknown>): LeftOut[] {
  const found: LeftOut[] = [];
  visit(page, 'element', (node, _index, parent) => {
    if (!embeds.has(node.tagName) || !article.has(parent)) return;
    const source = String(node.properties['src'] ?? node.properties['data'] ?? node.tagName);
    found.push({ text: source, why: 'it is an embedded film, sound or frame', words: 0 });
  });
  return found;
}
