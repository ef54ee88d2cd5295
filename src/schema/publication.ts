// A publication: the newspaper or site an article first appeared in.
import * as z from 'zod';
import { authorityFields } from './authority.ts';
import { languageTag, webAddress } from './field.ts';

export const publicationSchema = z.strictObject({
  ...authorityFields,
  website: webAddress.optional(),
  /** The language of its articles unless one says otherwise. */
  language: languageTag,
});

export type Publication = z.output<typeof publicationSchema>;
