// Writes what the Astro extension of VS Code reads: a schema for each collection, and which file belongs to which.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { recordCollections } from '../../schema/collection-names.ts';
import { collections, type Collection } from '../../schema/collections.ts';
import { compareText } from '../../schema/finding.ts';
import { buildJsonSchema, type KnownIds } from './build-schema.ts';

/** Where the extension looks, below the folder that the editor has opened; Astro's own schemas lie there too. */
export const editorFolder = (): string => resolve('.astro/collections');

/**
 * @param content the content folder; it is listed, not read
 * @param folder receives `people-file.schema.json` and so on, and `collections.json`
 */
export async function writeEditorFiles(content: string, folder = editorFolder()): Promise<void> {
  const names = Object.keys(collections) as Collection[];
  const files = new Map<Collection, string[]>();
  for (const name of names) files.set(name, await listMarkdown(join(content, name)));
  const idsOf = (name: Collection): string[] =>
    (files.get(name) ?? []).map((file) => file.replace(/\.md$/, ''));
  const known = Object.fromEntries(
    recordCollections.map((name) => [name, idsOf(name)]),
  ) as unknown as KnownIds;
  await mkdir(folder, { recursive: true });
  for (const name of names)
    await writeFile(join(folder, `${kindOf(name)}.schema.json`), renderJson(buildJsonSchema(name, known)));
  const entries = names.flatMap((name) =>
    (files.get(name) ?? []).map((file) => [addressOf(join(content, name, file)), kindOf(name)] as const),
  );
  await writeFile(
    join(folder, 'collections.json'),
    renderJson({
      collections: names.map((name) => ({ hasSchema: true, name: kindOf(name) })),
      entries: Object.fromEntries(entries),
    }),
  );
}

/** Astro writes a schema of what it stores under the collection's name; this one is of what stands in a file. */
const kindOf = (collection: Collection): string => `${collection}-file`;

/** The extension compares addresses in small letters, whatever the disk does. */
const addressOf = (path: string): string => decodeURIComponent(pathToFileURL(path).href).toLowerCase();

async function listMarkdown(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((): string[] => []);
  return names
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.md'))
    .sort(compareText);
}

const renderJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
