// `npm run export`: a copy of the archive to keep elsewhere, as a bag of its content or a ZIP file of its site.
import { existsSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeError } from '../disk/disk-error.ts';
import { contentDir, outDir } from '../disk/folders.ts';
import { lockOutput } from '../build/output-lock.ts';
import { writeBag } from '../exports/preservation/bag.ts';
import { writeSiteArchive } from '../exports/preservation/site-archive.ts';
import { runBuild } from './build.ts';
import { count, examineContent, renderFindings } from './examine.ts';
import { runExportHosting } from './export-hosting.ts';
import { buildProgress } from './progress.ts';

const usage = `npm run export -- bag [FOLDER] [--date YYYY-MM-DD]
    packs the content into a BagIt bag (default: archive-bag)
npm run export -- NAME.zip
    builds the site and packs it into a ZIP file that can be read without a network
Both refuse to write over what is there. "npm run verify -- FOLDER" compares a bag, or an unpacked ZIP file, with its checksums.
npm run export -- hosting HOST
    writes the files by which a host serves the site that was built last; "hosting --help" says more`;

/** Exit code 2 for a command line that says nothing, 1 if nothing was written. */
export async function runExport(args: string[]): Promise<number> {
  if (args[0] === 'hosting') return runExportHosting(args.slice(1));
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: { date: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    return 2;
  }
  const { positionals, values } = parsed;
  const [what = '', folder = 'archive-bag', ...more] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const isArchive = /\.zip$/i.test(what);
  if ((what !== 'bag' && !isArchive) || more.length > 0 || (isArchive && positionals.length > 1)) {
    console.error(what === '' ? usage : `"${positionals.join(' ')}" cannot be exported.\n${usage}`);
    return 2;
  }
  if (values.date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(values.date)) {
    console.error(`"${values.date}" is no day. Write it as YYYY-MM-DD.`);
    return 2;
  }
  const target = resolve(isArchive ? what : folder);
  const shown = relative(process.cwd(), target);
  if (existsSync(target)) {
    console.error(`${shown} is there already. Remove it, or choose another name.`);
    return 1;
  }
  try {
    return await (isArchive ? exportSite(target, shown) : exportBag(target, shown, values.date));
  } catch (error) {
    console.error(`${shown} was not written. ${describeError(error)}`);
    return 1;
  }
}

async function exportBag(bag: string, shown: string, date: string | undefined): Promise<number> {
  const examination = await examineContent(buildProgress());
  if (examination.errors > 0) {
    console.error(renderFindings(examination));
    console.error(`${shown} was not written: a bag keeps content that is sound.`);
    return 1;
  }
  const { files, size } = await writeBag({ content: contentDir(), bag, date });
  console.log(`Wrote ${shown}: ${count(files, 'file')}, ${size.toLocaleString('en')} bytes.`);
  return 0;
}

async function exportSite(target: string, shown: string): Promise<number> {
  // Held until the site is packed, so that no other build replaces it meanwhile.
  const lock = lockOutput(outDir());
  const folder = basename(target).replace(/\.zip$/i, '');
  let files;
  try {
    const built = await runBuild();
    if (built !== 0) return built;
    files = await writeSiteArchive(outDir(), target, folder);
  } finally {
    lock.release();
  }
  console.log(
    `Wrote ${shown}: ${count(files, 'file')}. Unpack it, and ${folder}/READ-ME-FIRST.txt says how to read it.`,
  );
  return 0;
}
