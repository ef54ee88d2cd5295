// How Astro builds the site: static pages, styles inline, Markdown as in the archive, the last site replaced at the end.
import { unified } from '@astrojs/markdown-remark';
import { defineConfig, fontProviders } from 'astro/config';
import { astroCacheDir, outDir } from './src/archive/folders.ts';
import { publishIntegration } from './src/archive/publish.ts';
import { datasetIntegration } from './src/exports/dataset/integration.ts';
import { picturesIntegration } from './src/exports/pictures-integration.ts';
import { safetyPlugins, syntaxPlugins } from './src/markdown/pipeline.ts';
import { searchIntegration } from './src/search/integration.ts';
import { site } from './src/site.ts';

/** The face in two files: most pages need the first alone, names with rarer letters bring the second. Of two ranges that overlap the later one counts. */
const newsreader = (subset: 'latin' | 'latin-ext', ...range: [string, ...string[]]) => ({
  weight: '200 800',
  style: 'normal' as const,
  src: [`@fontsource-variable/newsreader/files/newsreader-${subset}-wght-normal.woff2`] as [string],
  unicodeRange: range,
});

export default defineConfig({
  site: site.origin,
  base: site.base,
  outDir: outDir(),
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
  integrations: [searchIntegration(), datasetIntegration(), picturesIntegration(), publishIntegration()],
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
        variants: [
          newsreader('latin-ext', 'U+100-2FF', 'U+1D00-1EFF', 'U+20A0-20C0', 'U+2C60-2C7F', 'U+A720-A7FF'),
          newsreader(
            'latin',
            'U+0-FF',
            'U+131',
            'U+152-153',
            'U+2BB-2BC',
            'U+2C6',
            'U+2DA',
            'U+2DC',
            'U+2000-206F',
            'U+20AC',
            'U+2122',
            'U+2190-2193',
            'U+2212',
          ),
        ],
      },
    },
  ],
  devToolbar: { enabled: false },
});
