// An article: the front matter of one Markdown file under content/articles/YYYY/MM/DD/.
import * as z from 'zod';
import { id, isoDate, languageTag, text, webAddress } from './field.ts';
import { isInCopyright, rightsSchema } from './rights.ts';

export const sourceFormats = ['text', 'html', 'pdf', 'markdown'] as const;

/** More names on a byline, or subjects, than any article has. */
const several = z.array(id).max(100, 'must have no more than 100 values');

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 of 64 hex digits');

const fields = z.strictObject({
  title: text.describe('The headline as published.'),
  description: text.describe("One or two sentences of the archive's own."),
  published: isoDate.describe('The day of publication; equals the path.'),
  authors: several.describe('Ids in people; empty for an unsigned report.'),
  publication: id.describe('Id in publications: where it first appeared.'),
  topics: several.default([]).describe('Ids in topics.'),
  dateline: id.optional().describe('Id in places: where the report was filed from.'),
  language: languageTag.optional().describe("Default: the publication's."),
  source: z.strictObject({
    url: webAddress.optional().describe('Where the original is, or was.'),
    retrieved: isoDate.describe('The day the copy was taken.'),
    format: z.enum(sourceFormats).describe('What the copy was made from.'),
    archived: webAddress.optional().describe('A snapshot in a web archive.'),
  }),
  rights: rightsSchema,
  copy: z.enum(['full', 'summary']).describe("`full`: a faithful copy. `summary`: the archive's own words."),
  fixity: sha256
    .optional()
    .describe('SHA-256 of the body of a full copy, 64 hex digits; import and check --fix write it.'),
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
    .default({})
    .describe('Help for recognition: a spelling and the record it means, people/x or x, or false for none.'),
  corrections: z
    .array(
      z.strictObject({
        date: isoDate.describe('The day the text of the copy was changed.'),
        note: text.describe('What was changed and why, for the reader.'),
        replaced: sha256
          .optional()
          .describe('The fixity of the text that was replaced; import and check --fix write it.'),
      }),
    )
    .default([])
    .describe('Every change to the text of a full copy, shown under it.'),
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
