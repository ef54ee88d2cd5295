// The report of an import as a maintainer reads it: what was taken, joined, left out, recognized, and what to look at.
import { countLeftOut, cutEnd, cutStart, type WrittenDraft } from './draft.ts';
import type { ImportPlan } from './plan.ts';

export interface ReportInput {
  /** The copy's file as the maintainer wrote it. */
  source: string;
  draft: WrittenDraft;
  plan: ImportPlan;
  /** Names the archive knows, with how often the article has them. */
  known: { collection: string; name: string; count: number }[];
  dryRun: boolean;
}

const number = new Intl.NumberFormat('en-GB');

/** The report, with one line end at its end. */
export function renderReport({ source, draft, plan, known, dryRun }: ReportInput): string {
  const { unplaced } = plan;
  const { leftOut, joins, paragraphs, signature } = draft;
  const authors = plan.authors.map(({ name, id }) => `${name} (people/${id})`).join(', ');
  const lines = [
    `${source} -> ${plan.file} (${plan.outcome})`,
    '',
    `Title        ${plan.title}`,
    `Authors      ${authors || 'none: unsigned'}`,
    `Published    ${plan.published}`,
    `Publication  ${plan.publication}`,
    '',
    `Words        ${renderAccount(draft)}`,
    `Paragraphs   ${paragraphs.length}`,
    '',
    ...section(`Read as byline and date: ${count(signature.length, 'line')}`, signature),
    ...section(
      `Paragraphs joined: ${joins.length}`,
      joins.map(
        ({ before, after, by }) => `${cutEnd(before)}
    + ${cutStart(after)}${by === 'a space' ? '' : ` (joined by ${by})`}`,
      ),
    ),
    ...section(
      `Left out: ${count(leftOut.length, 'block')}, ${count(countLeftOut(leftOut), 'word')}`,
      leftOut.map(
        ({ text, why }) => `${text}
    left out because ${why}`,
      ),
    ),
    ...section(
      `Names the archive knows: ${known.length}`,
      ['people', 'places', 'organizations'].flatMap((collection) => {
        const names = known.filter((entry) => entry.collection === collection);
        return names.length === 0 ? [] : [`${collection}: ${names.map(renderCount).join(', ')}`];
      }),
    ),
    ...section(
      `Capitalized names it does not know: ${unplaced.length}`,
      unplaced.length === 0 ? [] : [unplaced.map(renderCount).join(', ')],
    ),
    ...section('To look at', [...draft.doubts, ...plan.notes]),
    ...section(
      dryRun ? 'Would be written (dry run: nothing was)' : 'Written',
      plan.files.map(({ file }) => file),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderAccount({ account }: WrittenDraft): string {
  const { source, headline, byline, date, fields, body, leftOut, mended } = account;
  const parts = [
    `${number.format(headline)} headline`,
    `${number.format(byline)} byline`,
    `${number.format(date)} date`,
    ...(fields > 0 ? [`${number.format(fields)} other fields`] : []),
    `${number.format(body)} body`,
    `${number.format(leftOut)} left out`,
  ];
  if (mended > 0) parts.push(`${number.format(mended)} joined to the word before`);
  return `${number.format(source)} in = ${parts.join(' + ')}`;
}

const count = (many: number, noun: string): string =>
  `${number.format(many)} ${noun}${many === 1 ? '' : 's'}`;
const renderCount = ({ name, count: times }: { name: string; count: number }): string =>
  times === 1 ? name : `${name} (${times})`;

function section(title: string, entries: readonly string[]): string[] {
  return [title, ...entries.map((entry) => `  - ${entry}`), ''];
}
