// The command line: `npm run <command>` ends up here and goes on to the file of that name.
import { ContentError } from '../schema/finding.ts';
import { nearest } from '../schema/sentence.ts';

/** Each takes what follows it on the command line and resolves to the exit code. */
const commands: Readonly<Record<string, () => Promise<(args: string[]) => Promise<number>>>> = {
  start: async () => (await import('./start.ts')).runStart,
  dev: async () => (await import('./dev.ts')).runDev,
  build: async () => (await import('./build.ts')).runBuild,
  check: async () => (await import('./check.ts')).runCheck,
  import: async () => (await import('./import.ts')).runImport,
  new: async () => (await import('./new.ts')).runNew,
  export: async () => (await import('./export.ts')).runExport,
  verify: async () => (await import('./verify.ts')).runVerify,
};

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
    const run = await command();
    process.exitCode = await run(args);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
