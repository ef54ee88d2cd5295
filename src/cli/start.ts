// `npm start`: builds the archive and serves it on this machine; takes the options of the build.
import { outDir } from '../disk/folders.ts';
import { runBuild } from './build.ts';
import { choosePort, serveSite } from './serve.ts';

/** Serves until it is stopped; exit code 1 if there is nothing to serve or nowhere to serve it. */
export async function runStart(args: string[]): Promise<number> {
  const port = await choosePort('npm start');
  if (typeof port === 'string') {
    console.error(port);
    return 1;
  }
  const built = await runBuild(args);
  if (built !== 0) return built;
  const { address } = await serveSite(outDir(), port);
  console.log(`The archive is at ${address} (Ctrl+C stops it).`);
  return 0;
}
