// Loaded before a command (`--import`): kills it, fails or writes half at one exact call of the file system.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** What is to go wrong; handed over as JSON in `DATELINE_FAULT`. */
export interface Fault {
  /**
   * `kill`: SIGKILL before the call. `half`: half of it is written, then SIGKILL. `empty`: nothing is written. `append`,
   * `remove`: `other` is changed or removed before the call. A signal, or the code of an error: it comes before the call.
   */
  does: 'kill' | 'half' | 'empty' | 'append' | 'remove' | 'SIGINT' | 'SIGTERM' | 'ENOSPC' | 'EIO';
  /** The call counted from 1, of those that change files and whose first path contains `path`. */
  at: number;
  path: string;
  /** Only these functions; default: all that change files. */
  calls?: readonly string[];
  /** The absolute path of another file. */
  other?: string;
}

type Call = (...args: unknown[]) => unknown;

const syncCalls = ['openSync', 'writeFileSync', 'fsyncSync', 'renameSync', 'rmSync', 'mkdirSync'];
const laterCalls = ['writeFile', 'rename', 'cp', 'rm', 'mkdir'];

/** These change nothing; a fault may come before them. A file that is opened for reading is an `openToRead`. */
const lookCalls = ['statSync', 'lstatSync', 'readFileSync'];

const { O_WRONLY, O_RDWR } = fs.constants;

const opensToRead = (flags: unknown): boolean =>
  typeof flags === 'number' ? (flags & (O_WRONLY | O_RDWR)) === 0 : flags === undefined || flags === 'r';

const text = process.env['DATELINE_FAULT'];
// In worker threads too: they write the pages.
if (text !== undefined) install(JSON.parse(text) as Fault);

function install(fault: Fault): void {
  const { at, path, calls = [...syncCalls, ...laterCalls] } = fault;
  let count = 0;
  /** Paths of open files, for calls that name only the number. */
  const open = new Map<unknown, string>();
  const wrap = (home: Record<string, Call>, name: string): void => {
    const real = home[name];
    if (real === undefined) return;
    home[name] = (...args) => {
      const target = typeof args[0] === 'number' ? open.get(args[0]) : String(args[0]);
      const call = name === 'openSync' && opensToRead(args[1]) ? 'openToRead' : name;
      if (target?.includes(path) && calls.includes(call)) {
        count += 1;
        if (count === at) return goWrong(fault, real, args);
      }
      const result = real(...args);
      if (name === 'openSync') open.set(result, String(args[0]));
      return result;
    };
  };
  for (const name of [...syncCalls, ...lookCalls]) wrap(fs as unknown as Record<string, Call>, name);
  for (const name of laterCalls) wrap(fs.promises as unknown as Record<string, Call>, name);
  syncBuiltinESMExports();
}

function goWrong({ does, other = '' }: Fault, real: Call, args: unknown[]): unknown {
  switch (does) {
    case 'kill':
      return die();
    case 'half':
    case 'empty': {
      const [file, content, ...more] = args;
      const bytes = Buffer.from(content as Uint8Array);
      const result = real(file, does === 'half' ? bytes.subarray(0, bytes.length / 2) : '', ...more);
      return does === 'empty' ? result : die();
    }
    case 'append':
      fs.appendFileSync(other, '\n');
      return real(...args);
    case 'remove':
      fs.unlinkSync(other);
      return real(...args);
    case 'SIGINT':
    case 'SIGTERM':
      process.kill(process.pid, does);
      return real(...args);
    default:
      throw Object.assign(new Error(`${does}: made up for a test, write`), { code: does, syscall: 'write' });
  }
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  for (;;);
}
