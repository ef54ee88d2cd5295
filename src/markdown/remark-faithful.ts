// Reports what a copy may not contain: raw HTML, unsafe links, pictures from elsewhere, definitions nobody would see.
import type {
  Code,
  Definition,
  FootnoteDefinition,
  Image,
  InlineCode,
  Link,
  List,
  Node,
  Root,
  Text,
} from 'mdast';
import type { VFile } from 'vfile';
import { visit } from 'unist-util-visit';
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import { pictureName } from '../schema/picture.ts';
import { imageUrl, sitePath } from '../urls.ts';
import { articleOf, type ArticleFile } from './article-file.ts';

const safeProtocols = new Set(['http:', 'https:', 'mailto:']);

export function remarkFaithful(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const article = articleOf(file);
    const referenced = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'footnoteReference') referenced.add(`^${node.identifier}`);
      if (node.type === 'linkReference' || node.type === 'imageReference') referenced.add(node.identifier);
    });
    const pictures = new Set<string>();
    visit(tree, 'imageReference', (node) => void pictures.add(node.identifier));
    const defined = new Set<string>();
    let htmlSeen = false;
    visit(tree, (node) => {
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

function checkLink(article: ArticleFile, node: Link | Definition): void {
  const { url } = node;
  if (/^\/(?!\/)/.test(url)) {
    // The archive may live under a path of its own.
    node.url = sitePath(url.slice(1));
    return;
  }
  if (/^(?:#|\.{1,2}\/)/.test(url) && !/[\\\u0000-\u001f]/.test(url)) return;
  const protocol = URL.canParse(url) ? new URL(url).protocol : undefined;
  if (protocol !== undefined && safeProtocols.has(protocol)) return;
  report(
    article,
    node,
    `this link does not lead to a web address: "${shorten(url)}"`,
    'Begin it with https://, http:// or mailto:, or with / for a page of this archive',
  );
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

/** A picture lies beside the article, in the folder that has its name: `![...](slug/photo.jpg)`. */
function checkPicture(article: ArticleFile, node: Image | Definition): void {
  const slug = article.id.split('/').at(-1) ?? '';
  const fix = `Put the file into the folder "${slug}" beside the article and write ![what it shows](${slug}/name.jpg)`;
  let path: string;
  try {
    path = decodeURIComponent(node.url);
  } catch {
    report(article, node, `the picture's address is not readable: "${shorten(node.url)}"`, fix);
    return;
  }
  const name = path.replace(/^\.\//, '').slice(slug.length + 1);
  if (!path.replace(/^\.\//, '').startsWith(`${slug}/`) || /[/\\]|^\./.test(name)) {
    report(
      article,
      node,
      `a picture must lie in the article's own folder, not at "${shorten(node.url)}"`,
      fix,
    );
  } else if (!pictureName.test(name)) {
    report(
      article,
      node,
      `"${name}" is not a picture the archive publishes`,
      'Use AVIF, GIF, JPEG, PNG or WebP, and letters a-z, digits, dots and hyphens in its name',
    );
  } else if (!article.images.has(name)) {
    report(article, node, `the picture "${name}" is missing`, fix);
  } else {
    node.url = imageUrl(article.id, name);
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

function report(article: ArticleFile, node: Node, message: string, fix: string): void {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  article.findings.push({
    check: 'markdown',
    severity: 'error',
    file: article.file,
    line,
    column,
    message,
    fix,
  });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
