// The last guard of the first promise: each piece of text, address and picture of the copy is on the page, or the build stops.
import type { Properties, Root as Hast } from 'hast';
import { toString as hastText } from 'hast-util-to-string';
import type { Nodes, Root as Mdast } from 'mdast';
import type { ArticleFile } from './article-file.ts';
import { unseenWords } from './unseen-words.ts';
import { walkElements, walkNodes } from './walk.ts';

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
  /** Titles of links and pictures, and what pictures show. */
  unseen: Piece[];
  links: number;
  pictures: number;
}

/** Lists the pieces of a Markdown tree. */
export function listPieces(tree: Mdast): Pieces {
  const pieces: Pieces = { main: [], notes: [], unseen: [], links: 0, pictures: 0 };
  const titles = new Map<string, string>();
  walkNodes(tree, (node) => {
    if (node.type === 'definition' && !titles.has(node.identifier))
      titles.set(node.identifier, node.title ?? '');
  });
  const collect = (root: Nodes, list: Piece[]): void => {
    walkNodes(root, (node) => {
      if (node.type === 'footnoteDefinition' && node !== root) {
        collect(node, pieces.notes);
        return false;
      }
      const { line, column } = node.position?.start ?? { line: 1, column: 1 };
      if (node.type === 'image' || node.type === 'imageReference') pieces.pictures += 1;
      if (node.type === 'link' || node.type === 'linkReference') pieces.links += 1;
      if (node.type !== 'definition')
        for (const { words } of unseenWords(node)) pieces.unseen.push({ text: words, line, column });
      if (node.type === 'linkReference' || node.type === 'imageReference') {
        const title = titles.get(node.identifier) ?? '';
        if (title !== '') pieces.unseen.push({ text: title, line, column });
      }
      if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code')
        list.push({ text: node.value, line, column });
      return undefined;
    });
  };
  collect(tree, pieces.main);
  return pieces;
}

/** Reports every piece that is not on the page as often, and in the main text as early, as in the copy. */
export function reportLostText(
  { main, notes, unseen, links, pictures }: Pieces,
  tree: Hast,
  article: ArticleFile,
): void {
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
  let shownLinks = 0;
  const shownWords = new Map<string, number>();
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
  walkElements(tree, ({ tagName, properties, position }) => {
    if (tagName === 'img' && properties['src'] !== undefined) shownPictures += 1;
    if (tagName === 'a' && properties['href'] === undefined) {
      const { line, column } = position?.start ?? { line: 1, column: 1 };
      report(line, column, 'the address of this link would not be on the page');
    }
    if (tagName === 'a' && !isOurs(properties)) shownLinks += 1;
    for (const words of [properties['title'], properties['alt']])
      if (typeof words === 'string') shownWords.set(words, (shownWords.get(words) ?? 0) + 1);
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
  for (const { text, line, column } of unseen) {
    const count = shownWords.get(text) ?? 0;
    if (count === 0) report(line, column, `these words would not be on the page: "${text.slice(0, 60)}"`);
    shownWords.set(text, count - 1);
  }
  if (shownLinks < links) report(1, 1, 'a link would not be on the page');
  if (shownPictures < pictures) report(1, 1, 'a picture would not be on the page');
}

/** Whether the renderer made this link, which the copy does not have: for a name, a paragraph or a note. */
const isOurs = (properties: Properties): boolean =>
  Array.isArray(properties['className']) ||
  'dataFootnoteRef' in properties ||
  'dataFootnoteBackref' in properties;

const squeeze = (text: string): string => text.replace(/\s+/g, '');
