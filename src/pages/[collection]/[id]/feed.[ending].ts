// Publishes the feed of every record that has articles, in every format.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { openArchive } from '../../../build/door.ts';
import { countArticles } from '../../../archive/record-articles.ts';
import { buildRecordFeed } from '../../../exports/feeds/feed.ts';
import { feedEndings, feedFormats } from '../../../exports/feeds/formats.ts';

export const getStaticPaths = (async () => {
  const archive = await openArchive();
  return [...archive.recordByKey.values()]
    .filter((record) => countArticles(archive, record) > 0)
    .flatMap((record) =>
      feedEndings.map((ending) => ({
        params: { collection: record.collection, id: record.id, ending },
        props: { record, ending },
      })),
    );
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { mediaType, render } = feedFormats[props.ending];
  const feed = await buildRecordFeed(props.record, await openArchive());
  return new Response(render(feed), { headers: { 'Content-Type': `${mediaType}; charset=utf-8` } });
};
