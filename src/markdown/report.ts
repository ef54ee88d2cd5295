// How a plugin of the pipeline says what an article may not contain.
import type { Node } from 'mdast';
import type { ArticleFile } from './article-file.ts';

/** Adds an error at the place of a node. */
export function report(article: ArticleFile, node: Node, message: string, fix: string): void {
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

/** The start of what was typed, on one line. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
