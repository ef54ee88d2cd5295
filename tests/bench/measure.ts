// Measures a command with all that it starts: seconds on the clock, seconds of computing, and the most memory at a time.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measurement {
  /** Seconds on the clock. */
  wall: number;
  /** Seconds of computing, of all processes. */
  cpu: number;
  /** The most memory of the whole tree of processes at a time; 0 where there is no /proc. */
  megabytes: number;
}

/** Milliseconds between two looks at the memory. */
const lookEvery = 100;

/**
 * @throws Error with what the command printed if it fails
 */
export async function measure(
  command: readonly string[],
  options: { cwd: string; env?: Readonly<Record<string, string>> },
): Promise<Measurement> {
  const start = performance.now();
  // Bash adds up what its children have computed, and theirs.
  const child = spawn('bash', ['-c', '"$@"; code=$?; echo; times; exit $code', 'bash', ...command], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  let megabytes = 0;
  const timer = setInterval(() => {
    megabytes = Math.max(megabytes, readTree(child.pid ?? 0));
  }, lookEvery);
  const code = await new Promise<number | null>((settle) => child.once('close', settle));
  clearInterval(timer);
  const wall = (performance.now() - start) / 1000;
  if (code !== 0) {
    const said = (printed + errors).split('\n').filter((line) => !line.includes(' warning: '));
    throw new Error(`${command.join(' ')} has failed:\n${said.slice(-20).join('\n')}`);
  }
  const cpu = [...(printed.trimEnd().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  );
  return { wall, cpu, megabytes };
}

/** Megabytes that a process and all its descendants have in memory. */
function readTree(root: number): number {
  const parents = new Map<number, number>();
  const pages = new Map<number, number>();
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return 0;
  }
  for (const name of names) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
      pages.set(Number(name), Number(readFileSync(`/proc/${name}/statm`, 'utf8').split(' ')[1]));
    } catch {
      // It has ended meanwhile.
    }
  }
  const isInTree = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  const kilobytes = [...pages].reduce((sum, [id, count]) => (isInTree(id) ? sum + count * 4 : sum), 0);
  return kilobytes / 1024;
}
