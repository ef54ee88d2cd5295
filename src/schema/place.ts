// A place: anything with a position on the map, nested in the place around it.
import * as z from 'zod';
import { authorityFields } from './authority.ts';
import { decimal, id } from './field.ts';

export const placeKinds = ['region', 'country', 'province', 'city', 'district', 'site', 'river'] as const;

export const placeSchema = z.strictObject({
  ...authorityFields,
  kind: z.enum(placeKinds).describe('What it is.'),
  within: id.optional().describe('The place it lies in: Green Zone in Baghdad in Iraq.'),
  location: z
    .strictObject({ lat: decimal(-90, 90), lon: decimal(-180, 180) })
    .optional()
    .describe('Decimal degrees, WGS 84.'),
});

export type Place = z.output<typeof placeSchema>;
