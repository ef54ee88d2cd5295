// The change report as plain text, for a terminal.
import { gone } from '../reading/permalinks.ts';
import type { ChangeReport, LostPage } from './change-report.ts';

/** A heading and a line for every page, name and text that changed; ends in a line end. */
export function renderReport({ gained, changed, lost, names, words }: ChangeReport): string {
  const width = Math.max(...[...gained, ...changed, ...lost].map(({ path }) => path.length), 0) + 2;
  const renderPage = ({ path, kind, title }: { path: string; kind: string; title: string }): string =>
    `${path.padEnd(width)}${kind}, ${title}`;
  const sections: [heading: string, lines: string[]][] = [
    ['Lost', lost.map((page) => `${page.path.padEnd(width)}${renderEnd(page)}`)],
    ['Gained', gained.map(renderPage)],
    ['Changed', changed.map(renderPage)],
    [
      'Names added',
      names.map(({ title, isNewRecord, spellings }) => {
        const others = spellings.filter((spelling) => spelling !== title).join(', ');
        return `${title}${isNewRecord ? ', new' : ''}${others === '' ? '' : `: also ${others}`}`;
      }),
    ],
    [
      'Words changed',
      words.map(({ title, added, removed }) => `${title}: ${added} added, ${removed} removed`),
    ],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  if (shown.length === 0) return 'Nothing changes for a reader.\n';
  return shown
    .map(([heading, lines]) => `${heading}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n');
}

const renderEnd = ({ to }: LostPage): string =>
  to === undefined ? 'leads nowhere' : to === gone ? 'withdrawn' : `leads to ${to}`;
