// The characters that no content may hold: nobody sees them, and some turn the order of the text around.

/** C0 and C1 controls but tab and line ends, bidirectional overrides and isolates, tag characters, halves of a surrogate pair, and what is no character. */
export const forbiddenCharacters =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/gu;

/** `U+202E`: how a character that nobody sees is named. */
export const renderCodePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Characters without a shape that no script needs where they stand: spaces of no width, fillers, hyphens that only show
 * at the end of a line, line ends of another kind, signs that each font draws its own way, and joiners that are not between letters of a script that joins them, or parts of an emoji.
 */
export const needlessCharacters =
  /[\u00ad\u180e\u200b\u2028\u2029\u2060-\u2064\ufeff\u3164\u115f\u1160\uffa0\ue000-\uf8ff]|(?<=\p{M}{8})\p{M}+|(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}])[\u200c\u200d]/gu;
