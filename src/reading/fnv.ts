// A small hash of a text, the same in Node and in the browser; for tables and sketches, never for safety.

/** FNV-1a over UTF-16 code units: 32 bits, without a sign. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
