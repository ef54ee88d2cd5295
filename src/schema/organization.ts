// An organization: a state body, party, armed group, company or agency that articles name.
import * as z from 'zod';
import { authorityFields } from './authority.ts';
import { id } from './field.ts';

export const organizationSchema = z.strictObject({
  ...authorityFields,
  partOf: id.optional().describe('The organization it belongs to.'),
});

export type Organization = z.output<typeof organizationSchema>;
