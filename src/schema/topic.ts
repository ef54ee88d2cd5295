// A topic: a subject that a maintainer files articles under.
import * as z from 'zod';
import { authorityFields } from './authority.ts';

export const topicSchema = z.strictObject(authorityFields);

export type Topic = z.output<typeof topicSchema>;
