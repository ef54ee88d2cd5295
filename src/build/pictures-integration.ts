// Joins the pictures to Astro: writes the cards for sharing and the icons beside the finished pages.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { buildArchive, recordKey } from '../archive/build.ts';
import { contentDir } from '../disk/folders.ts';
import { readArchive } from '../reading/read.ts';
import { textDirection } from '../schema/text-direction.ts';
import { site } from '../site.ts';
import { archiveCardUrl, articleCardUrl, iconUrl, sitePath } from '../urls.ts';
import { wrapIcon } from '../exports/icon.ts';
import { articlesWithCard } from '../views/cards.ts';
import { openDrawing } from '../exports/draw-cards.ts';

/** Sides of the icons in pixels: for a browser's list of apps, its start page, and a phone's home screen. */
export const iconSizes = [180, 192, 512] as const;

const day = new Intl.DateTimeFormat(site.language === 'en' ? 'en-GB' : site.language, {
  dateStyle: 'long',
  timeZone: 'UTC',
  calendar: 'gregory',
});

/** The integration for astro.config.ts; must stand before the one that publishes the finished folder. */
export function picturesIntegration(): AstroIntegration {
  return {
    name: 'dateline-pictures',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        logger.info('Drawing the pictures');
        const { draw, drawCard } = await openDrawing();
        const write = async (url: string, bytes: Uint8Array): Promise<void> => {
          const path = fileURLToPath(new URL(url.slice(sitePath('').length), dir));
          await mkdir(dirname(path), { recursive: true });
          await writeFile(path, bytes);
        };
        const icon = await readFile(new URL('favicon.svg', dir), 'utf8');
        for (const size of iconSizes) await write(iconUrl(size), await draw(icon, size));
        await write(sitePath('favicon.ico'), wrapIcon(await draw(icon, 32), 32));

        const { entries } = await readArchive(contentDir());
        const archive = buildArchive(entries);
        const { name, description } = site;
        await write(
          archiveCardUrl(),
          await drawCard({
            name,
            title: description,
            direction: textDirection(site.language),
            source: new URL(site.origin).host,
          }),
        );
        for (const article of articlesWithCard(archive)) {
          const publication = archive.recordByKey.get(recordKey('publications', article.publication));
          const { title, language, published } = article;
          const source = `${publication?.name ?? ''}, ${day.format(new Date(`${published}T00:00:00Z`))}`;
          await write(
            articleCardUrl(article.id),
            await drawCard({ name, title, direction: textDirection(language), source }),
          );
        }
      },
    },
  };
}
