// The three forms in which findings are printed: for eyes, for GitHub's annotations, and as data.
import { forbiddenCharacters, renderCodePoint } from '../schema/characters.ts';
import { compareText, renderFinding, type Finding } from '../schema/finding.ts';

/** Each takes findings in order and returns what is printed; empty if there is nothing to say. */
export const formats: Readonly<Record<string, (findings: readonly Finding[]) => string>> = {
  terminal: renderForTerminal,
  github: renderForGithub,
  json: renderAsJson,
};

/** One a line, errors last, where they are seen; nothing in it can move the cursor or turn the text around. */
export function renderForTerminal(findings: readonly Finding[]): string {
  return findings
    .toSorted((a, b) => compareText(b.severity, a.severity))
    .map((finding) => showControls(renderFinding(finding)))
    .join('\n');
}

const showControls = (text: string): string =>
  text
    .replace(/[\n\r\t]/g, ' ')
    .replace(forbiddenCharacters, (character) => `<${renderCodePoint(character)}>`);

/**
 * Workflow commands, one a line; a step shows the first ten errors and the first ten warnings.
 * See https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
 */
function renderForGithub(findings: readonly Finding[]): string {
  return findings
    .toSorted((a, b) => compareText(a.severity, b.severity))
    .map(({ check, severity, file, line, column, message, fix }) => {
      const places = { file, line: String(line), col: String(column), title: check };
      const properties = Object.entries(places).map(([name, value]) => `${name}=${escapeProperty(value)}`);
      return `::${severity} ${properties.join(',')}::${escapeMessage(showControls(`${message}. ${fix}.`))}`;
    })
    .join('\n');
}

const escapeMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Always an array, with the same keys in the same order. */
function renderAsJson(findings: readonly Finding[]): string {
  const rows = findings.map(({ check, severity, file, line, column, message, fix }) => ({
    check,
    severity,
    file,
    line,
    column,
    message,
    fix,
  }));
  return JSON.stringify(rows, null, 2);
}
