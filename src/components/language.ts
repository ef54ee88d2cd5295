// Which attributes say in which language a text is, where it differs from the page around it.
import { textDirection } from '../schema/text-direction.ts';
import { site } from '../site.ts';

/** `lang` and, where it turns, `dir`: for text in a language that may not be the page's own. */
export function languageAttributes(language: string): { lang?: string; dir?: 'ltr' | 'rtl' } {
  if (language === site.language) return {};
  const dir = textDirection(language);
  return dir === textDirection(site.language) ? { lang: language } : { lang: language, dir };
}
