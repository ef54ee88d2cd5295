// Draws the pictures for sharing and the icons, each once: what has been drawn is kept under the hash of its SVG.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawingCacheDir } from '../disk/folders.ts';
import { keep, readKept } from '../disk/kept-file.ts';
import { site } from '../site.ts';
import { buildCard, type Card, type Measure } from './card.ts';
import { readCardFaces } from './card-faces.ts';

export interface Drawing {
  /** The PNG of an SVG, in the width given or its own. */
  draw: (svg: string, width?: number) => Promise<Uint8Array>;
  /** How wide the text of an SVG is. */
  measure: Measure;
  /** The PNG of a card. */
  drawCard: (card: Card) => Promise<Uint8Array>;
}

let ready: Promise<void> | undefined;

/** Starts the renderer; the faces are read at once, for no system's own may get into a picture. */
export async function openDrawing(): Promise<Drawing> {
  const { resolve } = createRequire(import.meta.url);
  ready ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then((wasm) => initWasm(wasm));
  await ready;
  const font = { fontBuffers: readCardFaces(), loadSystemFonts: false, defaultFontFamily: 'Newsreader' };
  const measure: Measure = (svg) => {
    const drawing = new Resvg(svg, { font });
    const width = drawing.getBBox()?.width ?? 0;
    drawing.free();
    return width;
  };
  const draw: Drawing['draw'] = (svg, width) =>
    drawOnce([svg, String(width)], () => {
      const drawing = new Resvg(svg, {
        font,
        ...(width === undefined ? {} : { fitTo: { mode: 'width', value: width } }),
      });
      const image = drawing.render();
      const png = image.asPng();
      image.free();
      drawing.free();
      return png;
    });
  // The lines of a card are found by measuring, so the card as a whole is the key and not its SVG.
  const drawCard: Drawing['drawCard'] = (card) =>
    drawOnce([site.name, JSON.stringify(card)], () => draw(buildCard(card, measure)));
  return { draw, drawCard, measure };
}

/** What is drawn from the same by the same code is the same. */
async function drawOnce(key: string[], make: () => Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
  const hash = createHash('sha256')
    .update([await codeVersion(), ...key].join('\0'))
    .digest('hex');
  const path = join(drawingCacheDir(), `${hash.slice(0, 40)}.drawing`);
  const kept = readKept(path);
  if (kept !== undefined) return kept;
  const made = await make();
  keep(path, made);
  return made;
}

let version: Promise<string> | undefined;

/** A hash over the code that draws and the versions of what it draws with. */
async function codeVersion(): Promise<string> {
  version ??= Promise.all(
    ['./card.ts', './card-faces.ts', './draw-cards.ts', '../../package-lock.json'].map((file) =>
      readFile(new URL(file, import.meta.url)),
    ),
  ).then((files) => files.reduce((hash, file) => hash.update(file), createHash('sha256')).digest('hex'));
  return version;
}
