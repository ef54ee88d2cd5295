// One finding: a problem in the content, where it is and how to mend it; every check and reader returns these.

export interface Finding {
  /** The check that found it, kebab-case: `front-matter`, `reference`, `fixity`. */
  check: string;
  severity: 'error' | 'warning';
  /** Path as the maintainer knows it, from the content folder's parent: `content/people/x.md`. */
  file: string;
  /** 1-based; 1 where the whole file is meant. */
  line: number;
  /** 1-based, in characters. */
  column: number;
  /** What happened, one sentence without a full stop. */
  message: string;
  /** How to fix it, one sentence without a full stop. */
  fix: string;
}

/** `file:line:column message; cure`: the form in which findings are read in a terminal. */
export function renderFinding(finding: Finding): string {
  const { file, line, column, severity, message, fix } = finding;
  return `${file}:${line}:${column} ${severity === 'warning' ? 'warning: ' : ''}${message}. ${fix}.`;
}

/** Orders findings by file, then by place in it, so that two runs print the same. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message)
  );
}

/** Code unit order: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Thrown where content is too broken to go on; carries every finding, not only the first. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super(findings.map(renderFinding).join('\n'));
    this.name = 'ContentError';
    this.findings = findings;
  }
}
