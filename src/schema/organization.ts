// An organization: a state body, party, armed group, company or agency that articles name.
import * as z from 'zod';
import { authorityFields } from './authority.ts';
import { id } from './field.ts';

export const organizationSchema = z.strictObject({
  ...authorityFields,
  /** The organization it belongs to. */
  partOf: id.optional(),
});

export type Organization = z.output<typeof organizationSchema>;
