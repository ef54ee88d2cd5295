// Sets the names on a map: as many as find room, the most important first, none over another.

export interface Label {
  /** The middle of the text's line; the start or end of it where `anchor` says so. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  text: string;
}

/** Height of the letters on a small map, in units of the map. */
export const letterHeight = 22;

export type Box = [left: number, top: number, right: number, bottom: number];

/**
 * @param wanted the most important first; `fixed` ones are set wherever they stand, of two with one text the first that can
 * @param size of the map: no label reaches over its edge
 * @param letters height of the letters
 * @param taken where no label may stand
 */
export function placeLabels(
  wanted: readonly (Label & { fixed?: boolean })[],
  { width, height }: { width: number; height: number },
  letters = letterHeight,
  taken: readonly Box[] = [],
): Label[] {
  const full = [...taken];
  const placed: Label[] = [];
  for (const { fixed = false, ...label } of wanted) {
    if (placed.some(({ text }) => text === label.text)) continue;
    const long = label.text.length * letters * 0.56;
    const shift = { start: 0, middle: long / 2, end: long }[label.anchor];
    // What stands beside a mark stays there; the name of a country may move to be seen whole.
    const isFree = label.anchor === 'middle' && !fixed;
    const x = Math.round(isFree ? Math.min(Math.max(label.x, shift + 4), width - shift - 4) : label.x);
    const y = Math.round(label.y);
    const box: Box = [x - shift - 4, y - letters, x - shift + long + 4, y + letters / 3];
    const isOut = box[0] < 0 || box[1] < 0 || box[2] > width || box[3] > height;
    if (!fixed && (isOut || full.some((other) => overlap(box, other)))) continue;
    full.push(box);
    placed.push({ ...label, x, y });
  }
  return placed;
}

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
