// Publishes the feed of the whole archive, in every format.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { openArchive } from '../build/door.ts';
import { buildArchiveFeed } from '../exports/feeds/feed.ts';
import { feedEndings, feedFormats } from '../exports/feeds/formats.ts';

export const getStaticPaths = (() =>
  feedEndings.map((ending) => ({ params: { ending }, props: { ending } }))) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { mediaType, render } = feedFormats[props.ending];
  const feed = await buildArchiveFeed(await openArchive());
  return new Response(render(feed), { headers: { 'Content-Type': `${mediaType}; charset=utf-8` } });
};
