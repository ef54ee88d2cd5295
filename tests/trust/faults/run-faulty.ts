// Runs a command of the archive that is disturbed: by a fault in the file system, a signal, or a change of its files.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Fault } from './fault-hook.ts';

const hook = fileURLToPath(new URL('fault-hook.ts', import.meta.url));
const main = fileURLToPath(new URL('../../../src/cli/main.ts', import.meta.url));

export interface Ended {
  /** `null` if a signal ended it. */
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
}

export interface Running {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** What has been printed until now. */
  output: () => string;
}

export type Env = Readonly<Record<string, string>>;

/** Starts a command; `fault` happens inside it. */
export function start(args: readonly string[], env: Env, fault?: Fault): Running {
  const child = spawn(process.execPath, [...(fault ? ['--import', hook] : []), main, ...args], {
    env: {
      SOURCE_DATE_EPOCH: '1767225600',
      ...process.env,
      ...(fault && { DATELINE_FAULT: JSON.stringify(fault) }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const ended = once(child, 'close').then(([code, signal]): Ended => ({
    code: code as number | null,
    signal: signal as NodeJS.Signals | null,
    output,
  }));
  return { child, ended, output: () => output };
}

export const run = (args: readonly string[], env: Env, fault?: Fault): Promise<Ended> =>
  start(args, env, fault).ended;

/** What is wrong with the way a disturbed command ended: it must print a sentence, and no stack trace. */
export function complainOf(
  what: string,
  { code, output }: Ended,
  expected: { code: number; says: RegExp },
): string[] {
  const said = output.trim().split('\n').slice(-4).join(' / ') || 'nothing';
  return [
    ...(code === expected.code ? [] : [`${what}: exit code ${code}, not ${expected.code}; it said: ${said}`]),
    ...(expected.says.test(output) ? [] : [`${what}: the sentence is missing; it said: ${said}`]),
    ...(/^\s+at .*[:)]\d*/m.test(output) ? [`${what}: a stack trace was printed: ${said}`] : []),
  ];
}
