// An invented archive with a full copy, read for the tests of what is exported.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { buildArchive, type Archive } from '../../src/archive/build.ts';
import { bodyFixity } from '../../src/reading/fixity.ts';
import { readArchive } from '../../src/reading/read.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const body = `The ferry *Osk* left Port Anselm at dawn, “late as ever,” said Yusuf al-Karim; nobody answered.

القبطان wrote: 1 < 2 & "3".

Port Anselm’s harbour was empty, and Al-Karim was gone.
`;

/** The content folder of the base archive with one full copy more, whose words need care in every format. */
export async function buildContent(context: TestContext): Promise<string> {
  const root = await buildTemporaryArchive(context);
  await mkdir(join(root, 'articles/2022/05/06'), { recursive: true });
  await writeFile(
    join(root, 'articles/2022/05/06/a-late-ferry.md'),
    `---
title: 'A late ferry; "again", they say'
description: =SUM(A1) is what the notice board said.
published: 2022-05-06
authors: [ada-norling, yusuf-al-karim]
publication: harbour-herald
topics: [shipping]
dateline: port-anselm
source:
  retrieved: 2022-05-07
  format: text
rights:
  statement: https://creativecommons.org/licenses/by/4.0/
copy: full
fixity: ${bodyFixity(body)}
---

${body}`,
  );
  return root;
}

/** The same, read. */
export async function openContent(context: TestContext): Promise<Archive> {
  const { entries, findings } = await readArchive(await buildContent(context));
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return buildArchive(entries);
}

export async function makeFolder(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-export-'));
  context.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
