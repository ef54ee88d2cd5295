// The small building blocks of every schema; YAML reaches them as text, so nothing is coerced behind our back.
import * as z from 'zod';

/** Any text that says something, on one line; far longer than any title or note has to be. */
export const text = z
  .string()
  .trim()
  .min(1, 'is empty')
  .max(2000, 'must have no more than 2,000 characters')
  .regex(/^[^\n\r\u2028\u2029]*$/, 'must be on one line');

/** The name of a file without `.md`: lower-case ASCII words joined by single hyphens. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be an id: lower-case letters a-z, digits and single hyphens');

/** A day that exists, `YYYY-MM-DD`. */
export const isoDate = z.iso.date('must be a day that exists, written YYYY-MM-DD');

/** A year, a month or a day: `1957`, `1957-03`, `1957-03-11`. */
export const partialDate = z
  .string()
  .refine(
    (value) => /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(value) || z.iso.date().safeParse(value).success,
    'must be a year, a month or a day: YYYY, YYYY-MM or YYYY-MM-DD',
  );

/** An absolute web address. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    hostname: z.regexes.domain,
    error: 'must be a whole web address, starting with https:// or http://',
  })
  .refine(
    (url) => !/[\s<>"\\]|%e2%80%a[a-e]|%e2%81%a[6-9]/i.test(url),
    'must have no spaces, quotation marks or invisible signs in it',
  )
  .refine((url) => !/^\w+:\/*[^/]*@/.test(url), 'must have no name or password in it');

/** A BCP 47 language tag in its canonical form: `en`, `pt-BR`, `zh-Hant`. */
export const languageTag = z.string().refine(isLanguageTag, 'must be a language tag such as en, ar or pt-BR');

/** Thousands of articles ask about a handful of tags. */
const knownTags = new Map<string, boolean>();

function isLanguageTag(value: string): boolean {
  const known = knownTags.get(value) ?? findLanguage(value);
  knownTags.set(value, known);
  return known;
}

/** "english" and "xx" have the form of a tag too, so a language must also have a name. */
function findLanguage(value: string): boolean {
  try {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    const isNamed = names.of(new Intl.Locale(value).language) !== undefined;
    return isNamed && Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}

/** A decimal number written as text, within bounds. */
export const decimal = (least: number, most: number): z.ZodType<number, string> =>
  z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/, 'must be a decimal number such as 33.3152')
    .transform(Number)
    .pipe(z.number().min(least, `must be at least ${least}`).max(most, `must be at most ${most}`));
