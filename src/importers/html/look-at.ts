// Says what of a page a maintainer should look at, because Markdown or the extractor has made something else of it.
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { quoteStart, type LeftOut } from '../draft.ts';
import { isProse } from '../head-lines.ts';
import type { Role } from './head.ts';
import { findReason, unexplained } from './left-out.ts';
import { embeds } from './page.ts';
import type { Run } from './runs.ts';

/** Sentences about text within the article, or between its headline and first paragraph, that the extractor left out. */
export function describeLost(
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
export function listEmbeds(page: Root, article: ReadonlySet<unknown>): LeftOut[] {
  const found: LeftOut[] = [];
  visit(page, 'element', (node, _index, parent) => {
    if (!embeds.has(node.tagName) || !article.has(parent)) return;
    const source = String(node.properties['src'] ?? node.properties['data'] ?? node.tagName);
    found.push({ text: source, why: 'it is an embedded film, sound or frame', words: 0 });
  });
  return found;
}

/** Sentences about text of the body whose place or shape said something that Markdown cannot. */
export function describeLayout(body: ReadonlySet<Run>): string[] {
  const within = (...tags: string[]): string[] =>
    [...body]
      .filter(({ path }) => path.some(({ tagName }) => tags.includes(tagName)))
      .map(({ text }) => text);
  const captions = within('figcaption');
  const raised = [...body].filter(({ parents }) => parents.has('sup') || parents.has('sub'));
  return [
    ...describe('Captions, whose pictures are not at hand, are paragraphs now', captions),
    ...describe(
      'Raised or lowered signs stand in the line now',
      raised.map(({ text }) => text),
    ),
  ];
}

const describe = (what: string, texts: readonly string[]): string[] =>
  texts.length === 0
    ? []
    : [`${what} (${texts.length}): ${texts.map((text) => quoteStart(text)).join(', ')}.`];
