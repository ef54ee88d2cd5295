// A person: somebody who is mentioned in an article, or who wrote one.
import * as z from 'zod';
import { authorityFields } from './authority.ts';
import { partialDate } from './field.ts';

export const personSchema = z.strictObject({
  ...authorityFields,
  born: partialDate.optional(),
  died: partialDate.optional(),
});

export type Person = z.output<typeof personSchema>;
