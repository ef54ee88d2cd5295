// Turns the bytes of a copy into text: UTF-8 unless they say or show that they are something else.
import { analyse } from 'chardet';
import { cutStart } from './draft.ts';

export interface Decoded {
  text: string;
  /** What was guessed, and by which characters a maintainer sees whether the guess is right. */
  doubts: string[];
}

const marks: readonly [bytes: number[], encoding: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Decodes a copy; line ends become LF, a byte order mark is left out.
 * @param given an encoding the maintainer names; it wins over everything
 * @param declared one the file itself names, as HTML may
 */
export function decodeCopy(
  bytes: Uint8Array,
  given: string | undefined,
  declared?: string,
): Decoded | { refusal: string } {
  const mark = marks.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1];
  const certain = given ?? mark;
  if (certain !== undefined) {
    const text = decode(bytes, certain);
    return text === undefined
      ? { refusal: `The file is not text in the encoding ${certain}; save it as UTF-8 and import that.` }
      : { text, doubts: [] };
  }
  const wide = findWide(bytes);
  const plain = decode(bytes, wide ?? 'utf-8');
  if (plain !== undefined) return { text: plain, doubts: [] };
  const encodings = [
    ...(declared === undefined ? [] : [declared]),
    ...analyse(bytes)
      .map(({ name }) => name)
      .filter((name) => name !== 'UTF-8' && name !== 'ASCII'),
    'windows-1252',
  ];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text === undefined || /[\u0080-\u009f]/.test(text)) continue;
    const signs = [...new Set(text.match(/[\p{L}\p{M}]*[^\u0000-\u007f][\p{L}\p{M}]*/gu))].join(' ');
    return {
      text,
      doubts:
        encoding === declared
          ? []
          : [
              `The file is not UTF-8; it was read as ${encoding.toLowerCase()}, in which it has ${cutStart(signs, 100)}. --encoding gives another.`,
            ],
    };
  }
  const line = (Buffer.from(bytes).toString('utf8').split('\ufffd')[0] ?? '').split(/\r\n?|\n/).length;
  return { refusal: `The file is not UTF-8 (see line ${line}); say its encoding with --encoding.` };
}

/** Text of two bytes a character without a mark: every other byte of Latin text is zero. */
function findWide(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < sample.length / 4 || Math.min(even, odd) > sample.length / 20) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Whether a name is one that a decoder knows. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true })
      .decode(bytes)
      .replace(/\r\n?|\u2028/g, '\n')
      .replace(/\u2029/g, '\n\n');
  } catch {
    return undefined;
  }
}
