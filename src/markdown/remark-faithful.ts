// Reports what a copy may not contain: raw HTML, unsafe links, pictures from elsewhere, definitions nobody would see.
import type { Code, Definition, FootnoteDefinition, InlineCode, List, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import { articleOf, type ArticleFile } from './article-file.ts';
import { checkLink } from './link-address.ts';
import { checkPicture, checkWords } from './picture.ts';
import { report, shorten } from './report.ts';
import { walkNodes } from './walk.ts';

export function remarkFaithful(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const article = articleOf(file);
    const referenced = new Set<string>();
    const pictures = new Set<string>();
    walkNodes(tree, (node) => {
      if (node.type === 'footnoteReference') referenced.add(`^${node.identifier}`);
      if (node.type === 'linkReference' || node.type === 'imageReference') referenced.add(node.identifier);
      if (node.type === 'imageReference') pictures.add(node.identifier);
      if (node.type === 'image' || node.type === 'imageReference') checkWords(article, node);
    });
    const defined = new Set<string>();
    let htmlSeen = false;
    walkNodes(tree, (node) => {
      switch (node.type) {
        case 'html':
          // The opening tag says it all.
          if (node.value.startsWith('</') && htmlSeen) break;
          htmlSeen = true;
          report(
            article,
            node,
            `raw HTML is not allowed in an article: ${shorten(node.value)}`,
            'Write it as Markdown; if it is part of the text, put a backslash before "<"',
          );
          break;
        case 'code':
          checkInfo(article, node);
          break;
        case 'text':
        case 'inlineCode':
          checkCharacters(article, node, String(file));
          break;
        case 'list':
          checkNumbers(article, node, String(file));
          break;
        case 'link':
          checkLink(article, node);
          break;
        case 'image':
          checkPicture(article, node);
          break;
        case 'definition':
          if (pictures.has(node.identifier)) checkPicture(article, node);
          else checkLink(article, node);
          checkDefinition(article, node, node.identifier, referenced, defined);
          break;
        case 'footnoteDefinition':
          checkDefinition(article, node, `^${node.identifier}`, referenced, defined);
          break;
      }
    });
  };
}

/** What stands behind the opening of a code fence is for machines and on no page; a language is all it may name. */
function checkInfo(article: ArticleFile, node: Code): void {
  const info = [node.lang, node.meta].filter((part) => typeof part === 'string').join(' ');
  if (info === '' || /^[a-z][a-z0-9+#-]{0,15}$/.test(info)) return;
  report(
    article,
    node,
    `readers would never see "${shorten(info)}"`,
    'Put it on a line of its own, or a backslash before ``` or ~~~ if that is part of the text',
  );
}

/** A reference such as &#8238; can name a character that may not be there, or none at all. */
function checkCharacters(article: ArticleFile, node: Text | InlineCode, source: string): void {
  const control = node.value.match(forbiddenCharacters)?.[0];
  const { start, end } = node.position ?? {};
  const typed = source.slice(start?.offset ?? 0, end?.offset ?? 0);
  if (control !== undefined) {
    const name = renderCodePoint(control);
    report(article, node, `this names the invisible control character ${name}`, 'Remove the reference');
  } else if (node.value.includes('\ufffd') && !typed.includes('\ufffd')) {
    report(
      article,
      node,
      'a character reference here names no character',
      'Correct it, or put a backslash before "&"',
    );
  }
}

/** Markdown counts on from the first number whatever the others are, and a reader would see another than the copy has. */
function checkNumbers(article: ArticleFile, list: List, source: string): void {
  if (list.ordered !== true) return;
  for (const [index, item] of list.children.entries()) {
    const shown = (list.start ?? 1) + index;
    const offset = item.position?.start.offset ?? 0;
    const typed = /^\d+[.)]/.exec(source.slice(offset, offset + 12))?.[0];
    if (typed === undefined || typed === `${shown}.`) continue;
    report(
      article,
      item,
      `readers would see "${shown}." here, not "${typed}"`,
      `Write "${shown}.", or put a backslash before the sign, as in ${typed.slice(0, -1)}\\${typed.slice(-1)}`,
    );
    return;
  }
}

function checkDefinition(
  article: ArticleFile,
  node: Definition | FootnoteDefinition,
  identifier: string,
  referenced: ReadonlySet<string>,
  defined: Set<string>,
): void {
  const fix = 'Refer to it in the text, remove it, or put a backslash before "[" if it is part of the text';
  if (!referenced.has(identifier)) {
    report(article, node, `nothing refers to [${identifier}], so readers would never see this line`, fix);
  } else if (defined.has(identifier)) {
    report(
      article,
      node,
      `[${identifier}] is defined twice, so readers would never see this line`,
      'Give it another name',
    );
  }
  defined.add(identifier);
}
