// Astro's log while a site is built in a terminal: pages are counted on one line, warnings and errors are kept.
import type { AstroLoggerDestination } from 'astro';
import { buildProgress } from './progress.ts';

export default function buildLog(): AstroLoggerDestination {
  const progress = buildProgress();
  let pages = 0;
  return {
    write({ level, message }) {
      if (level === 'warn' || level === 'error') {
        progress.end();
        console.error(message);
      } else if (message.includes('├─')) {
        pages += 1;
        progress.show('Rendering pages', pages);
      } else {
        progress.show('Building the site');
      }
    },
  };
}
