// Hostile values as names of files and as lines of the ledger: each is named by the checks, or does no harm.
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { examineArchive } from '../../src/cli/examine.ts';
import { readLedger } from '../../src/reading/permalinks.ts';
import { baseArchive } from '../temporary-archive.ts';
import { findDangersInPage } from './dangers.ts';
import { buildSite, type Outcome } from './trial.ts';

const silent = { show: () => undefined, end: () => undefined };

/** Names that are as good as any, such as `null`, and of hidden pictures, which are left out. */
const harmless = /^[a-z0-9]+(?:-[a-z0-9]+)*\.md$|^\..*\.png$/;

/** Every value becomes an article, a record or a picture, in turn. */
export async function tryFileNames(root: string, values: readonly string[]): Promise<Outcome> {
  await cp(baseArchive, root, { recursive: true });
  const article = await readFile(join(root, 'articles/2021/03/04/ferry-returns.md'), 'utf8');
  const record = '---\nname: A name\ndescription: A record.\n---\n';
  const paths: string[] = [];
  for (const [index, each] of values.entries()) {
    // Characters that no name on disk can have are written another way.
    const value = cutTo(200, each.toWellFormed().replaceAll('/', '|').replaceAll('\0', ''));
    const kind = index % 3;
    const folder = ['articles/2021/03/04', 'people', 'articles/2021/03/04/ferry-returns'][kind] as string;
    const path = join(folder, `${value}${kind === 2 ? '.png' : '.md'}`);
    await mkdir(join(root, folder), { recursive: true });
    await writeFile(join(root, path), kind === 0 ? article : record);
    paths.push(path);
  }
  const { findings } = await examineArchive(root, silent);
  const named = new Set(
    findings.filter(({ severity }) => severity === 'error').map(({ file }) => relative(root, resolve(file))),
  );
  // A picture with a bad name may be named by its article.
  const messages = findings.map(({ message }) => message).join('\n');
  const failures = paths
    .filter(
      (path) => !named.has(path) && !messages.includes(basename(path)) && !harmless.test(basename(path)),
    )
    .map((path) => `no finding names ${JSON.stringify(path)}`);
  return report('Hostile names of files, not named', paths.length, failures);
}

/** Each value stands as an old address and as a new one; what the checks let in is built. */
export async function tryLedger(folder: string, values: readonly string[]): Promise<Outcome[]> {
  const content = join(folder, 'content');
  await cp(baseArchive, content, { recursive: true });
  const lines = values
    .map((value) => value.replace(/[\r\n]+/g, ' '))
    .flatMap((value, at) => [`${value} -> /people/`, `/old-${at}/ -> ${value}`, `/${value}/ -> gone`, value]);
  const ledger = join(content, 'permalinks.txt');
  const failures: string[] = [];
  // So many wrong lines are not all named at once, so what is no address at all goes first, a few at a time.
  let left: string[] = [];
  for (let at = 0; at < lines.length; at += 50) {
    const some = lines.slice(at, at + 50);
    await writeFile(ledger, some.join('\n'));
    const wrong = new Set(readLedger(content).findings.map(({ line }) => line));
    left.push(...some.filter((_, index) => !wrong.has(index + 1)));
  }
  await writeFile(ledger, `${left.join('\n')}\n`);
  for (let round = 1; ; round += 1) {
    const { findings } = await examineArchive(content, silent);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const elsewhere = errors.find(({ file }) => !file.endsWith('permalinks.txt'));
    if (elsewhere !== undefined) failures.push(`${elsewhere.file}: ${elsewhere.message}`);
    if (errors.length === 0 || elsewhere !== undefined) break;
    const refused = new Set(errors.map(({ line }) => line));
    const kept = left.filter((_, index) => !refused.has(index + 1));
    if (kept.length === left.length || round > 20) {
      failures.push(...errors.map(({ line, message }) => `line ${line} of the ledger: ${message}`));
      break;
    }
    left = kept;
    await writeFile(ledger, `${left.join('\n')}\n`);
  }
  if (failures.length === 0) {
    const { site } = await buildSite(content, join(folder, 'site'), join(folder, 'cache'));
    for (const line of left) {
      const [path = '', to] = line.trim().split(/\s+->\s+/);
      if (path === '' || path.startsWith('#') || to === undefined) continue;
      const html = await readFile(join(site, path, 'index.html'), 'utf8').catch(() => undefined);
      if (html === undefined) failures.push(`no page is at ${path}, which the checks let in`);
      else failures.push(...findDangersInPage(html).map((danger) => `${path}: ${danger}`));
    }
  }
  return [report('Hostile lines of the ledger', lines.length, failures)];
}

/** The longest beginning of whole characters that has at most this many bytes. */
function cutTo(bytes: number, text: string): string {
  let cut = text;
  while (Buffer.byteLength(cut) > bytes) cut = [...cut].slice(0, -1).join('');
  return cut;
}

const report = (what: string, tried: number, failures: readonly string[]): Outcome => ({
  what,
  tried,
  failed: tried === 0 ? 1 : failures.length,
  failures: tried === 0 ? ['Nothing was tried.'] : failures,
});
