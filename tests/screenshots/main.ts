// `npm run screenshots`: builds the archive, photographs its pages as readers see them, and keeps the pictures small.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { serveSite } from '../../src/cli/serve.ts';
import { findChromium } from '../browser/chromium.ts';

const pages = {
  home: '',
  article: '2020/01/03/us-assassinates-top-iranian-general/',
  person: 'people/qasem-soleimani/',
  place: 'places/baghdad/',
  search: 'search/?q=suleimani',
  year: '2020/',
} as const;
const schemes = ['light', 'dark'] as const;
const widths = [360, 1280] as const;
const target = '.github/screenshots';

/** Many colours are shades of the same few; a palette holds them all at a fraction of the size. */
const shrink = (png: Buffer): Promise<Buffer> =>
  sharp(png).png({ palette: true, colours: 64, effort: 10 }).toBuffer();

/** The face comes with the first page and is there for the next: a picture shows it as a second visit does. */
async function open(page: Page, address: string): Promise<void> {
  for (let visit = 0; visit < 5; visit += 1) {
    await page.goto(address, { waitUntil: 'networkidle' });
    const hasFace = await page.evaluate(() =>
      [...document.fonts].some(
        ({ family, status }) => family.startsWith('Newsreader') && status === 'loaded',
      ),
    );
    if (hasFace) return;
  }
  throw new Error(`${address} was never set in its own face.`);
}

async function photograph(site: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  for (const colorScheme of schemes) {
    for (const width of widths) {
      const height = width === 360 ? 780 : 900;
      const context = await browser.newContext({ colorScheme, viewport: { width, height } });
      const page = await context.newPage();
      for (const [name, path] of Object.entries(pages)) {
        await open(page, `${site}${path}`);
        const png = await page.screenshot({ animations: 'disabled' });
        await writeFile(join(target, `${name}-${width}-${colorScheme}.png`), await shrink(png));
      }
      await context.close();
    }
  }
  const page = await browser.newPage();
  await open(page, `${site}${pages.article}`);
  await writeFile(join(target, 'article.pdf'), await page.pdf({ format: 'A4', preferCSSPageSize: true }));
  await browser.close();
}

const folder = await mkdtemp(join(tmpdir(), 'dateline-screenshots-'));
try {
  const env = { ...process.env, OUT_DIR: join(folder, 'site') };
  const { status } = spawnSync(process.execPath, ['src/cli/main.ts', 'build'], { env, stdio: 'inherit' });
  if (status !== 0) throw new Error('Without a site there is nothing to photograph.');
  await mkdir(target, { recursive: true });
  const { address, servers } = await serveSite(join(folder, 'site'), 0);
  await photograph(address);
  for (const server of servers) server.close();
  console.log(`The pictures are in ${target}.`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
