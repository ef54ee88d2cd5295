// A publication: the newspaper or site an article first appeared in.
import * as z from 'zod';
import { authorityFields } from './authority.ts';
import { languageTag, webAddress } from './field.ts';

export const publicationSchema = z.strictObject({
  ...authorityFields,
  website: webAddress.optional().describe('Its own site.'),
  language: languageTag.describe('The language of its articles unless one says otherwise.'),
});

export type Publication = z.output<typeof publicationSchema>;
