// Compares what the pipeline makes of made-up Markdown with what a reader that is not our own makes of it.
import { renderBody } from '../../src/markdown/pipeline.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { evenLists, readCopy, withoutMarks } from './copy-on-page.ts';
import { compareTexts } from './fidelity-sources.ts';
import { listBlocks, readFragment, renderTree } from './html-tree.ts';
import { knownNames, writeRandomMarkdown } from './random-markdown.ts';
import { renderReference } from './reference-markdown.ts';
import type { Outcome } from './trial.ts';

const names = buildNameTrie(
  knownNames.map((spelling, at) => ({ spelling, targets: [{ collection: 'places', id: `place-${at}` }] })),
);

/** Compares words, characters, order and markup of many bodies; the checks must accept most of them. */
export function compareRandomBodies(count: number): Outcome {
  const failures: string[] = [];
  let accepted = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const findings: Finding[] = [];
    const markdown = writeRandomMarkdown(seed);
    const article = { id: '2021/03/04/x', file: 'x.md', images: new Set<string>(), overrides: undefined };
    const { html, blocks } = renderBody(markdown, { ...article, names, findings });
    const source = readFragment(renderReference(markdown));
    const page = readCopy(readFragment(html));
    const text = listBlocks(withoutMarks(source)).join('\n');
    const why = [
      compareTexts(text, listBlocks(withoutMarks(page)).join('\n')).why,
      // What feeds the index and the dataset.
      compareTexts(text, blocks.map((block) => block.text).join('\n')).why,
    ].find((sentence) => sentence !== '');
    if (why !== undefined) failures.push(`body ${seed}: ${why}`);
    else if (renderTree(evenLists(source)) !== renderTree(evenLists(page)))
      failures.push(`body ${seed}: the same words are set in another way`);
    if (findings.every(({ severity }) => severity !== 'error')) accepted += 1;
  }
  if (accepted < count * 0.9) failures.push(`only ${accepted} of ${count} bodies could be an article's`);
  return {
    what: 'Bodies of random Markdown with words or markup that the page has otherwise',
    tried: count,
    failed: failures.length,
    failures,
  };
}
