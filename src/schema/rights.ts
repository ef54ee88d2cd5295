// The rights statement of an article: what a reader may do with it, in a form that other archives understand.
import * as z from 'zod';
import { text } from './field.ts';

/** Statements of RightsStatements.org 1.0, by their code. */
export const rightsStatements: Readonly<Record<string, string>> = {
  InC: 'In copyright',
  'InC-OW-EU': 'In copyright, orphan work (EU)',
  'InC-EDU': 'In copyright, educational use permitted',
  'InC-NC': 'In copyright, non-commercial use permitted',
  'InC-RUU': 'In copyright, rights-holder unlocatable or unidentifiable',
  'NoC-CR': 'No copyright, contractual restrictions',
  'NoC-NC': 'No copyright, non-commercial use only',
  'NoC-OKLR': 'No copyright, other known legal restrictions',
  'NoC-US': 'No copyright in the United States',
  CNE: 'Copyright not evaluated',
  UND: 'Copyright undetermined',
  NKC: 'No known copyright',
};

const rightsStatementUri = /^https?:\/\/rightsstatements\.org\/vocab\/([A-Za-z-]+)\/1\.0\/$/;
const creativeCommonsUri =
  /^https?:\/\/creativecommons\.org\/(?:licenses\/(by(?:-nc)?(?:-nd|-sa)?)\/(\d\.\d)(?:\/[a-z-]+)?|publicdomain\/(zero|mark)\/1\.0)\/$/;

/** The statement in words, or `undefined` for a URI that is neither's. */
export function renderRightsStatement(uri: string): string | undefined {
  const statement = rightsStatementUri.exec(uri)?.[1];
  if (statement !== undefined) return rightsStatements[statement];
  const licence = creativeCommonsUri.exec(uri);
  if (licence === null) return undefined;
  if (licence[3] === 'zero') return 'CC0, public domain dedication';
  if (licence[3] === 'mark') return 'Public domain';
  return `CC ${licence[1]?.toUpperCase()} ${licence[2]}`;
}

/** Whether the statement says that the work is in copyright and gives no licence for it. */
export function isInCopyright(uri: string): boolean {
  return rightsStatementUri.exec(uri)?.[1]?.startsWith('InC') ?? false;
}

export const rightsSchema = z.strictObject({
  statement: z
    .string()
    .refine(
      (uri) => renderRightsStatement(uri) !== undefined,
      'must be the URI of a rights statement, such as http://rightsstatements.org/vocab/InC/1.0/ or https://creativecommons.org/licenses/by/4.0/',
    )
    .describe('The URI of a statement of RightsStatements.org or of a Creative Commons licence.'),
  holder: text.optional().describe('Who holds the rights.'),
  note: text.optional().describe('On what ground the copy is kept, or why there is only a summary.'),
});

/** What a full copy in copyright says until somebody records why it is kept; a check asks for the real reason. */
export const unrecordedGround =
  'A maintainer put this full copy in place without recording on what ground it is kept.';
