// The table of collections: folder, word for one entry, and the schema its front matter must fit.
import type * as z from 'zod';
import { articleSchema } from './article.ts';
import { organizationSchema } from './organization.ts';
import { personSchema } from './person.ts';
import { placeSchema } from './place.ts';
import { publicationSchema } from './publication.ts';
import { topicSchema } from './topic.ts';

export const collections = {
  articles: { noun: 'article', schema: articleSchema },
  people: { noun: 'person', schema: personSchema },
  places: { noun: 'place', schema: placeSchema },
  organizations: { noun: 'organization', schema: organizationSchema },
  topics: { noun: 'topic', schema: topicSchema },
  publications: { noun: 'publication', schema: publicationSchema },
} as const satisfies Record<string, { noun: string; schema: z.ZodType }>;

export type Collection = keyof typeof collections;
