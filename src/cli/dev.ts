// `npm run dev`: serves the archive while it is being worked on; a change of content or code is shown at once.
import { dev } from 'astro';
import { sitePath } from '../urls.ts';
import { examineContent, renderFindings } from './examine.ts';
import { buildProgress } from './progress.ts';
import { choosePort } from './serve.ts';

/** Serves until it is stopped; exit code 1 if the content is too broken to begin with. */
export async function runDev(): Promise<number> {
  const port = await choosePort('npm run dev');
  if (typeof port === 'string') {
    console.error(port);
    return 1;
  }
  const examination = await examineContent(buildProgress());
  if (examination.findings.length > 0) console.error(renderFindings(examination));
  if (examination.errors > 0) {
    console.error('Fix these, then start again.');
    return 1;
  }
  await dev({ logLevel: 'warn', server: { port } });
  console.log(
    `The archive is at http://localhost:${port}${sitePath('')} and follows every change (Ctrl+C stops it).`,
  );
  return 0;
}
