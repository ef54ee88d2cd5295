// Publishes the index of the sitemaps.
import type { APIRoute } from 'astro';
import { openArchive } from '../build/door.ts';
import { buildSitemap, renderSitemapIndex } from '../exports/feeds/sitemap.ts';

export const GET: APIRoute = async () =>
  new Response(renderSitemapIndex(buildSitemap(await openArchive())), {
    headers: { 'Content-Type': 'application/xml' },
  });
