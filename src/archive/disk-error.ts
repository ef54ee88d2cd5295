// Puts into a sentence what the file system refused, for a maintainer who has to make room or set a folder right.
import { contentPath } from './folders.ts';

const sentences: Readonly<Record<string, (where: string) => string>> = {
  ENOSPC: (where) =>
    `The disk is full${where && `: ${where} could not be written`}. Make room and try again.`,
  EDQUOT: (where) =>
    `This user's share of the disk is used up${where && `: ${where} could not be written`}. Make room and try again.`,
  EFBIG: (where) => `${where || 'A file'} is larger than this system allows.`,
  EROFS: (where) => `${where || 'The disk'} is read-only. Choose a folder that can be written.`,
  EACCES: (where) => `This user may not open or write ${where || 'a file'}. Change its permissions.`,
  EPERM: (where) => `This user may not change ${where || 'a file'}. Change its permissions.`,
  ENOENT: (where) => `${where || 'A file'} is not there, or was removed meanwhile. Try again.`,
  ENOTDIR: (where) => `A file lies where a folder is needed: ${where}. Remove it or choose another folder.`,
  EEXIST: (where) => `Something lies where a folder is needed: ${where}. Remove it or choose another folder.`,
  EISDIR: (where) => `A folder lies where a file is needed: ${where}. Remove it.`,
  EIO: (where) => `The disk could not be read or written${where && ` (${where})`}; it may be failing.`,
  EMFILE: () => 'Too many files are open. Allow more with "ulimit -n 4096" and try again.',
};

/** The sentence for an error of the file system, wherever it stands among the causes; `undefined` for any other. */
export function describeDiskError(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('errcode' in at && at.errcode === sqliteFull) return sentences['ENOSPC']?.('');
    const code = 'code' in at ? String(at.code) : '';
    if (Object.hasOwn(sentences, code) && 'syscall' in at) {
      const path = 'path' in at && typeof at.path === 'string' ? contentPath(at.path) : '';
      return sentences[code]?.(path);
    }
  }
  return undefined;
}

/** SQLITE_FULL, https://www.sqlite.org/rescode.html#full */
const sqliteFull = 13;

/** Any error as a sentence; `DEBUG=dateline` adds where it comes from. */
export function describeError(error: unknown): string {
  const sentence = describeDiskError(error) ?? (error instanceof Error ? error.message : String(error));
  const isAsked = process.env['DEBUG']?.split(',').includes('dateline') ?? false;
  return isAsked && error instanceof Error ? `${sentence}\n${error.stack ?? ''}` : sentence;
}
