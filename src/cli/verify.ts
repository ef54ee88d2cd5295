// `npm run verify`: whether a bag, an unpacked copy of the site or a content folder is still what it was.
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArchive } from '../reading/read.ts';
import { contentDir } from '../disk/folders.ts';
import { hasManifest, verifyFolder } from '../exports/preservation/verify.ts';
import { renderFinding } from '../schema/finding.ts';
import { count } from './examine.ts';

const usage = 'npm run verify -- FOLDER   (a bag, an unpacked copy of the site, or a content folder)';

/** Exit code 1 if anything has changed, 2 if there is nothing to compare. */
export async function runVerify(args: string[]): Promise<number> {
  const [given, ...more] = args;
  if (more.length > 0 || given?.startsWith('-')) {
    console[given === '--help' ? 'log' : 'error'](usage);
    return given === '--help' ? 0 : 2;
  }
  const folder = given === undefined ? contentDir() : resolve(given);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    console.error(`There is no folder ${given ?? folder}. ${usage}`);
    return 2;
  }
  if (hasManifest(folder)) {
    const { files, problems } = await verifyFolder(folder);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) {
      console.error(`\n${count(problems.length, 'problem')} in ${count(files, 'file')}.`);
      return 1;
    }
    console.log(`All ${count(files, 'file')} are what the manifest says.`);
    return 0;
  }
  if (!existsSync(resolve(folder, 'articles'))) {
    console.error(
      `${given ?? folder} has no manifest and no articles, so there is nothing to compare. ${usage}`,
    );
    return 2;
  }
  return verifyCopies(folder);
}

/** A content folder has no manifest; its full copies carry their own checksums. */
async function verifyCopies(folder: string): Promise<number> {
  const { entries, findings } = await readArchive(folder);
  const changed = findings.filter(({ severity }) => severity === 'error');
  for (const finding of changed) console.error(renderFinding(finding));
  if (changed.length > 0) return 1;
  const copies = entries.articles.filter(({ fields }) => fields.copy === 'full').length;
  console.log(
    `Full copies whose text is what their fixity says: ${copies}. A change anywhere else is found only in a bag: npm run export -- bag`,
  );
  return 0;
}
