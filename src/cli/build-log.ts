// Astro's log while a site is built: in a terminal pages are counted on one line; warnings and errors are kept.
import type { AstroLoggerDestination } from 'astro';
import { buildProgress } from './progress.ts';

/** @param config `total`: how many pages are to be expected */
export default function buildLog({ total }: { total: number }): AstroLoggerDestination {
  const progress = buildProgress();
  let pages = 0;
  return {
    write({ level, label, message }) {
      // A collection may well be empty in a young archive; Astro takes that for a mistake.
      if (message.includes('does not exist or is empty')) return;
      // The command itself prints the error, once.
      if (message.startsWith('An unhandled error occurred while running')) return;
      if (level === 'warn' || level === 'error') {
        progress.end();
        console.error(message);
      } else if (message.includes('├─')) {
        pages += 1;
        progress.show('Rendering pages', pages, Math.max(pages, total));
      } else if (label?.startsWith('dateline-')) {
        progress.show(message);
      } else if (pages === 0) {
        progress.show('Preparing the pages');
      }
    },
  };
}
