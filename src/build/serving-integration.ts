// Adds what servers need to Astro's output: the list of moved addresses, and compressed files if wanted.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentDir } from '../disk/folders.ts';
import { listRedirects } from '../reading/permalinks.ts';
import { compressFolder } from '../exports/serving/compress.ts';
import { movedFile, renderMoved } from '../exports/serving/moved.ts';

/** Set by `npm run build -- --compress`; the environment is what the command and Astro's configuration share. */
export const compressVariable = 'COMPRESS';

/** The integration for astro.config.ts; must stand after those that write files, and before the one that publishes. */
export function servingIntegration(): AstroIntegration {
  return {
    name: 'dateline-serving',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        await writeFile(join(folder, movedFile), renderMoved(listRedirects(contentDir())));
        if (process.env[compressVariable] !== '1') return;
        logger.info('Compressing the files');
        await compressFolder(folder.replace(/[\\/]$/, ''));
      },
    },
  };
}
