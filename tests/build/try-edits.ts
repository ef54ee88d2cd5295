// Edits an archive again and again: after each edit, the site put together from the last one is that of a build from nothing.
import { cp, mkdir, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { copyProject } from '../bench/peers.ts';
import { seededRandom } from '../bench/random.ts';
import { runDateline } from '../run-dateline.ts';
import { edits, writeEditedArchive, type Edit } from './edits.ts';
import { hashSite } from './hash-site.ts';

export interface TriedEdits {
  /** Edits after which both builds made a site. */
  built: number;
  /** Edits that the checks refused; they were undone. */
  refused: number;
  failures: string[];
}

/**
 * @param home an empty folder
 * @param count how many edits are tried
 * @param of what is edited; everything by default
 */
export async function tryEdits(home: string, count: number, of?: Edit['of']): Promise<TriedEdits> {
  const [content, project, before] = ['content', 'project', 'before'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(home, { recursive: true });
  await writeEditedArchive(content);
  await copyProject(project);
  await symlink(resolve('node_modules'), join(project, 'node_modules'));
  const random = seededRandom(13);
  const among = edits.filter((edit) => of === undefined || edit.of === of);
  const build = (site: string, cache: string): ReturnType<typeof runDateline> =>
    runDateline(
      ['build'],
      { CONTENT_DIR: content, OUT_DIR: join(home, site), CACHE_DIR: join(home, cache) },
      project,
    );
  const tried: TriedEdits = { built: 0, refused: 0, failures: [] };
  const first = await build('site', 'cache');
  if (first.code !== 0) throw new Error(`The archive could not be built: ${first.errors}`);
  for (let number = 1; number <= count; number += 1) {
    const edit = among[Math.floor(random() * among.length)] as Edit;
    const what = `edit ${number}, ${edit.what}`;
    await rm(before, { recursive: true, force: true });
    await cp(content, before, { recursive: true });
    await edit.apply({ content, project }, random);
    await rm(join(home, 'fresh'), { recursive: true, force: true });
    await rm(join(home, 'fresh-cache'), { recursive: true, force: true });
    const again = await build('site', 'cache');
    const anew = await build('fresh', 'fresh-cache');
    if (again.code !== anew.code)
      tried.failures.push(`${what}: one build ends with ${again.code}, the other with ${anew.code}`);
    if (anew.code !== 0) {
      tried.refused += 1;
      await rm(content, { recursive: true });
      await cp(before, content, { recursive: true });
      continue;
    }
    tried.built += 1;
    const [site, fresh] = await Promise.all(['site', 'fresh'].map((name) => hashSite(join(home, name))));
    const differing = [...new Set([...(site?.keys() ?? []), ...(fresh?.keys() ?? [])])].filter(
      (file) => site?.get(file) !== fresh?.get(file),
    );
    if (differing.length > 0)
      tried.failures.push(`${what}: ${differing.length} files differ, ${differing.slice(0, 3).join(', ')}`);
  }
  return tried;
}
