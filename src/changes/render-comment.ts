// The comment under a pull request, as Markdown: what the pull request says itself stands in code spans, where nothing works.
import { gone } from '../reading/permalinks.ts';
import { forbiddenCharacters } from '../schema/characters.ts';
import type { ReportFile } from './report-file.ts';

/** The first line of each of our comments, by which the next run finds the one to replace. */
export const commentMarker = '<!-- dateline-report -->';

/** GitHub takes 65,536 characters. */
const mostCharacters = 60_000;
/** Entries of a list that are shown. */
const mostShown = 50;

/**
 * A text that somebody else wrote, as one code span: in it no mention, link, image, tag or line of Markdown works.
 * Characters that nobody sees are left out, and a long text is cut.
 */
export function renderCode(text: string, most = 200): string {
  const plain = text
    .replace(forbiddenCharacters, '')
    .replace(/[\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/\s+/g, ' ')
    .replaceAll('`', '’')
    .trim();
  const characters = [...plain];
  const cut = characters.length > most ? `${characters.slice(0, most).join('')}…` : plain;
  return cut === '' ? '(nothing)' : `\`${cut}\``;
}

/** The whole comment; ends in a line end. */
export function renderComment({ findings, changes }: ReportFile): string {
  const parts = [commentMarker, renderFindings(findings)];
  if (changes === undefined) {
    parts.push('The files with errors cannot be read, so there is no report of what would change yet.');
  } else {
    const { gained, changed, lost, names, words } = changes;
    const sum = [gained, changed, lost].reduce((total, list) => total + list.total, 0);
    parts.push(
      '### What readers will see',
      sum === 0
        ? 'No page changes.'
        : `${count(gained.total, 'page')} gained, ${changed.total} changed, ${lost.total} lost.`,
      ...renderList('Lost', lost, ({ path, title, to }) => {
        const where =
          to === undefined ? '**leads nowhere**' : to === gone ? 'withdrawn' : `leads to ${renderCode(to)}`;
        return `${renderCode(path)} ${title === '' ? '' : `${renderCode(title)} `}${where}`;
      }),
      ...renderList('Gained', gained, renderPage),
      ...renderList('Changed', changed, renderPage),
      ...renderList('Names added', names, ({ title, isNewRecord, spellings }) => {
        const others = spellings.filter((spelling) => spelling !== title);
        const shown = others.slice(0, 12).map((spelling) => renderCode(spelling, 80));
        const more = others.length > shown.length ? ` and ${others.length - shown.length} more` : '';
        if (shown.length === 0) return `${renderCode(title)}, new`;
        return `${renderCode(title)}${isNewRecord ? ', new, also' : ': also'} ${shown.join(', ')}${more}`;
      }),
      ...renderList(
        'Words changed',
        words,
        ({ title, added, removed }) =>
          `${renderCode(title)} ${number(added)} added, ${number(removed)} removed`,
      ),
    );
  }
  const comment = `${parts.join('\n\n')}\n`;
  if (comment.length <= mostCharacters) return comment;
  const end = comment.lastIndexOf('\n', mostCharacters);
  return `${comment.slice(0, end)}\n\nThe rest is too long for a comment.\n`;
}

function renderFindings({ total, entries }: ReportFile['findings']): string {
  if (total === 0) return '### Checks\n\nNothing to fix.';
  const errors = entries.filter(({ severity }) => severity === 'error').length;
  const warnings = total - errors;
  const told = [errors > 0 && count(errors, 'error'), warnings > 0 && count(warnings, 'warning')];
  return [
    `### Checks\n\n${told.filter(Boolean).join(', ')}.${errors > 0 ? ' Errors must be fixed before this can be merged.' : ''}`,
    ...renderList('', { total, entries }, ({ severity, file, line, column, message, fix }) => {
      const place = renderCode(`${file}:${line}:${column}`);
      return `${severity === 'error' ? '**error**' : 'warning'} ${place}<br>${renderCode(message, 400)}<br>${renderCode(fix, 400)}`;
    }),
  ].join('\n\n');
}

const renderPage = ({ path, kind, title }: { path: string; kind: string; title: string }): string =>
  `${renderCode(kind)} ${renderCode(path)} ${renderCode(title)}`;

function renderList<T>(
  heading: string,
  { total, entries }: { total: number; entries: readonly T[] },
  render: (entry: T) => string,
): string[] {
  if (entries.length === 0) return [];
  const lines = entries.slice(0, mostShown).map((entry) => `- ${render(entry)}`);
  if (total > lines.length) lines.push(`- and ${number(total - lines.length)} more`);
  return [...(heading === '' ? [] : [`**${heading}**`]), lines.join('\n')];
}

const number = (amount: number): string => new Intl.NumberFormat('en').format(amount);

const count = (amount: number, noun: string): string => `${number(amount)} ${noun}${amount === 1 ? '' : 's'}`;
