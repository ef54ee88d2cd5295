// Draws the pictures of a site: the cards that its pages are shared with, and its icons.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import { publicDir } from '../disk/folders.ts';
import { openDrawing } from '../exports/draw-cards.ts';
import { wrapIcon } from '../exports/icon.ts';
import { textDirection } from '../schema/text-direction.ts';
import { site } from '../site.ts';
import { archiveCardUrl, articleCardUrl, iconUrl, sitePath } from '../urls.ts';
import { articlesWithCard } from '../views/cards.ts';

/** Sides of the icons in pixels: for a browser's list of apps, its start page, and a phone's home screen. */
export const iconSizes = [180, 192, 512] as const;

const day = new Intl.DateTimeFormat(site.language === 'en' ? 'en-GB' : site.language, {
  dateStyle: 'long',
  timeZone: 'UTC',
  calendar: 'gregory',
});

export interface Picture {
  /** Made by urls.ts. */
  url: string;
  bytes: Uint8Array;
}

/** Every picture; what was drawn before is not drawn again. */
export async function* drawPictures(archive: Archive): AsyncGenerator<Picture> {
  const { draw, drawCard } = await openDrawing();
  const icon = await readFile(join(publicDir(), 'favicon.svg'), 'utf8');
  for (const size of iconSizes) yield { url: iconUrl(size), bytes: await draw(icon, size) };
  yield { url: sitePath('favicon.ico'), bytes: wrapIcon(await draw(icon, 32), 32) };
  const { name, description } = site;
  const whole = {
    name,
    title: description,
    direction: textDirection(site.language),
    source: new URL(site.origin).host,
  };
  yield { url: archiveCardUrl(), bytes: await drawCard(whole) };
  for (const article of articlesWithCard(archive)) {
    const { title, language } = article;
    const card = { name, title, direction: textDirection(language), source: tellSource(article, archive) };
    yield { url: articleCardUrl(article.id), bytes: await drawCard(card) };
  }
}

/** Where and when an article appeared, in words. */
function tellSource({ publication, published }: Article, { recordByKey }: Archive): string {
  const name = recordByKey.get(recordKey('publications', publication))?.name ?? '';
  return `${name}, ${day.format(new Date(`${published}T00:00:00Z`))}`;
}
