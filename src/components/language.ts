// Which way a language is written, and which attributes say so where it differs from the page around it.
import { site } from '../site.ts';

const rightToLeft = new Set([
  'Adlm', 'Arab', 'Aran', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi',
]); // prettier-ignore

/** The direction of a BCP 47 language, from its script. */
export function textDirection(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr';
}

/** `lang` and, where it turns, `dir`: for text in a language that may not be the page's own. */
export function languageAttributes(language: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (language === site.language) return {};
  const dir = textDirection(language);
  return dir === textDirection(site.language) ? { lang: language } : { lang: language, dir };
}
