// The picture that stands for an article where it is shared: its headline on the archive's paper, as SVG; pure.
import { splitRuns } from './card-faces.ts';

export interface Card {
  /** The name of the archive. */
  name: string;
  title: string;
  direction: 'ltr' | 'rtl';
  /** Where and when it appeared. */
  source: string;
}

/** The width in pixels of what an SVG draws. */
export type Measure = (svg: string) => number;

const width = 1200;
const height = 630;
const margin = 80;
const inner = width - 2 * margin;
/** Where the headline stands. */
const top = 178;
const bottom = 510;
const lineHeight = 1.13;
const sizes = [84, 76, 68, 60, 52, 46];

/** A headline in a script that no face has is left out; the name and the source stand for it. */
export function buildCard({ name, title, direction, source }: Card, measure: Measure): string {
  const canSet = splitRuns(title) !== undefined;
  const { size, lines } = canSet ? breakTitle(title, direction, measure) : { size: 0, lines: [] };
  const x = direction === 'rtl' ? width - margin : margin;
  const text = lines
    .map((line, index) => renderLine(line, direction, x, top + size * (0.82 + index * lineHeight), size))
    .join('');
  const label = splitRuns(source) === undefined ? '' : renderLine(source, 'ltr', margin, 570, 32, '#5f5b52');
  return frame(
    `<rect width="${width}" height="${height}" fill="#fbfaf6"/>` +
      `<text x="${margin}" y="104" font-family="Newsreader" font-size="54" letter-spacing="-1.2" fill="#1b1a17">${escape(name)}<tspan fill="#8c1d18">.</tspan></text>` +
      `<path d="M${margin} 134h${inner}M${margin} 140h${inner}" stroke="#1b1a17" stroke-width="2"/>` +
      text +
      label,
  );
}

/** The largest size in which the headline finds room, and its lines, all about as long. */
function breakTitle(
  title: string,
  direction: Card['direction'],
  measure: Measure,
): { size: number; lines: string[] } {
  const widthOf = (line: string, size: number): number =>
    measure(frame(renderLine(line, direction, margin, 100, size)));
  const perLetter = widthOf(title, 10) / 10 / Math.max(1, title.length);
  const smallest = sizes.at(-1) ?? 0;
  for (const size of sizes) {
    const room = Math.floor((bottom - top) / (size * lineHeight));
    const whole = perLetter * title.length * size;
    for (let count = Math.max(1, Math.ceil(whole / inner)); count <= room; count += 1) {
      const lines = fill(title, Math.max(whole / count, inner * 0.5) / (perLetter * size), count);
      if (lines !== undefined && lines.every((line) => widthOf(line, size) <= inner)) return { size, lines };
    }
  }
  const letters = Math.floor(inner / (perLetter * smallest)) - 2;
  const lines = fill(title, letters, Infinity) ?? [];
  const room = Math.floor((bottom - top) / (smallest * lineHeight));
  return { size: smallest, lines: lines.length > room ? [...lines.slice(0, room - 1), '…'] : lines };
}

/** Breaks a title into lines of about `letters` letters; undefined if it needs more than `most` lines. */
function fill(title: string, letters: number, most: number): string[] | undefined {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length / 2 <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > most ? undefined : lines;
}

/** One line, each stretch in its face; the signs around it give its direction to what has none of its own. */
function renderLine(
  line: string,
  direction: Card['direction'],
  x: number,
  y: number,
  size: number,
  fill = '#1b1a17',
): string {
  const runs = splitRuns(direction === 'rtl' ? `\u202b${line}\u202c` : line) ?? [];
  const spans = runs.map(({ family, text }) => `<tspan font-family="${family}">${escape(text)}</tspan>`);
  const anchor = direction === 'rtl' ? 'end' : 'start';
  return `<text x="${x}" y="${Math.round(y)}" font-size="${size}" font-weight="500" text-anchor="${anchor}" fill="${fill}" xml:space="preserve">${spans.join('')}</text>`;
}

const frame = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
