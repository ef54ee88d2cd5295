// The command line: `npm run <command>` ends up here and goes on to the file of that name.
import { resolve } from 'node:path';
import { describeDiskError } from '../disk/disk-error.ts';
import { recover } from '../build/recover.ts';
import { ContentError } from '../schema/finding.ts';
import { nearest } from '../schema/sentence.ts';

/** Each takes what follows it on the command line and resolves to the exit code. */
const commands: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  start: async () => (await import('./start.ts')).runStart,
  dev: async () => (await import('./dev.ts')).runDev,
  build: async () => (await import('./build.ts')).runBuild,
  check: async () => (await import('./check.ts')).runCheck,
  report: async () => (await import('./report.ts')).runReport,
  comment: async () => (await import('./comment.ts')).runComment,
  import: async () => (await import('./import.ts')).runImport,
  new: async () => (await import('./new.ts')).runNew,
  names: async () => (await import('./names.ts')).runNames,
  schemas: async () => (await import('./schemas.ts')).runSchemas,
  export: async () => (await import('./export.ts')).runExport,
  verify: async () => (await import('./verify.ts')).runVerify,
};

/** After these there may be records that an editor does not know of yet. */
const touching = new Set(['dev', 'check', 'import', 'new', 'names']);

/** The archive of this project only: an editor opens no other. */
async function refreshEditor(): Promise<void> {
  const { contentDir } = await import('../disk/folders.ts');
  if (contentDir() !== resolve('content')) return;
  const { writeEditorFiles } = await import('../exports/editors/write-editor-files.ts');
  await writeEditorFiles(contentDir());
}

// A page talks to its own origin only, and so do the tools that make it.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) {
  const near = nearest(name, Object.keys(commands));
  console.error(`There is no command "${name}"${near ? `; did you mean "${near}"?` : '.'}`);
  console.error(`The commands are: ${Object.keys(commands).join(', ')}.`);
  process.exitCode = 2;
} else {
  try {
    recover(console.error);
    const run = await command();
    process.exitCode = await run(args);
    if (touching.has(name)) await refreshEditor();
  } catch (error) {
    const sentence = error instanceof ContentError ? error.message : describeDiskError(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exitCode = 1;
  }
}
