// Letters of other alphabets in Latin ones, so that a name typed in its own script is compared by its sound.

/**
 * One table a script, `letter` to Latin letters. Cyrillic, Greek, Arabic with Persian and Urdu, Hebrew and Georgian
 * after the BGN/PCGN romanization systems, without the marks that no reader types.
 */
const tables: readonly string[] = [
  // Cyrillic: Russian, then Ukrainian, Belarusian, Serbian, Macedonian and Kazakh letters.
  `а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh
   щ shch ъ - ы y ь - э e ю yu я ya і i ї yi є ye ґ g ў w ђ dj ј y љ l њ n ћ ch џ dzh ѓ g ќ k ѕ dz ғ gh қ q ң ng
   ө o ұ u ү u һ h ә a`,
  // Greek; the pairs that are one sound come first.
  `ου ou μπ b ντ d γκ g γγ ng τζ tz α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s
   τ t υ y φ f χ kh ψ ps ω o`,
  // Arabic, with the letters of Persian, Urdu, Kurdish and Pashto.
  `ا a أ a إ i آ a ٱ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع - غ gh ف f ق q ك k
   ک k ل l م m ن n ه h ة a و w ؤ w ي y ی y ى a ئ y ء - پ p چ ch ژ zh گ g ڤ v ڵ l ێ e ۆ o ە e ہ h ے e ں n ڈ d ٹ t ړ r`,
  // Hebrew.
  `א a ב b ג g ד d ה h ו v ז z ח kh ט t י y כ kh ך kh ל l מ m ם m נ n ן n ס s ע a פ p ף f צ ts ץ ts ק k ר r ש sh ת t`,
  // Georgian.
  `ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts
   ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h`,
];

const latin = new Map<string, string>();
for (const table of tables) {
  const cells = table.trim().split(/\s+/);
  for (let at = 0; at + 1 < cells.length; at += 2)
    latin.set(cells[at] ?? '', cells[at + 1] === '-' ? '' : (cells[at + 1] ?? ''));
}

const otherScript = /[\u0370-\u05ff\u0600-\u06ff\u10a0-\u10ff]/u;
const letters = new RegExp([...latin.keys()].join('|'), 'gu');

/** A lower-case word with the letters of these scripts in Latin; words of every other script come back as they are. */
export function romanize(word: string): string {
  if (!otherScript.test(word)) return word;
  const plain = /\p{Script=Hebrew}/u.test(word) ? readVowels(word) : word;
  return plain.replace(letters, (letter) => latin.get(letter) ?? letter);
}

/** Hebrew vav and yod are consonants at the start of a word and doubled, and mostly vowels elsewhere. */
const readVowels = (word: string): string =>
  word
    .replace(/וו/gu, 'v')
    .replace(/^או/u, 'o')
    .replace(/^אי/u, 'i')
    .replace(/(?<=.)יי/gu, 'ay')
    .replace(/(?<=.)ו/gu, 'o')
    .replace(/(?<=.)י/gu, 'i')
    .replace(/(?<=[^aeio])ה$/u, 'a');
