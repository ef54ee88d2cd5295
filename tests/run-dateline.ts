// Runs a command of the archive as a maintainer does, in a process of its own.
import { execFile } from 'node:child_process';

export interface Outcome {
  code: number;
  /** All that was printed, errors last. */
  output: string;
  printed: string;
  errors: string;
}

/**
 * @param env chooses the content, the output and the cache
 * @param project the folder of the project; by default the one that the tests are run in
 */
export function runDateline(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  project = '.',
): Promise<Outcome> {
  return new Promise((settle) => {
    execFile(
      process.execPath,
      ['src/cli/main.ts', ...args],
      // A day on which nothing has run out.
      {
        cwd: project,
        env: { SOURCE_DATE_EPOCH: '1767225600', ...process.env, ...env },
        maxBuffer: 256 * 2 ** 20,
      },
      (error, out, err) => {
        const code = typeof error?.code === 'number' ? error.code : error === null ? 0 : 1;
        settle({ code, output: out + err, errors: err, printed: out });
      },
    );
  });
}
