// From a word of a name to its sound: what the spellings of one name have in common in every transliteration.
import { foldWord } from '../normalize.ts';
import { romanize } from './romanize.ts';

/**
 * A sound is a word in which every letter is one sound. Small letters are themselves; capitals are sounds that most
 * transliterations write with two letters: `S` sh, `C` ch, `J` dj, `Z` zh, `H` kh, `G` gh, `D` dh, `T` th, `Q` ts.
 * The letters c, j, q, x, w and y stay as they are: what they sound like depends on who wrote them.
 */
export type Sound = string;

/** Letters whose mark tells the sound that the plain letter hides: Turkish, Kurdish, Czech, Polish and ALA-LC signs. */
const markedLetters: Readonly<Record<string, string>> = {
  š: 'sh', ş: 'sh', ș: 'sh', ś: 'sh', č: 'ch', ç: 'ch', ć: 'ch', ž: 'zh', ż: 'zh', ź: 'zh', ğ: 'gh', ġ: 'gh', ḡ: 'gh',
  ḵ: 'kh', ẖ: 'kh', ḫ: 'kh', ḏ: 'dh', ṯ: 'th', ǧ: 'j', ǰ: 'j', đ: 'd', ţ: 'ts', ț: 'ts',
}; // prettier-ignore
const markedLetter = new RegExp(`[${Object.keys(markedLetters).join('')}]`, 'gu');

/** Hebrew letters that a sign makes those of other languages: Judt, Zhukov, Churchill. */
const withGeresh: Readonly<Record<string, string>> = { ג: 'j', ז: 'zh', צ: 'ch', ץ: 'ch', ת: 'th' };
const geresh = new RegExp(`[${Object.keys(withGeresh).join('')}]['׳’‘]`, 'gu');

/**
 * Groups of letters for one sound, in the order in which they are looked for: BGN/PCGN and ALA-LC (kh, gh, zh, shch),
 * German (schtsch, tsch, dsch), French (tch, dj, ou), Dutch (tsj, sj, oe), Polish (szcz, cz), Wade-Giles (hs, ts, tz).
 */
const groups: readonly (readonly [RegExp, string])[] = [
  [/schtsch|shch|chtch|sjtsj|szcz/g, 'S'],
  [/tsch|tch|tsh|tsj|tj|cz/g, 'C'],
  [/dsch|dzh|dzj|dsj|dj/g, 'J'],
  [/sch|sh|sj|sz|hs(?=[iu])/g, 'S'],
  // Yitzhak.
  [/tzh/g, 'Qh'],
  [/zh|zj/g, 'Z'],
  [/kh/g, 'H'],
  [/gh/g, 'G'],
  [/dh/g, 'D'],
  [/th/g, 'T'],
  [/ch/g, 'C'],
  [/ph/g, 'f'],
  [/bh/g, 'b'],
  [/ts|tz/g, 'Q'],
  [/ck|cq|qu(?=[ei])/g, 'k'],
  [/ou|oo|oe/g, 'u'],
  [/ee/g, 'i'],
  // A glide after or before i says nothing of its own: Sulaymaniyah, Sulaimaniya, Zelenskij.
  [/(?<=[aeou])y(?![aeiou])/g, 'i'],
  [/i[yj](?=[aeou]|$)|yi|(?<![aeiou])y(?![aeiou])/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeiou])h$/, ''],
];

/** The sound of one word, in any case and script; empty if it holds no letter or digit. */
export function soundOf(word: string): Sound {
  let sound = word
    .toLowerCase()
    .normalize('NFC')
    .replace(markedLetter, (sign) => markedLetters[sign] ?? sign)
    .replace(geresh, (pair) => withGeresh[pair[0] ?? ''] ?? pair);
  sound = romanize(foldWord(sound));
  for (const [pattern, letters] of groups) sound = sound.replace(pattern, letters);
  return sound;
}

/** The class or classes of each sound; `-` is none: a vowel, or a sound that some transliterations leave out. */
const classes: Readonly<Record<string, string>> = {
  k: 'K', g: 'K', G: 'K', H: 'K-', q: 'K', c: 'KS', x: 'SK', C: 'SK',
  s: 'S', S: 'S', z: 'S', Z: 'S', J: 'S', Q: 'S', j: 'S-',
  t: 'T', d: 'T', T: 'TS', D: 'TS', p: 'P', b: 'P', f: 'P', v: 'P', w: 'P-',
  m: 'N', n: 'N', l: 'L', r: 'R',
  a: '-', e: '-', i: '-', o: '-', u: '-', y: '-', h: '-',
}; // prettier-ignore

/** Before the front vowels these have a second sound: Pinyin qi, and gi in most languages of Europe. */
const softClasses: Readonly<Record<string, string>> = { q: 'SK', g: 'KS' };

/** How many classes a key has; fewer only where the word has fewer. */
export const keyLength = 3;
const mostKeys = 6;

/**
 * The first consonants of a sound as classes (`SLN` for Soleimani), every reading of its ambiguous letters; two
 * spellings of a name nearly always share one. The keys of the reversed sound are those of a word's end.
 */
export function soundKeys(sound: Sound, length: number = keyLength): string[] {
  let open: { key: string; last: string; at: number }[] = [{ key: '', last: '', at: 0 }];
  const done = new Set<string>();
  while (open.length > 0 && done.size < mostKeys) {
    const next: typeof open = [];
    for (const { key, last, at } of open) {
      const letter = sound[at];
      if (letter === undefined || key.length === length) {
        done.add(key);
        continue;
      }
      for (const kind of classesAt(sound, at)) {
        if (kind === '-') next.push({ key, last: '', at: at + 1 });
        // Neighbours of one class are one: kasikci, rakka.
        else next.push({ key: kind === last ? key : key + kind, last: kind, at: at + 1 });
      }
    }
    open = next.slice(0, mostKeys * 2);
  }
  return [...done].filter((key) => key !== '');
}

function classesAt(sound: Sound, at: number): string {
  const letter = sound[at] ?? '';
  const soft = softClasses[letter];
  if (soft !== undefined && /[eiu]/.test((sound[at + 1] ?? '') + (sound[at - 1] ?? ''))) return soft;
  // A letter of another script, or a digit, is a class of its own.
  return classes[letter] ?? letter;
}

/** A sound from its end to its beginning. */
export const reverseSound = (sound: Sound): Sound => [...sound].reverse().join('');
