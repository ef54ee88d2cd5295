// Bundles the pages as `npm run build` does and prints, as JSON, the packages that are in what they send to browsers.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { bundlesDir } from '../../src/disk/folders.ts';
import { setBundling } from '../../src/build/bundling.ts';

const names = new Set<string>();
// Astro bundles within the project only.
mkdirSync(bundlesDir(), { recursive: true });
const folder = mkdtempSync(join(bundlesDir(), 'listed-'));
setBundling(folder);
await build({
  logLevel: 'error',
  vite: {
    plugins: [
      {
        name: 'list-bundled',
        generateBundle(_, bundle) {
          if (this.environment.name !== 'client') return;
          for (const file of Object.values(bundle)) {
            if (file.type !== 'chunk') continue;
            for (const [id, { renderedLength }] of Object.entries(file.modules)) {
              if (renderedLength === 0) continue;
              // What begins with a null character a plugin has written: `\0vite/preload-helper.js`.
              const own = /^\0((?:@[\w.-]+\/)?[\w.-]+)/.exec(id)?.[1];
              const installed = /.*\/node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\//.exec(id)?.[1];
              names.add(own ?? installed ?? '');
            }
          }
        },
      },
    ],
  },
});
rmSync(folder, { recursive: true, force: true });
names.delete('');
console.log(JSON.stringify([...names].sort()));
process.exit(0);
