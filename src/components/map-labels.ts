// Sets the names on a map: as many as find room, the most important first, none over another.

export interface Label {
  /** The middle of the text's line; the start or end of it where `anchor` says so. */
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  text: string;
}

/** Height of the letters, and width of one on average, in units of the map. */
export const letter = { height: 22, width: 12 };

type Box = [left: number, top: number, right: number, bottom: number];

/**
 * @param wanted the most important first; `fixed` ones are set wherever they stand, of two with one text the first that can
 * @param size of the map: no label reaches over its edge
 */
export function placeLabels(
  wanted: readonly (Label & { fixed?: boolean })[],
  { width, height }: { width: number; height: number },
): Label[] {
  const taken: Box[] = [];
  const placed: Label[] = [];
  for (const { fixed = false, ...label } of wanted) {
    if (placed.some(({ text }) => text === label.text)) continue;
    const long = label.text.length * letter.width;
    const shift = { start: 0, middle: long / 2, end: long }[label.anchor];
    const inside = Math.min(Math.max(label.x - shift, 4), width - long - 4) + shift;
    const x = Math.round(fixed ? label.x : inside);
    const y = Math.round(label.y);
    const box: Box = [x - shift - 4, y - letter.height, x - shift + long + 4, y + 8];
    const isOut = long > width - 8 || box[1] < 0 || box[3] > height;
    if (!fixed && (isOut || taken.some((other) => overlap(box, other)))) continue;
    taken.push(box);
    placed.push({ ...label, x, y });
  }
  return placed;
}

const overlap = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
