// A person: somebody who is mentioned in an article, or who wrote one.
import * as z from 'zod';
import { authorityFields } from './authority.ts';
import { partialDate } from './field.ts';

export const personSchema = z.strictObject({
  ...authorityFields,
  born: partialDate.optional().describe('A year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD.'),
  died: partialDate.optional().describe('A year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD.'),
});

export type Person = z.output<typeof personSchema>;
