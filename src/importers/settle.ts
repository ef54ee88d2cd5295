// Settles what a foreign Markdown tree may not keep in this archive: pictures, dead links, machine words, empty signs.
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ArticleFile } from '../markdown/article-file.ts';
import { checkLink } from '../markdown/link-address.ts';
import { buildNameTrie } from '../names/recognition/recognize.ts';
import { rewriteMarkdown } from './rewrite.ts';
import { countWords, cutStart, type LeftOut } from './draft.ts';

export interface Settled {
  pictures: LeftOut[];
  /** Their texts and titles. */
  labels: string[];
  doubts: string[];
}

/**
 * Changes a tree in place until a body may have it.
 * @param base the address that relative links start from, if it is known
 */
export function settleTree(tree: Root, base: string | undefined): Settled {
  const settled: Settled = { pictures: [], labels: [], doubts: [] };
  takePictures(tree, settled);
  settleLinks(tree, base, settled);
  visit(tree, 'code', (node) => {
    const words = [node.lang, node.meta].filter((part) => typeof part === 'string' && part !== '').join(' ');
    const language = /^(?:language-|lang-)?([a-z][a-z0-9+#-]{0,15})$/.exec(
      (node.lang ?? '').toLowerCase(),
    )?.[1];
    node.lang = language ?? null;
    node.meta = null;
    if (words !== '' && words !== language)
      settled.doubts.push(
        `Of the words beside a block of code, "${cutStart(words)}", only a language is kept.`,
      );
  });
  tidy(tree);
  return settled;
}

/** A picture can only be shown if its file lies beside the article, and no import has that file. */
function takePictures(tree: Root, { pictures, labels }: Settled): void {
  rewriteMarkdown(tree, (node) => {
    if (node.type !== 'image') return undefined;
    const said = [node.alt, node.title]
      .map((label) => (label ?? '').replace(/\s+/g, ' ').trim())
      .filter((label) => label !== '');
    labels.push(...said);
    pictures.push({
      text: [...said, `(${cutStart(node.url, 200)})`].join(' '),
      why: 'it is a picture, whose file is not at hand',
      words: countWords(said.join(' ')),
    });
    return [];
  });
}

/** Whether the archive allows a link to this address; the pipeline itself decides. */
function isSafe(url: string): boolean {
  const probe: ArticleFile = {
    id: '2000/01/01/x',
    file: '',
    images: new Set(),
    names: noNames,
    overrides: undefined,
    blocks: [],
    mentions: [],
    links: [],
    unplaced: undefined,
    reading: { names: [], open: [], closed: [] },
    findings: [],
  };
  if (!URL.canParse(url)) return false;
  checkLink(probe, { type: 'link', url, children: [] });
  return probe.findings.length === 0;
}

const noNames = buildNameTrie([]);

function settleLinks(tree: Root, base: string | undefined, { doubts }: Settled): void {
  const dead: string[] = [];
  rewriteMarkdown(tree, (node) => {
    if (node.type !== 'link') return undefined;
    const address = node.url.trim();
    const own = URL.canParse(address) ? address : undefined;
    const resolved =
      base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : undefined;
    const whole = [own, resolved].find((url) => url !== undefined && isSafe(url));
    if (whole !== undefined && address !== '') {
      // Schemes are written in lower case, for programs that compare them.
      node.url = whole.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
      return undefined;
    }
    const title = typeof node.title === 'string' && node.title !== '' ? ` "${node.title}"` : '';
    dead.push(`"${cutStart(readWords(node), 40)}" (${cutStart(address, 100) || 'no address'}${title})`);
    return node.children;
  });
  if (dead.length === 0) return;
  doubts.push(
    `Links that lead nowhere from here are plain text now (${dead.length}): ${dead.join(', ')}.` +
      (base === undefined ? ' --url, or a publication with a website, says where they lead.' : ''),
  );
}

const readWords = (node: Nodes): string =>
  'value' in node ? node.value : 'children' in node ? node.children.map(readWords).join('') : '';

const spans = new Set(['emphasis', 'strong', 'delete', 'link']);

/** White space moves out of emphasis and links, and what has become empty goes. */
function tidy(tree: Root): void {
  const walk = (parent: Parents): void => {
    const children: Nodes[] = [];
    for (const child of parent.children as Nodes[]) {
      if ('children' in child) walk(child);
      if (!spans.has(child.type)) {
        if (!isEmpty(child)) children.push(child);
        continue;
      }
      const span = child as Parents & { children: PhrasingContent[] };
      const before = cutEdge(span.children, 0, /^\s+/);
      const after = cutEdge(span.children, -1, /\s+$/);
      children.push(...before);
      if (span.children.length > 0) children.push(child);
      children.push(...after.reverse());
    }
    parent.children = mergeTexts(children) as typeof parent.children;
    if (parent.type === 'paragraph' || parent.type === 'heading') {
      trimBreaks(parent.children);
      trimEdge(parent.children, 0, /^\s+/);
      trimEdge(parent.children, -1, /\s+$/);
    }
  };
  walk(tree);
}

const isEmpty = (node: Nodes): boolean =>
  ((node.type === 'text' || node.type === 'inlineCode') && node.value === '') ||
  ((node.type === 'paragraph' ||
    node.type === 'heading' ||
    node.type === 'blockquote' ||
    node.type === 'list' ||
    node.type === 'listItem') &&
    node.children.every(
      (child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''),
    ));

/** Takes white space and line breaks off one end of a span, from the outside in. */
function cutEdge(children: Nodes[], at: 0 | -1, pattern: RegExp): Nodes[] {
  const cut: Nodes[] = [];
  for (;;) {
    const space = trimEdge(children, at, pattern);
    if (space !== '') cut.push({ type: 'text', value: space });
    const edge = children.at(at);
    if (edge?.type !== 'break') return cut;
    children.splice(at, 1);
    cut.push(edge);
  }
}

function trimEdge(children: Nodes[], at: 0 | -1, pattern: RegExp): string {
  const edge = children.at(at);
  if (edge?.type !== 'text') return '';
  const space = pattern.exec(edge.value)?.[0] ?? '';
  edge.value = edge.value.replace(pattern, '');
  if (edge.value === '') children.splice(at, 1);
  return space;
}

function trimBreaks(children: Nodes[]): void {
  const isBlank = (node: Nodes | undefined): boolean =>
    node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
  while (isBlank(children[0])) children.shift();
  while (isBlank(children.at(-1))) children.pop();
}

function mergeTexts(children: readonly Nodes[]): Nodes[] {
  const merged: Nodes[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (child.type === 'text' && last?.type === 'text') last.value += child.value;
    else merged.push(child);
  }
  return merged;
}
