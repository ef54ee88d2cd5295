// From Markdown with foreign front matter to a draft: fields mapped, template tags and raw HTML turned into Markdown or reported.
import { basename } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { addsUp, countAll, squeeze } from '../account.ts';
import { listTexts, readAll } from '../blocks.ts';
import { findExcess } from '../../markdown/find-excess.ts';
import { parseMarkdown } from '../body.ts';
import { countLeftOut, type Draft, type Hints, type LeftOut } from '../draft.ts';
import { cleanMarkdown, describeTaken, type Taken } from '../invisible.ts';
import { accountForLabels, listLabels } from '../labels.ts';
import type { CopyPlace } from '../read-draft.ts';
import { settleTree } from '../settle.ts';
import { inlineReferences } from './references.ts';
import { mapFields } from './fields.ts';
import { splitForeignMatter } from './front-matter.ts';
import { takeTreeHead } from './head.ts';
import { convertRawHtml, hasRawHtml } from './raw-html.ts';
import { replaceTemplates } from './templates.ts';

/** Reads Markdown. Pure; no tag of it is run. */
export function buildMarkdownDraft(
  markdown: string,
  hints: Hints,
  { path, base }: CopyPlace,
): Draft | { refusals: string[] } {
  const split = splitForeignMatter(markdown);
  if ('refusal' in split) return { refusals: [split.refusal] };
  const excess = findExcess(split.body);
  if (excess !== undefined)
    return { refusals: [`Line ${excess.line} of the text: ${excess.message}. ${excess.fix}.`] };
  const mapped = mapFields(split.fields, basename(path));
  const templates = replaceTemplates(cutAttributes(split.body, mapped.leftOut));
  let tree = parseMarkdown(templates.text);
  const taken: Taken = new Map();
  cleanMarkdown(tree, taken);
  const unused = inlineReferences(tree);
  let written = readAll(tree);
  let labels = listLabels(tree);
  let unseen = 0;
  const leftOut: LeftOut[] = [...mapped.leftOut, ...templates.leftOut];
  const doubts = [...mapped.doubts, ...templates.doubts, ...unused];
  if (hasRawHtml(tree)) {
    const converted = convertRawHtml(tree, taken);
    ({ text: written, labels } = converted);
    unseen = countLeftOut(converted.leftOut);
    leftOut.push(...converted.leftOut);
    doubts.push(...converted.doubts);
    ({ tree } = converted);
  }
  const notes = dropLostNotes(tree);
  const wordsBefore = countAll(listTexts(tree));
  const head = takeTreeHead(
    tree,
    { ...hints, ...(hints.title === undefined && mapped.title !== undefined && { title: mapped.title }) },
    split.fields.size > 0,
  );
  const headText = readAll({ type: 'root', children: head.taken });
  const settled = settleTree(tree, mapped.facts.url ?? base);
  const paragraphs = listTexts(tree);
  const labelled = accountForLabels(labels, tree, settled.labels);
  leftOut.push(...notes, ...settled.pictures, ...labelled.leftOut);
  const { words } = mapped;
  const outside = unseen + countLeftOut(notes);
  const fieldWords = words.headline + words.byline + words.date + words.fields + words.leftOut;
  const account = {
    source: fieldWords + wordsBefore + labelled.source + outside,
    headline: words.headline + head.words.headline,
    byline: words.byline + head.words.byline,
    date: words.date + head.words.date,
    fields: words.fields,
    body: countAll(paragraphs) + labelled.body,
    leftOut: words.leftOut + countLeftOut([...settled.pictures, ...labelled.leftOut]) + outside,
    mended: 0,
  };
  const same = squeeze([written]) === squeeze([headText, ...notes.map(({ text }) => text), readAll(tree)]);
  const title = hints.title ?? mapped.title ?? head.title;
  const published = mapped.published ?? head.published;
  return {
    format: 'markdown',
    ...(title !== undefined && { title }),
    authors: mapped.authors.length > 0 ? mapped.authors : head.authors,
    ...(published !== undefined && { published }),
    tree,
    paragraphs,
    facts: mapped.facts,
    doubts: [...doubts, ...describeTaken(taken), ...head.doubts, ...settled.doubts],
    missing: {
      ...(title === undefined && { title: 'no headline was found' }),
      ...(published === undefined && { published: 'no date was found' }),
    },
    leftOut,
    joins: [],
    signature: head.signature,
    head: [],
    account: { ...account, complete: (same || notes.length > 0) && addsUp(account) },
  };
}

/** Attribute lists, `{: .class }` and `## Heading {#name}`, style the page or name its parts and are no text. */
function cutAttributes(markdown: string, leftOut: LeftOut[]): string {
  const named = markdown.replace(
    /^(#{1,6} .*?)[ \t]*(\{[#.][^{}\n]{1,100}\})[ \t]*$/gm,
    (_line, text: string, list: string) => {
      leftOut.push({ text: list, why: 'it names a heading of the page', words: 0 });
      return text;
    },
  );
  return named.replace(
    /(^|\n)?[ \t]*\{:[^{}\n]{0,200}\}[ \t]*(?=\n|$)/g,
    (found: string, start: string | undefined) => {
      leftOut.push({ text: found.trim(), why: 'it styles the page', words: 0 });
      return start ?? '';
    },
  );
}

/** Footnotes that nothing refers to, or that are there twice, are on no page: they are taken out and shown. */
function dropLostNotes(tree: Root): LeftOut[] {
  const referred = new Set<string>();
  const seen = new Set<string>();
  const lost: LeftOut[] = [];
  visit(tree, 'footnoteReference', ({ identifier }) => void referred.add(identifier));
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (index === undefined || parent === undefined) return undefined;
    const isLost = !referred.has(node.identifier) || seen.has(node.identifier);
    seen.add(node.identifier);
    if (!isLost) return undefined;
    parent.children.splice(index, 1);
    lost.push({
      text: readAll(node).trim(),
      why: `it is a footnote, [^${node.identifier}], that nothing refers to`,
    });
    return index;
  });
  return lost;
}
