// Publishes the pictures of an article beside its page, byte for byte.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { openArchive } from '../../../../../archive/door.ts';
import { contentDir } from '../../../../../archive/folders.ts';

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
  return articles.flatMap(({ id, images }) => {
    const [year, month, day, slug] = id.split('/');
    return images.map((image) => ({ params: { year, month, day, slug, image }, props: { id } }));
  });
};

export const GET: APIRoute<{ id: string }> = async ({ params, props }) => {
  const name = params['image'] ?? '';
  const bytes = await readFile(join(contentDir(), 'articles', props.id, name));
  const type = contentTypes[extname(name).toLowerCase()] ?? 'application/octet-stream';
  return new Response(bytes, { headers: { 'Content-Type': type } });
};
