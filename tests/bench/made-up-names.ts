// Dice that always fall the same way, and the names that the made-up archive makes from parts: writers, walk-ons, records nobody mentions.

export interface Dice {
  /** A whole number from 0 to below `limit`. */
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** Some of a list, each at most once, in an order of their own. */
  draw: <T>(list: readonly T[], count: number) => T[];
}

/** Dice for a seed: xorshift with 32 bits (Marsaglia, Xorshift RNGs, 2003). */
export function buildDice(seed: number): Dice {
  // Seeds next to each other must not begin alike, and nought would stay nought.
  let state = Math.imul(seed + 1, 0x9e3779b1) || 1;
  const below = (limit: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
  below(1);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const draw = <T>(list: readonly T[], count: number): T[] => {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(below(left.length), 1),
    ).flat();
  };
  return { below, pick, draw };
}

export const writers: readonly string[] = [
  'Petra Vandersloot', 'Iain Mackerras', 'Lubna Farsakh', 'Tobias Ehrenfels', 'Samira Tannous', 'Owen Pritchardson',
]; // prettier-ignore

const givenNames = [
  'Agneta', 'Bertil', 'Clorinda', 'Dragan', 'Eulalia', 'Florin', 'Gudrun', 'Hristo', 'Ilona', 'Jarmila', 'Kazimir',
  'Lidija', 'Milivoj', 'Nerea', 'Octavian', 'Perpetua', 'Quirin', 'Rosalba', 'Sigurd', 'Tamsin', 'Ulrike', 'Vasco',
]; // prettier-ignore
const familyBeginnings = ['Abern', 'Brask', 'Corvel', 'Drumm', 'Fenn', 'Hollar', 'Jorv', 'Lindqv', 'Marchet', 'Oster', 'Pell', 'Tverd']; // prettier-ignore
const familyEndings = ['athy', 'etti', 'icek', 'olm', 'unescu', 'ander', 'ivic', 'owen'];

/** The name of walk-on number `index`, for up to 2,112 of them. */
export function walkOnName(index: number): { given: string; family: string } {
  const given = givenNames[index % givenNames.length] ?? '';
  // Family names come round in another order than given ones, so that few share theirs with the one before.
  const family =
    (index * 7 + Math.floor(index / givenNames.length)) % (familyBeginnings.length * familyEndings.length);
  const beginning = familyBeginnings[family % familyBeginnings.length] ?? '';
  return { given, family: beginning + (familyEndings[Math.floor(family / familyBeginnings.length)] ?? '') };
}

const syllables = ['ba', 'che', 'dri', 'fo', 'gu', 'hal', 'jen', 'kir', 'lom', 'mun', 'nash', 'pel', 'quo', 'ruz', 'sti', 'tav', 'vor', 'wen', 'yas', 'zim']; // prettier-ignore

/** Two made-up words for record number `index`, no two alike below 3,200,000, and how another paper might spell them. */
export function unmentionedName(index: number): { name: string; others: string[] } {
  const part = (at: number): string =>
    syllables[Math.floor(index / syllables.length ** at) % syllables.length] ?? '';
  const given = capitalize(`${part(0)}${part(2)}n`);
  const family = capitalize(`${part(1)}${part(3)}${part(0)}${part(4)}kun`);
  const softer = family.replaceAll('u', 'o').replaceAll('z', 's');
  return {
    name: `${given} ${family}`,
    others: [`${given} ${softer}`, `${given.charAt(0)}. ${family}`, `${given} al-${family}`].filter(
      (other) => other !== `${given} ${family}`,
    ),
  };
}

const capitalize = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
