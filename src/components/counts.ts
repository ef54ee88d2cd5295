// Numbers and the words beside them as a reader sees them: grouped by thousands, the noun in its right form.
import { site } from '../site.ts';

const number = new Intl.NumberFormat(site.language);

export const formatNumber = (count: number): string => number.format(count);

/** `1 article`, `2,340 articles`. */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatNumber(count)} ${count === 1 ? noun : plural}`;

/** As a label begins. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
