// The drawn pictures of a site: the cards that its pages are shared with, and its icons.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recordKey, type Archive, type Article } from '../archive/build.ts';
import { publicDir } from '../disk/folders.ts';
import type { Card } from '../exports/card.ts';
import { openDrawing, type Drawing } from '../exports/draw-cards.ts';
import { wrapIcon } from '../exports/icon.ts';
import { textDirection } from '../schema/text-direction.ts';
import { site } from '../site.ts';
import { archiveCardUrl, articleCardUrl, iconUrl, sitePath } from '../urls.ts';
import { articlesWithCard } from '../views/cards.ts';
import type { SideFile } from './side-files.ts';

/** Sides of the icons in pixels: for a browser's list of apps, its start page, and a phone's home screen. */
export const iconSizes = [180, 192, 512] as const;

const day = new Intl.DateTimeFormat(site.language === 'en' ? 'en-GB' : site.language, {
  dateStyle: 'long',
  timeZone: 'UTC',
  calendar: 'gregory',
});

/** Every drawn picture of a site. */
export async function* listDrawings(archive: Archive): AsyncGenerator<SideFile> {
  let opened: Promise<Drawing> | undefined;
  const open = (): Promise<Drawing> => (opened ??= openDrawing());
  const icon = await readFile(join(publicDir(), 'favicon.svg'), 'utf8');
  for (const size of iconSizes)
    yield { url: iconUrl(size), source: icon, render: async () => (await open()).draw(icon, size) };
  yield {
    url: sitePath('favicon.ico'),
    source: icon,
    render: async () => wrapIcon(await (await open()).draw(icon, 32), 32),
  };
  const toFile = (url: string, card: Card): SideFile => ({
    url,
    source: card,
    render: async () => (await open()).drawCard(card),
  });
  const { name, description } = site;
  yield toFile(archiveCardUrl(), {
    name,
    title: description,
    direction: textDirection(site.language),
    source: new URL(site.origin).host,
  });
  for (const article of articlesWithCard(archive)) {
    const { title, language } = article;
    const direction = textDirection(language);
    yield toFile(articleCardUrl(article.id), {
      name,
      title,
      direction,
      source: tellSource(article, archive),
    });
  }
}

/** Where and when an article appeared, in words. */
function tellSource({ publication, published }: Article, { recordByKey }: Archive): string {
  const name = recordByKey.get(recordKey('publications', publication))?.name ?? '';
  return `${name}, ${day.format(new Date(`${published}T00:00:00Z`))}`;
}
