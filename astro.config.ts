// How Astro bundles the pages and serves them in development: styles inline, Markdown as in the archive.
import { unified } from '@astrojs/markdown-remark';
import { defineConfig, fontProviders } from 'astro/config';
import { astroCacheDir, publicDir } from './src/disk/folders.ts';
import { bundleIntegration } from './src/build/bundle.ts';
import { cutFaces } from './src/build/faces.ts';
import { datasetIntegration } from './src/build/dataset-integration.ts';
import { safetyPlugins, syntaxPlugins } from './src/markdown/pipeline.ts';
import { searchIntegration } from './src/build/search-integration.ts';
import { sideFilesIntegration } from './src/build/side-files-integration.ts';
import { site } from './src/site.ts';

export default defineConfig({
  site: site.origin,
  base: site.base,
  publicDir: publicDir(),
  cacheDir: astroCacheDir(),
  // Every link has its slash; a picture in development must be found without one.
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'always' },
  markdown: {
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins: syntaxPlugins,
      rehypePlugins: safetyPlugins,
    }),
    syntaxHighlight: false,
  },
  integrations: [bundleIntegration(), searchIntegration(), datasetIntegration(), sideFilesIntegration()],
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
  // Of a large archive these are tens of thousands of files, and no page is made from them.
  vite: { server: { watch: { ignored: ['**/.*.spare/**'] } } },
});
