// The characters that no content may hold: nobody sees them, and some turn the order of the text around.

/** C0 and C1 controls but tab and line ends, bidirectional overrides and isolates, tag characters, halves of a surrogate pair. */
export const forbiddenCharacters =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}\ud800-\udfff]/gu;

/** `U+202E`: how a character that nobody sees is named. */
export const renderCodePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
