// The command "names": writes a table of all names without a record, and carries out the decisions made in it.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { buildArchive } from '../archive/build.ts';
import { describeError } from '../disk/disk-error.ts';
import { contentDir } from '../disk/folders.ts';
import { saveFile } from '../disk/save-file.ts';
import { buildKnownArchive } from '../importers/known.ts';
import { FilePlan } from '../importers/names/file-plan.ts';
import { gatherNames, type GatheredName } from '../importers/names/gather-names.ts';
import { renderNameTable } from '../importers/names/name-table.ts';
import { listDecisions, planDecisions } from '../importers/names/plan-decisions.ts';
import { planWikidata, type WikidataReport } from '../importers/names/plan-wikidata.ts';
import { readTable } from '../importers/names/read-table.ts';
import { readWikidata } from '../importers/names/wikidata-table.ts';
import { saveFiles } from '../importers/save.ts';
import { readArchive } from '../reading/read.ts';
import { count } from './examine.ts';

const usual = 'names.csv';

const usage = `Usage: npm run names -- [FILE]          write the table of names without a record to ${usual}, or to FILE
       npm run names -- --apply FILE    do what the table says
       npm run names -- --from FILE     fill records from a table of Wikidata's query service or of OpenRefine

  Open the table in a spreadsheet and fill in its last columns; each row is a name:
  kind         person, place, organization, or a kind of place such as city; yes for what was guessed
  join         the id or name of the record, if this is another spelling of it
  wikidata     the item's number in Wikidata, if you are certain
  description  one sentence that tells a stranger who or what it is
  ignore       x if it is not a name
  Save it as CSV UTF-8. Rows without a decision are skipped, and a second run changes nothing.`;

type Command = { help: true } | { file: string; work: 'list' | 'apply' | 'from' };

/** Exit code 0 if it is done, 1 if nothing was written because of problems, 2 if the command was not understood. */
export async function runNames(args: string[]): Promise<number> {
  const command = readCommand(args);
  if ('complaint' in command) {
    console.error(`${command.complaint}\n\n${usage}`);
    return 2;
  }
  if ('help' in command) {
    console.log(usage);
    return 0;
  }
  const root = contentDir();
  const reading = await readArchive(root);
  const gathered = gatherNames(buildArchive(reading.entries));
  const { file, work } = command;
  if (work === 'list') return writeTable(file, gathered);
  const table = readTable(file, file);
  if ('problem' in table) {
    console.error(table.problem);
    return 1;
  }
  const plan = new FilePlan(buildKnownArchive(root, reading));
  let report: WikidataReport = { unnamed: [], notes: [] };
  if (work === 'apply') planDecisions(table, file, gathered, plan);
  else {
    const { items, problems } = readWikidata(table, file);
    plan.problems.push(...problems);
    report = planWikidata(items, file, gathered, plan);
  }
  const files = plan.problems.length > 0 ? [] : plan.render();
  if (plan.problems.length > 0) {
    console.error([...plan.problems, 'Nothing was written.'].join('\n'));
    return 1;
  }
  try {
    saveFiles(files);
  } catch (error) {
    console.error(`The archive cannot be written. ${describeError(error)}`);
    return 1;
  }
  console.log(renderDone(plan, report));
  return 0;
}

function readCommand(args: string[]): Command | { complaint: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        apply: { type: 'string' },
        from: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const { apply, from, help } = values;
    if (help) return { help };
    const [file = usual, other] = positionals;
    if ([apply, from, positionals[0]].filter((one) => one !== undefined).length > 1 || other !== undefined)
      return { complaint: '"names" takes one file.' };
    if (apply === '' || from === '') return { complaint: 'Say which file.' };
    if (apply !== undefined) return { file: apply, work: 'apply' };
    return from === undefined ? { file, work: 'list' } : { file: from, work: 'from' };
  } catch {
    return { complaint: `"names" does not understand "${args.join(' ')}".` };
  }
}

/** Decisions in an existing table of that name are kept. */
function writeTable(file: string, gathered: readonly GatheredName[]): number {
  const before = existsSync(file) ? readTable(file, file) : undefined;
  if (before !== undefined && ('problem' in before || !before.columns.includes('name'))) {
    console.error(
      `${'problem' in before ? before.problem : `${file} is not a table of names.`} It was left as it was; give another file.`,
    );
    return 1;
  }
  try {
    saveFile(file, renderNameTable(gathered, before && listDecisions(before)));
  } catch (error) {
    console.error(`${file} cannot be written. ${describeError(error)}`);
    return 1;
  }
  console.log(
    `Written: ${file}, ${count(gathered.length, 'name')} without a record. Fill in its last columns, save it as CSV UTF-8, then run: npm run names -- --apply ${file}`,
  );
  return 0;
}

/** How many are listed; the rest are only counted. */
const mostNamed = 10;

function renderDone(plan: FilePlan, { unnamed, notes }: WikidataReport): string {
  const { added, filled } = plan.counts;
  const ignored = plan.ignored.size;
  const lines = [...plan.ignored.values()].reduce((sum, times) => sum + times, 0);
  const parts = [
    added > 0 && `${count(added, 'record')} written`,
    filled > 0 &&
      `${count(filled, 'record')} filled in, with ${count(plan.aliases, 'alias').replace('aliass', 'aliases')} more`,
    ignored > 0 && `${count(ignored, 'name')} ignored, in ${count(lines, 'article')} in all`,
    plan.unchanged > 0 && `${count(plan.unchanged, 'decision')} already carried out`,
  ].filter((part) => part !== false);
  const sentences = [
    `${parts.length === 0 ? 'There is no decision in the table, so nothing has changed' : parts.join('; ')}.`,
    ...notes,
  ];
  if (unnamed.length > 0) {
    const more = unnamed.length > mostNamed ? ` and ${unnamed.length - mostNamed} more` : '';
    sentences.push(
      `Left out, because neither a record nor an article names them: ${unnamed.slice(0, mostNamed).join(', ')}${more}.`,
    );
  }
  if (added + filled + ignored > 0) sentences.push('npm run check says whether anything is left to do.');
  return sentences.join('\n');
}
