// Wraps a PNG as an ICO file, which browsers ask for where no page names an icon.

const headerLength = 22;

/** An ICO with one picture of `size` by `size` pixels, at most 255. */
export function wrapIcon(png: Uint8Array, size: number): Uint8Array {
  const icon = Buffer.alloc(headerLength + png.length);
  icon.writeUInt16LE(1, 2);
  icon.writeUInt16LE(1, 4);
  icon.writeUInt8(size, 6);
  icon.writeUInt8(size, 7);
  icon.writeUInt16LE(1, 10);
  icon.writeUInt16LE(32, 12);
  icon.writeUInt32LE(png.length, 14);
  icon.writeUInt32LE(headerLength, 18);
  icon.set(png, headerLength);
  return icon;
}
