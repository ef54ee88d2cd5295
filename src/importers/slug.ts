// Makes ids from names and headlines: lower-case ASCII words joined by hyphens.
import slugify from '@sindresorhus/slugify';
import { id } from '../schema/field.ts';

const longest = 60;

/** Names that no file may have on Windows, whatever its ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/** The id that a name or headline makes, cut at a word after 60 characters; empty if nothing in it can be spelled. */
export function buildSlug(text: string): string {
  const plain = text
    .normalize('NFC')
    // "4,000" and "1.5" are one number each; an apostrophe ends no word.
    .replace(/(\d)[.,\u00a0\u202f](?=\d)/gu, '$1')
    .replace(/(?<=[\p{L}\p{N}])['’‘ʼʾʿʻ`´′]+(?=\p{L})|[ʾʿʻ]/gu, '');
  const slug = slugify(plain, { decamelize: false })
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (reserved.test(slug)) return `${slug}-1`;
  if (slug.length <= longest) return slug;
  const cut = slug.slice(0, longest + 1);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : slug.slice(0, longest);
}

/** Whether a text is an id as it stands. */
export const isId = (text: string): boolean => id.safeParse(text).success;
