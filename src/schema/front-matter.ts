// Splits a content file into front matter and body and reads the YAML as plain text, with the place of every value.
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit, type Document, type Range } from 'yaml';
import { forbiddenCharacters, renderCodePoint } from './characters.ts';
import type { Finding } from './finding.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { findDeepBrackets, listYamlProblems } from './yaml-problems.ts';

export interface Position {
  /** 1-based. */
  line: number;
  /** 1-based. */
  column: number;
}

export interface FrontMatter {
  /** Every scalar as the text that was typed: no dates, numbers, booleans or nulls. */
  data: unknown;
  /** Markdown after the closing fence, without the blank line under it. */
  body: string;
  /** The line on which `body` starts, 1-based. */
  bodyLine: number;
  /** Where the value at a path stands, or the key, or the nearest parent that exists. */
  locate(path: readonly PropertyKey[], what?: 'key' | 'value'): Position;
  findings: Finding[];
}

/** More than any honest front matter; beyond it YAML is not even parsed. */
const maxFrontMatter = 64 * 1024;

/**
 * Reads the text of one content file. Never throws: what is wrong comes back as findings.
 * @param source the whole file, line ends as LF, no byte order mark
 * @param file the path to name in findings
 */
export function readFrontMatter(source: string, file: string): FrontMatter {
  const findings: Finding[] = [];
  const report = ({ line, column }: Position, message: string, fix: string): void => {
    findings.push({ check: 'front-matter', severity: 'error', file, line, column, message, fix });
  };
  const nowhere = (): Position => ({ line: 1, column: 1 });
  const fences = /^---[ \t]*\n(?<yaml>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/.exec(source);
  const yaml = fences?.groups?.['yaml'];
  if (fences === null || yaml === undefined || yaml.length > maxFrontMatter) {
    if (yaml !== undefined) report(nowhere(), 'the front matter is larger than 64 KB', 'Shorten it');
    else if (/^---[^\n]*[^\s-]|^----/.test(source))
      report(nowhere(), 'the first line is more than ---', 'Write --- alone on the first line');
    else if (source.startsWith('---'))
      report(nowhere(), 'the front matter is not closed', 'Put a line with only --- under its last field');
    else
      report(
        nowhere(),
        'there is no front matter',
        'Begin the file with a line of ---, its fields, and another ---',
      );
    return { data: undefined, body: '', bodyLine: 1, locate: nowhere, findings };
  }

  const opening = fences[0];
  const gap = /^(?:[ \t]*\n)+/.exec(source.slice(opening.length))?.[0] ?? '';
  const body = source.slice(opening.length + gap.length);
  const bodyLine = (opening + gap).split('\n').length;
  const plain = yaml.search(forbiddenCharacters) === -1 ? readPlainYaml(yaml) : undefined;
  if (plain !== undefined) {
    // Places are needed only if something is wrong, and then usually more than one.
    let parsed: ReturnType<typeof parseYaml> | undefined;
    const locate: FrontMatter['locate'] = (path, what) => (parsed ??= parseYaml(yaml)).locate(path, what);
    return { data: plain, body, bodyLine, locate, findings };
  }
  const deep = findDeepBrackets(yaml);
  if (deep !== undefined) {
    const line = yaml.slice(0, deep.offset).split('\n').length + 1;
    report({ line, column: 1 }, deep.message, deep.fix);
    return { data: undefined, body, bodyLine, locate: nowhere, findings };
  }
  const { document, position, locate } = parseYaml(yaml);
  for (const { offset, message, fix } of listYamlProblems(document, yaml))
    report(position(offset), message, fix);
  reportTraps(document, yaml, (offset, message, fix) => report(position(offset), message, fix));
  return { data: findings.length > 0 ? undefined : document.toJS(), body, bodyLine, locate, findings };
}

function parseYaml(yaml: string): {
  document: Document;
  position: (offset: number) => Position;
  locate: FrontMatter['locate'];
} {
  const counter = new LineCounter();
  const document = parseDocument(yaml, { schema: 'failsafe', lineCounter: counter, prettyErrors: false });
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: line + 1, column: col };
  };
  return { document, position, locate: (path, what = 'value') => position(offsetOf(document, path, what)) };
}

/** YAML that is valid and still would lose, hide or multiply something. */
function reportTraps(
  document: Document,
  yaml: string,
  report: (offset: number, message: string, fix: string) => void,
): void {
  let multiplied = false;
  const reportAnchor = ({ anchor, range }: { anchor?: string; range?: Range | null }): void => {
    if (anchor === undefined || multiplied) return;
    multiplied = true;
    report(
      range?.[0] ?? 0,
      'YAML anchors (&name) are not used here',
      'Remove it, or put the value in quotes',
    );
  };
  visit(document, {
    // One finding is enough: a bomb has thousands.
    Alias(_key, node) {
      if (!multiplied) {
        report(
          node.range?.[0] ?? 0,
          'YAML aliases (*name) are not used here',
          'Write the value out, or put it in quotes',
        );
      }
      multiplied = true;
    },
    Collection: (_key, node) => reportAnchor(node),
    Scalar(key, node) {
      reportAnchor(node);
      if (key === 'key' && node.value === '__proto__')
        report(node.range?.[0] ?? 0, '"__proto__" cannot be the name of a field', 'Remove the line');
      // YAML can spell them as escapes, so the value counts, not what stands in the file.
      const control = String(node.value).match(forbiddenCharacters)?.[0];
      if (control !== undefined) {
        const name = renderCodePoint(control);
        report(node.range?.[0] ?? 0, `this value holds the invisible control character ${name}`, 'Delete it');
      }
      // An empty value also has the comment on the line under it.
      const end = node.range?.[1] ?? 0;
      if (
        key !== 'key' &&
        node.type === 'PLAIN' &&
        /^[ \t]*#/.test(yaml.slice(end, yaml.indexOf('\n', end)))
      ) {
        report(
          end,
          'what follows " #" is a comment to YAML and would be lost',
          'Put the whole value in double quotes, or the comment on a line of its own',
        );
      }
    },
  });
}

function offsetOf(document: Document, path: readonly PropertyKey[], what: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const [depth, step] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && item.key.value === step);
      if (pair === undefined) return offset;
      const last = depth === path.length - 1;
      const keyOffset = isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset;
      node = pair.value;
      offset = last && what === 'key' ? keyOffset : (rangeStart(node) ?? keyOffset);
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      offset = rangeStart(node) ?? offset;
    } else {
      return offset;
    }
  }
  return offset;
}

function rangeStart(node: unknown): number | undefined {
  if (isScalar(node) || isMap(node) || isSeq(node)) return node.range?.[0];
  return undefined;
}
