// Publishes the pictures of an article beside its page, byte for byte, and where they were before it moved.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { openArchive } from '../../../../../build/door.ts';
import { contentDir } from '../../../../../disk/folders.ts';
import { listRedirects } from '../../../../../reading/permalinks.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
};

export const getStaticPaths: GetStaticPaths = async () => {
  const { articles } = await openArchive();
  const pictures = new Set(articles.flatMap(({ id, images }) => images.map((name) => `${id}/${name}`)));
  // A page can send its reader on; a picture cannot, so it is published at its old address too.
  const moved = listRedirects(contentDir())
    .map(({ path, to }) => ({ path: path.slice(1), file: to.slice(1) }))
    .filter(({ path, file }) => pictures.has(file) && !pictures.has(path));
  return [...[...pictures].map((path) => ({ path, file: path })), ...moved].map(({ path, file }) => {
    const [year, month, day, slug, image] = path.split('/');
    return { params: { year, month, day, slug, image }, props: { file } };
  });
};

export const GET: APIRoute<{ file: string }> = async ({ props: { file } }) => {
  const bytes = await readFile(join(contentDir(), 'articles', file));
  const type = contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
  return new Response(bytes, { headers: { 'Content-Type': type } });
};
