// `npm start`: builds the archive and serves it on this machine.
import { outDir } from '../archive/folders.ts';
import { runBuild } from './build.ts';
import { explainPort, readPort, serveSite } from './serve.ts';

/** Serves until it is stopped; exit code 1 if there is nothing to serve or nowhere to serve it. */
export async function runStart(): Promise<number> {
  const port = readPort();
  const obstacle =
    port === undefined
      ? `PORT must be a number up to 65535, not "${process.env['PORT'] ?? ''}".`
      : await explainPort(port);
  if (port === undefined || obstacle !== undefined) {
    console.error(obstacle);
    return 1;
  }
  const built = await runBuild();
  if (built !== 0) return built;
  const { address } = await serveSite(outDir(), port);
  console.log(`The archive is at ${address} (Ctrl+C stops it).`);
  return 0;
}
