// Typing errors as fingers make them: a letter left out, one too many, a wrong one, or two in the wrong order.
import { foldName } from '../../src/names/normalize.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A name with one error that case and marks do not hide; `random` gives numbers from 0 to 1. */
export function mistype(name: string, random: () => number): string {
  for (;;) {
    const signs = [...name];
    const at = Math.floor(random() * signs.length);
    const next = signs[at + 1] ?? '';
    const other = letters[Math.floor(random() * letters.length)] ?? '';
    if (!/\p{L}/u.test(signs[at] ?? '')) continue;
    const kind = Math.floor(random() * 4);
    if (kind === 0) signs.splice(at, 1);
    else if (kind === 1) signs.splice(at, 0, other);
    else if (kind === 2) signs[at] = other;
    else if (/\p{L}/u.test(next)) signs.splice(at, 2, next, signs[at] ?? '');
    const mistyped = signs.join('');
    if (foldName(mistyped) !== foldName(name)) return mistyped;
  }
}
