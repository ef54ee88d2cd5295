// Reports signs of Markdown that were not read as they were meant, and text that became something else unasked.
import type { Code, Heading, Link, LinkReference, Node, Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { articleOf } from './article-file.ts';
import { placeInNode, sourceOf } from './node-source.ts';
import { hasWords, walkNodes } from './walk.ts';

type Problem = [severity: 'error' | 'warning', message: string, fix: string];

/** Signs in plain text that show what somebody wanted; a backslash before one says that it is text. */
const unread: readonly [sign: RegExp, ...Problem][] = [
  [
    /(?<!\\)\[\^[^\]\s]+\](?!:)/,
    'error',
    'this refers to a footnote that is not there',
    'Add a line "[^…]: text" for it below, or put a backslash before "["',
  ],
  [
    /(?<!\\)\]\((?=<|\S*(?:\/|\.|#))|(?<!\\)\][ \t]+\((?=https?:)|\)\[(?=https?:)/,
    'error',
    'this is not read as a link, and readers would see its signs',
    'Write [words](https://address) without spaces in the address, or a backslash before "["',
  ],
  [
    /(?<!\\)\]\[[^\]\n]+\]/,
    'error',
    'this refers to an address that is not there',
    'Add a line "[name]: https://address" below, or put a backslash before "["',
  ],
  [
    /(?<![\\*_])(?:\*\*|__)(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])\*\*(?![*])/u,
    'warning',
    'these signs make nothing bold, and readers would see them',
    'Put them on both sides of the words, without a space inside; or a backslash before each',
  ],
  [
    /^#{1,6}(?=[\p{L}\p{N}])/mu,
    'warning',
    'this is not read as a heading',
    'Put a space after #, or a backslash before it',
  ],
  [
    /^[-*+](?=\p{L}).*\n[-*+](?=\p{L})/mu,
    'warning',
    'this is not read as a list',
    'Put a space after each sign at the start of a line, and an empty line before the list',
  ],
  [
    /^\|?[ \t]*:?-{2,}:?[ \t]*\|[-| :\t]*$/m,
    'warning',
    'this is not read as a table',
    'Give every line the same number of cells, and put an empty line before the table',
  ],
];

export function remarkMisread(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { findings, file: name } = articleOf(file);
    const source = String(file);
    const report = (node: Node, offset: number, [severity, message, fix]: Problem): void => {
      findings.push({
        check: 'misread',
        severity,
        file: name,
        ...placeInNode(source, node, offset),
        message,
        fix,
      });
    };
    let level = 1;
    walkNodes(tree, (node) => {
      if (node.type === 'text') {
        if (!/[[\]*_]|^[-+#|:]/m.test(node.value)) return;
        const typed = sourceOf(source, node);
        for (const [sign, ...problem] of unread) {
          const at = typed.search(sign);
          if (at !== -1) report(node, at, problem);
        }
        return;
      }
      const problem = describe(node, source, level);
      if (problem !== undefined) report(node, 0, problem);
      if (node.type === 'heading') level = node.depth;
    });
  };
}

function describe(node: Nodes, source: string, level: number): Problem | undefined {
  switch (node.type) {
    case 'code':
      return describeCode(node, sourceOf(source, node));
    case 'heading':
      return describeHeading(node, sourceOf(source, node), level);
    case 'link':
    case 'linkReference':
      return describeLink(node);
    default:
      return undefined;
  }
}

function describeCode(node: Code, typed: string): Problem | undefined {
  const fence = /^(?:`{3,}|~{3,})/.exec(typed)?.[0];
  if (fence === undefined) {
    return [
      'warning',
      'four spaces at the start of a line make it a block of code',
      'Remove the spaces, or put ``` on lines of their own before and after it',
    ];
  }
  const last = typed.split('\n').at(-1)?.trim() ?? '';
  const closed =
    typed.includes('\n') &&
    /^[>\s]*(?:`{3,}|~{3,})$/.test(last) &&
    last.replace(/^[>\s]*/, '').startsWith(fence);
  // Words behind the fence are reported for themselves; mostly they were to be the closing one.
  if (closed || node.meta !== null) return undefined;
  return [
    'error',
    `this block of code is not closed, so all text after it is code${node.value === '' ? ' of no words' : ''}`,
    `Put ${fence} on a line of its own where it ends`,
  ];
}

function describeHeading(node: Heading, typed: string, level: number): Problem | undefined {
  if (!typed.startsWith('#')) {
    return [
      'warning',
      'the line of signs under this makes it a heading',
      'Put an empty line between, or write the heading as ## Heading',
    ];
  }
  if (!hasWords(node))
    return ['error', 'this heading has no words', 'Remove the line, or a backslash before "#"'];
  if (node.depth === 1)
    return ['warning', 'a heading of the first level is for the title alone', 'Write ## instead of #'];
  if (node.depth <= level + 1) return undefined;
  return [
    'warning',
    `this heading skips a level: ${'#'.repeat(node.depth)} comes after ${level === 1 ? 'the title' : '#'.repeat(level)}`,
    `Write ${'#'.repeat(level + 1)}`,
  ];
}

function describeLink(node: Link | LinkReference): Problem | undefined {
  if (hasWords(node)) return undefined;
  return [
    'error',
    'this link has no words, so nobody could follow it',
    'Write its words between [ and ], or remove it',
  ];
}
