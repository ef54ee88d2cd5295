// Binds each schema to its folder for Astro, which validates the entries once more.
import { defineCollection } from 'astro:content';
import { articleEntrySchema } from './reading/entry.ts';
import { archiveLoader } from './build/loader.ts';
import { collections as table } from './schema/collections.ts';

export const collections = {
  articles: defineCollection({ loader: archiveLoader('articles'), schema: articleEntrySchema }),
  people: defineCollection({ loader: archiveLoader('people'), schema: table.people.schema }),
  places: defineCollection({ loader: archiveLoader('places'), schema: table.places.schema }),
  organizations: defineCollection({
    loader: archiveLoader('organizations'),
    schema: table.organizations.schema,
  }),
  topics: defineCollection({ loader: archiveLoader('topics'), schema: table.topics.schema }),
  publications: defineCollection({
    loader: archiveLoader('publications'),
    schema: table.publications.schema,
  }),
};
