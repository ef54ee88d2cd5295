// Reads what a picture file says of itself in its first bytes: which kind it is, and how many pixels it has.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

export type PictureKind = 'AVIF' | 'GIF' | 'JPEG' | 'PNG' | 'WebP';

export interface PictureFile {
  /** Bytes. */
  size: number;
  /** Missing if it is none of these. */
  kind?: PictureKind;
  /** Missing if the file is cut short or broken. */
  pixels?: { width: number; height: number };
}

/** Bytes at the start of a file in which its size is found, even after all that a camera writes first. */
const head = 512 * 1024;

/** @throws what the file system throws for a file that cannot be read */
export function readPicture(path: string): PictureFile {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.alloc(Math.min(size, head));
    readSync(file, bytes, 0, bytes.length, 0);
    const kind = kindOf(bytes);
    if (kind === undefined) return { size };
    const pixels = readPixels(kind, bytes);
    return { size, kind, ...(pixels !== undefined && pixels.width * pixels.height > 0 && { pixels }) };
  } finally {
    closeSync(file);
  }
}

function kindOf(bytes: Buffer): PictureKind | undefined {
  const text = (start: number, end: number): string => bytes.toString('latin1', start, end);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'PNG';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'GIF';
  if (text(0, 3) === '\xff\xd8\xff') return 'JPEG';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'WebP';
  if (text(4, 8) === 'ftyp' && /avi[fs]/.test(text(8, 40))) return 'AVIF';
  return undefined;
}

function readPixels(kind: PictureKind, bytes: Buffer): PictureFile['pixels'] {
  try {
    switch (kind) {
      case 'PNG':
        return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
      case 'GIF':
        return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
      case 'JPEG':
        return readJpeg(bytes);
      case 'WebP':
        return readWebp(bytes);
      case 'AVIF':
        return readAvif(bytes);
    }
  } catch (error) {
    // The file ends before its size does.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Goes from one marker segment to the next until the start of a frame (ITU-T T.81, annex B). */
function readJpeg(bytes: Buffer): PictureFile['pixels'] {
  for (let at = 2; ;) {
    const marker = bytes.readUInt16BE(at);
    if (marker >> 8 !== 0xff) return undefined;
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += marker === 0xffff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
}

/** The three forms of the first chunk: lossy, lossless and extended (RFC 9649). */
function readWebp(bytes: Buffer): PictureFile['pixels'] {
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    default:
      return undefined;
  }
}

/** The largest of the image spatial extents, "ispe" (ISO/IEC 23008-12). */
function readAvif(bytes: Buffer): PictureFile['pixels'] {
  let largest: PictureFile['pixels'];
  for (let at = bytes.indexOf('ispe'); at !== -1; at = bytes.indexOf('ispe', at + 4)) {
    const [width, height] = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
    if (largest === undefined || width * height > largest.width * largest.height) largest = { width, height };
  }
  return largest;
}
