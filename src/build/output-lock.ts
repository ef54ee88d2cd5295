// Allows one build at a time per output, by an operating system lock that a dead process cannot hold.
import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describeDiskError } from '../disk/disk-error.ts';
import { beside, contentDir } from '../disk/folders.ts';
import { saveFile } from '../disk/save-file.ts';

export interface OutputLock {
  release(): void;
}

/** A file that is locked, and the lock. */
interface LockedFile {
  database: DatabaseSync;
  /** The file itself, kept open: while it is, no other file has its number. It is closed last, for that ends the lock. */
  file: number;
}

interface Held extends LockedFile {
  out: string;
  /** Both the build command and the build inside it count as holders. */
  holders: number;
}

/** Astro loads this module a second time, so the locks of this process are recorded outside it. */
const registry = Symbol.for('dateline.output-locks');
const host = globalThis as { [registry]?: Map<string, Held> };
const held = (host[registry] ??= openRegistry());

/** Locks still held when the process exits normally are released, so that no lock file is left behind. */
function openRegistry(): Map<string, Held> {
  const locks = new Map<string, Held>();
  process.once('exit', () => {
    for (const [path, own] of locks) giveBack(path, own);
  });
  return locks;
}

/**
 * Takes the lock of an output for this process. It ends with the process, however that ends: it is SQLite's lock on
 * an empty file, made with fcntl(2), or LockFileEx on Windows (https://www.sqlite.org/lockingv3.html).
 * @throws Error with a sentence that says which process is building there, or why the place cannot be written
 */
export function lockOutput(out: string): OutputLock {
  const lock = tryLock(out);
  if (lock !== undefined) return lock;
  const name = relative(process.cwd(), out) || out;
  throw new Error(
    `Another build is writing ${name} (${describeHolder(out)}). Wait until it has ended or stop it; or set OUT_DIR to another folder.`,
  );
}

/** The same, or `undefined` if another process has it. */
export function tryLock(out: string): OutputLock | undefined {
  const path = beside(out, 'lock');
  const own = held.get(path);
  if (own !== undefined) {
    own.holders += 1;
    return { release: once(() => release(path)) };
  }
  for (let tries = 0; tries < 20; tries += 1) {
    const locked = lockFile(path, out);
    if (locked === 'busy') return undefined;
    if (locked === 'moved') continue;
    held.set(path, { ...locked, out, holders: 1 });
    describeSelf(out);
    return { release: once(() => release(path)) };
  }
  return undefined;
}

/** `moved`: the file that was locked is no longer the one at its path, for its last holder has just removed it. */
function lockFile(path: string, out: string): LockedFile | 'busy' | 'moved' {
  const file = openLock(path, out);
  const database = new DatabaseSync(path, { timeout: 0 });
  const giveUp = (): void => {
    database.close();
    closeSync(file);
  };
  try {
    // Nothing is ever written, so there is no journal and a full disk does not matter.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (error) {
    giveUp();
    const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : undefined;
    if (code === sqliteBusy) return 'busy';
    throw new Error(
      `${path} cannot be locked, so two builds could disturb each other. Set OUT_DIR to a folder on a disk of this machine, and remove that file if it is not empty.`,
      { cause: error },
    );
  }
  // A file that is there still was there all the time, so it is the one that the database has opened.
  if (inodeOf(path) === fstatSync(file, { bigint: true }).ino) return { database, file };
  giveUp();
  return 'moved';
}

/** SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy */
const sqliteBusy = 5;

/** Opens the file. It and its folder are made if they are missing. */
function openLock(path: string, out: string): number {
  try {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'a');
  } catch (error) {
    const why = describeDiskError(error) ?? String(error);
    throw new Error(`No site can be put at OUT_DIR (${out}). ${why}`, { cause: error });
  }
}

const inodeOf = (path: string): bigint | undefined =>
  statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;

function release(path: string): void {
  const own = held.get(path);
  if (own === undefined) return;
  own.holders -= 1;
  if (own.holders > 0) return;
  held.delete(path);
  giveBack(path, own);
}

/** The file is removed while it is locked, so any process that has it open sees that it has moved. */
function giveBack(path: string, { database, file, out }: Held): void {
  try {
    rmSync(beside(out, 'builder'), { force: true });
    rmSync(path, { force: true });
  } catch {
    // Windows keeps a file that is open. It is empty, and the next build takes it.
  }
  database.close();
  closeSync(file);
}

function once(action: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) action();
    isDone = true;
  };
}

/** Only for the message to other builds; nothing depends on it. */
function describeSelf(out: string): void {
  try {
    saveFile(
      beside(out, 'builder'),
      `process ${process.pid} on ${hostname()}, with the content of ${contentDir()}`,
    );
  } catch {
    // The disk is full: other builds get a shorter message.
  }
}

/** A process that has just taken the lock may not have written its description yet, so wait for it, up to a second. */
function describeHolder(out: string): string {
  for (let tries = 0; tries < 50; tries += 1) {
    try {
      return readFileSync(beside(out, 'builder'), 'utf8');
    } catch {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
  return 'another process';
}
