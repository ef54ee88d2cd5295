// Publishes the citation of an article beside its page, in every format that reference managers import.
import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { openArchive } from '../../../../../build/door.ts';
import { citationEndings, citationFormats } from '../../../../../exports/citations/formats.ts';
import { buildReference } from '../../../../../views/reference.ts';

export const getStaticPaths = (async () => {
  const archive = await openArchive();
  return archive.articles.flatMap((article) => {
    const [year, month, day, slug] = article.id.split('/');
    return citationEndings.map((ending) => ({
      params: { year, month, day, slug, ending },
      props: { article, ending },
    }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ props }) => {
  const { mediaType, render } = citationFormats[props.ending];
  const reference = buildReference(props.article, await openArchive());
  return new Response(render(reference), { headers: { 'Content-Type': `${mediaType}; charset=utf-8` } });
};
