// An article: the front matter of one Markdown file under content/articles/YYYY/MM/DD/.
import * as z from 'zod';
import { id, isoDate, languageTag, text, webAddress } from './field.ts';
import { isInCopyright, rightsSchema } from './rights.ts';

export const sourceFormats = ['text', 'html', 'pdf', 'markdown'] as const;

const fields = z.strictObject({
  /** The headline as published. */
  title: text,
  /** One or two sentences of the archive's own. */
  description: text,
  /** The day of publication; equals the path. */
  published: isoDate,
  /** Ids in people; empty for an unsigned report. */
  authors: z.array(id),
  publication: id,
  topics: z.array(id).default([]),
  /** Id in places: where the report was filed from. */
  dateline: id.optional(),
  /** Default: the publication's. */
  language: languageTag.optional(),
  source: z.strictObject({
    url: webAddress.optional(),
    /** The day the copy was taken. */
    retrieved: isoDate,
    format: z.enum(sourceFormats),
    /** A snapshot in a web archive. */
    archived: webAddress.optional(),
  }),
  rights: rightsSchema,
  /** `full`: a faithful copy. `summary`: the archive's own words. */
  copy: z.enum(['full', 'summary']),
  /** SHA-256 of the body, 64 hex digits; see archive/fixity.ts. */
  fixity: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 of 64 hex digits')
    .optional(),
  /** Help for recognition: a spelling and the record it means, `people/x` or `x`, or `false` for none. */
  mentions: z
    .record(
      text,
      z
        .string()
        .regex(
          /^(?:(?:people|places|organizations)\/)?[a-z0-9]+(?:-[a-z0-9]+)*$/,
          'must be the id of a person, place or organization, or false',
        )
        .transform((value): string | false => (value === 'false' ? false : value)),
    )
    .default({}),
  corrections: z.array(z.strictObject({ date: isoDate, note: text })).default([]),
});

export const articleSchema = fields.superRefine((article, context) => {
  const complain = (path: string[], message: string, fix: string): void => {
    context.addIssue({ code: 'custom', path, message, params: { fix }, input: article });
  };
  if (article.copy === 'full' && article.fixity === undefined) {
    complain(
      ['copy'],
      'a full copy needs its fixity',
      'Add "fixity:" and the SHA-256 of its body; import writes it',
    );
  }
  if (article.copy === 'summary' && article.fixity !== undefined) {
    complain(
      ['fixity'],
      'a summary has no fixity, only a full copy has',
      'Remove the field, or set "copy: full"',
    );
  }
  if (
    article.copy === 'full' &&
    isInCopyright(article.rights.statement) &&
    article.rights.note === undefined
  ) {
    complain(
      ['rights', 'statement'],
      'a full copy of a work in copyright must say on what ground it is kept',
      'Add "note:" with the ground under "rights:"',
    );
  }
});

export type ArticleFields = z.output<typeof articleSchema>;
