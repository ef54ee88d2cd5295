// Swaps two folders in one step where the system can, so that there is no moment without a site.
import { spawnSync } from 'node:child_process';
import { lstatSync } from 'node:fs';

/**
 * Linux does it with renameat2(2) and RENAME_EXCHANGE, which Node does not offer. Two programs do: `mv` of
 * GNU coreutils since 9.5, and Perl, which nearly every Linux has, by the number of the system call.
 */
const renameat2: Readonly<Record<string, number>> = { x64: 316, arm64: 276, riscv64: 276 };
const atWorkingFolder = -100;
const exchange = 2;

function programs(): readonly (readonly [string, ...string[]])[] {
  if (process.platform !== 'linux') return [];
  const call = renameat2[process.arch];
  const script = `exit(syscall(${call}, ${atWorkingFolder}, $ARGV[0], ${atWorkingFolder}, $ARGV[1], ${exchange}) == 0 ? 0 : 1)`;
  return [
    ['mv', '--exchange', '--no-target-directory', '--'],
    ...(call === undefined ? [] : ([['perl', '-e', script, '--']] as const)),
  ];
}

/** Whether the two folders, given by absolute path, have changed places; if not, both are where they were. */
export function exchangeFolders(one: string, other: string): boolean {
  const before = numberOf(one);
  for (const [program, ...args] of programs()) {
    spawnSync(program, [...args, one, other], { stdio: 'ignore', timeout: 10_000 });
    // What happened counts, not what the program says.
    if (numberOf(other) === before) return true;
  }
  return false;
}

const numberOf = (path: string): bigint => lstatSync(path, { bigint: true }).ino;
