// The last guard of the first promise: each piece of text and each picture of the copy is on the page, or the build stops.
import type { Root as Hast } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import type { Nodes, Root as Mdast } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ArticleFile } from './article-file.ts';
import { walkNodes } from './walk.ts';

interface Piece {
  text: string;
  line: number;
  column: number;
}

/** What a reader should see of a copy, taken before anything is changed. */
export interface Pieces {
  /** In the order of the text. */
  main: Piece[];
  /** Of the footnotes, which stand at the end of the page wherever they stood in the file. */
  notes: Piece[];
  pictures: number;
}

/** Lists the pieces of a Markdown tree. */
export function listPieces(tree: Mdast): Pieces {
  const pieces: Pieces = { main: [], notes: [], pictures: 0 };
  const collect = (root: Nodes, list: Piece[]): void => {
    walkNodes(root, (node) => {
      if (node.type === 'footnoteDefinition' && node !== root) {
        collect(node, pieces.notes);
        return false;
      }
      if (node.type === 'image' || node.type === 'imageReference') pieces.pictures += 1;
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
        const { line, column } = node.position?.start ?? { line: 1, column: 1 };
        list.push({ text: node.value, line, column });
      }
      return undefined;
    });
  };
  collect(tree, pieces.main);
  return pieces;
}

/** Reports every piece that is not on the page as often, and in the main text as early, as in the copy. */
export function reportLostText({ main, notes, pictures }: Pieces, tree: Hast, article: ArticleFile): void {
  const report = (line: number, column: number, message: string): void => {
    article.findings.push({
      check: 'lost-text',
      severity: 'error',
      file: article.file,
      line,
      column,
      message,
      fix: 'Simplify the Markdown around it',
    });
  };
  let noteText = '';
  let shownPictures = 0;
  const mainText = squeeze(
    tree.children
      .map((child) => {
        const text = child.type === 'element' ? hastText(child) : '';
        if (child.type !== 'element' || child.tagName !== 'section') return text;
        noteText += squeeze(text);
        return '';
      })
      .join(''),
  );
  visit(tree, 'element', ({ tagName }) => {
    if (tagName === 'img') shownPictures += 1;
  });
  let at = 0;
  for (const { text, line, column } of main) {
    const squeezed = squeeze(text);
    const found = mainText.indexOf(squeezed, at);
    if (found === -1) report(line, column, `this text would not be on the page: "${text.slice(0, 60)}"`);
    else at = found + squeezed.length;
  }
  for (const { text, line, column } of notes) {
    const squeezed = squeeze(text);
    const found = noteText.indexOf(squeezed);
    if (found === -1) report(line, column, `this note would not be on the page: "${text.slice(0, 60)}"`);
    else noteText = `${noteText.slice(0, found)}\u0000${noteText.slice(found + squeezed.length)}`;
  }
  if (shownPictures < pictures) report(1, 1, 'a picture would not be on the page');
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');
