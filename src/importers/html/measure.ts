// Refuses a page that is larger or odder than any page with an article, before it is parsed or its tree read.
import type { Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { maxFileSize } from '../../reading/source.ts';

/** A long page of comments and advertisements has some ten thousand. */
const mostTags = 150_000;

/** What separates the attributes of one tag; a parser compares each attribute with all before it. */
const mostSpaces = 20_000;

/** Elements and texts that readers see; as many as can be read in about two seconds. */
const mostNodes = 40_000;

/** Far below the depth at which code that reads the tree runs out of stack. */
const deepest = 1500;

const alone = 'save the article as plain text and import that';

/** Why a page is not parsed; only scans characters, which takes almost no time. */
export function describeSigns(html: string): string | undefined {
  let tags = 0;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) {
    tags += 1;
    if (tags > mostTags) return `The page has more than ${mostTags} tags, more than any article; ${alone}.`;
  }
  let spaces = 0;
  let isOpen = false;
  for (let at = 0; at < html.length; at += 1) {
    const code = html.charCodeAt(at);
    if (code === less) isOpen = true;
    else if (code === greater) isOpen = false;
    else if (isOpen && code <= space) spaces += 1;
    if (!isOpen) spaces = 0;
    if (spaces > mostSpaces) return `A tag of the page has thousands of attributes; ${alone}.`;
  }
  return undefined;
}

const less = 60;
const greater = 62;
const space = 32;

/** Why a tree is not read; walked without recursion, which deep trees break. */
export function describeTree(tree: Root): string | undefined {
  let level: Nodes[] = [tree];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return `The file is nested too deeply to be read; ${alone}.`;
    const next: Nodes[] = [];
    for (const node of level) if ('children' in node) for (const child of node.children) next.push(child);
    level = next;
  }
  return undefined;
}

/** Why a page is not searched for its article; call it once the parts that no reader sees are removed. */
export function describeText(tree: Root): string | undefined {
  let characters = 0;
  let nodes = 0;
  visit(tree, (node) => {
    nodes += 1;
    if (node.type === 'text') characters += node.value.length;
  });
  if (nodes > mostNodes)
    return `The page has ${nodes} elements and pieces of text, more than any article; ${alone}.`;
  return characters > maxFileSize
    ? `The page has ${Math.ceil(characters / 1024)} KB of text; more than ${maxFileSize / 1024} KB is not an article. Save the article alone and import that.`
    : undefined;
}
