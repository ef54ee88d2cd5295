// What every authority record has, whatever its kind: the names that find it and what tells it from others.
import * as z from 'zod';
import { id, text } from './field.ts';

export const authorityFields = {
  name: text.describe('The preferred name, as the archive writes it.'),
  aliases: z.array(text).default([]).describe('Every other spelling that must find the record.'),
  description: text.describe('One sentence that tells a stranger who or what this is.'),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'must be a Wikidata item such as Q796')
    .optional()
    .describe("The item's number in Wikidata, only where it is certain."),
  differentFrom: z
    .array(id)
    .default([])
    .describe('Ids of records of the same kind that this one is easily taken for.'),
};
