// Checks the words of a copy outside its paragraphs: titles of links and pictures, and what a picture shows.
import type { Nodes } from 'mdast';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import type { Finding } from '../schema/finding.ts';
import { findMarkup } from '../schema/markup.ts';
import { placeInNode, sourceOf } from './node-source.ts';

/** The title and the text of a node, if it has them, and what they are. */
export function unseenWords(node: Nodes): { words: string; what: string }[] {
  const of = node.type.startsWith('image') ? 'picture' : 'link';
  const title = 'title' in node ? (node.title ?? '') : '';
  const alt = 'alt' in node ? (node.alt ?? '') : '';
  return [
    { words: alt, what: 'text of a picture' },
    { words: title, what: `title of a ${of}` },
  ].filter(({ words }) => words !== '');
}

/** Markup in them is shown as typed; invisible characters are not allowed. */
export function checkUnseenWords(node: Nodes, source: string, file: string): Finding[] {
  return unseenWords(node).flatMap(({ words, what }): Finding[] => {
    const control = words.match(forbiddenCharacters)?.[0];
    const markup = findMarkup(words);
    const at = markup === undefined ? -1 : sourceOf(source, node).indexOf(markup.text);
    const place = { file, ...placeInNode(source, node, Math.max(0, at)) };
    const findings: Finding[] = [];
    if (control !== undefined) {
      findings.push({
        check: 'markdown',
        severity: 'error',
        ...place,
        message: `the ${what} names the invisible control character ${renderCodePoint(control)}`,
        fix: 'Remove the reference',
      });
    }
    if (markup !== undefined) {
      findings.push({
        check: 'markup',
        severity: 'warning',
        ...place,
        message: `readers would see "${markup.text}" in the ${what} as it stands`,
        fix: 'Write plain text there, without markup',
      });
    }
    return findings;
  });
}
