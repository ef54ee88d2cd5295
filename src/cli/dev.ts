// `npm run dev`: serves the archive while it is being worked on; a change of content or code is shown at once.
import { dev } from 'astro';
import { examineContent, renderFindings } from './examine.ts';
import { buildProgress } from './progress.ts';
import { explainPort, readPort } from './serve.ts';

/** Serves until it is stopped; exit code 1 if the content is too broken to begin with. */
export async function runDev(): Promise<number> {
  const port = readPort();
  const obstacle =
    port === undefined
      ? `PORT must be a number up to 65535, not "${process.env['PORT'] ?? ''}".`
      : await explainPort(port);
  if (port === undefined || obstacle !== undefined) {
    console.error(obstacle?.replace('npm start', 'npm run dev'));
    return 1;
  }
  const examination = await examineContent(buildProgress());
  if (examination.findings.length > 0) console.error(renderFindings(examination));
  if (examination.errors > 0) {
    console.error('Mend these, then start again.');
    return 1;
  }
  await dev({ logLevel: 'warn', server: { port } });
  console.log(`The archive is at http://localhost:${port}/ and follows every change (Ctrl+C stops it).`);
  return 0;
}
