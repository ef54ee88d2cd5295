// Unpacks a WOFF file into the plain font that an SVG renderer reads.
// The format: WOFF File Format 1.0, W3C Recommendation of 13 December 2012.
import { inflateSync } from 'node:zlib';

const signature = 0x774f4646;
const headerLength = 44;
const entryLength = 20;

/**
 * The sfnt in a WOFF 1.0 file, its tables in the order of their directory.
 * @throws RangeError if the file is none
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.length < headerLength || woff.readUInt32BE(0) !== signature)
    throw new RangeError('This is not a WOFF 1.0 file.');
  const count = woff.readUInt16BE(12);
  const sfnt = Buffer.alloc(woff.readUInt32BE(16));
  const power = 31 - Math.clz32(count);
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(16 << power, 6);
  sfnt.writeUInt16BE(power, 8);
  sfnt.writeUInt16BE(16 * (count - (1 << power)), 10);
  let end = 12 + 16 * count;
  for (let index = 0; index < count; index += 1) {
    const entry = headerLength + index * entryLength;
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at)) as [
      number,
      number,
      number,
      number,
    ];
    const record = 12 + index * 16;
    woff.copy(sfnt, record, entry, entry + 4);
    sfnt.writeUInt32BE(checksum, record + 4);
    sfnt.writeUInt32BE(end, record + 8);
    sfnt.writeUInt32BE(length, record + 12);
    const table = woff.subarray(offset, offset + packed);
    (packed < length ? inflateSync(table) : table).copy(sfnt, end);
    // Tables begin at multiples of four bytes.
    end += Math.ceil(length / 4) * 4;
  }
  return sfnt;
}
