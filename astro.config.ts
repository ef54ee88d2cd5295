// How Astro builds the site: static pages, styles inline, Markdown as in the archive, the last site replaced at the end.
import { unified } from '@astrojs/markdown-remark';
import { defineConfig, fontProviders } from 'astro/config';
import { astroCacheDir, outDir, publicDir } from './src/disk/folders.ts';
import { publishIntegration } from './src/build/publish.ts';
import { cutFaces } from './src/build/faces.ts';
import { finishIntegration } from './src/build/finish-integration.ts';
import { datasetIntegration } from './src/build/dataset-integration.ts';
import { picturesIntegration } from './src/build/pictures-integration.ts';
import { listFilesBesidePages } from './src/exports/published-files.ts';
import { servingIntegration } from './src/build/serving-integration.ts';
import { safetyPlugins, syntaxPlugins } from './src/markdown/pipeline.ts';
import { searchIntegration } from './src/build/search-integration.ts';
import { site } from './src/site.ts';

export default defineConfig({
  site: site.origin,
  base: site.base,
  outDir: outDir(),
  publicDir: publicDir(),
  cacheDir: astroCacheDir(),
  // Every link has its slash; a picture in development must be found without one.
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always', concurrency: 8 },
  markdown: {
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: syntaxPlugins,
      rehypePlugins: safetyPlugins,
    }),
    syntaxHighlight: false,
  },
  // The index, the dataset and the pictures are written beside the finished pages before they take the last site's place.
  integrations: [
    finishIntegration(),
    searchIntegration(),
    datasetIntegration(),
    picturesIntegration(),
    servingIntegration(),
    publishIntegration(listFilesBesidePages),
  ],
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Newsreader',
      cssVariable: '--newsreader',
      // A face that comes too late waits for the next page: text that stands does not move.
      display: 'optional',
      fallbacks: [],
      optimizedFallbacks: false,
      options: {
        variants: await cutFaces(),
      },
    },
  ],
  devToolbar: { enabled: false },
});
