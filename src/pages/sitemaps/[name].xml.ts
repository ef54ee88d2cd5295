// Publishes the parts of the sitemap.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { openArchive } from '../../build/door.ts';
import { buildSitemap, renderSitemapPart } from '../../exports/feeds/sitemap.ts';

export const getStaticPaths = (async () =>
  buildSitemap(await openArchive()).map((part) => ({
    params: { name: part.name },
    props: { part },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = ({ props }) =>
  new Response(renderSitemapPart(props.part), { headers: { 'Content-Type': 'application/xml' } });
