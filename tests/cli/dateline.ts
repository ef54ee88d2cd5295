// Runs a command of the archive as a maintainer does, in a process of its own.
import { execFile } from 'node:child_process';

export interface Run {
  code: number;
  out: string;
  err: string;
}

/** @param nodeArgs what Node itself is given */
export function dateline(
  args: readonly string[],
  env: Record<string, string>,
  nodeArgs: readonly string[] = [],
): Promise<Run> {
  return new Promise((settle) => {
    execFile(
      process.execPath,
      [...nodeArgs, 'src/cli/main.ts', ...args],
      // A day on which nothing has run out.
      { env: { SOURCE_DATE_EPOCH: '1767225600', ...process.env, ...env } },
      (error, out, err) => {
        settle({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, out, err });
      },
    );
  });
}
