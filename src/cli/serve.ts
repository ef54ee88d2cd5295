// Serves a finished site on this machine, as a static host would.
import { createServer, type RequestListener, type Server } from 'node:http';
import { site } from '../site.ts';
import { answerRequests } from './answer.ts';

/** The port to serve on, `PORT` or 4321, once it is known to be free; else the sentence that says why not. */
export async function choosePort(command: string): Promise<number | string> {
  const given = process.env['PORT'] || '4321';
  if (!/^\d{1,5}$/.test(given) || Number(given) > 65535)
    return `PORT must be a number up to 65535, not "${given}".`;
  return (await explainPort(Number(given), command)) ?? Number(given);
}

/** Why a port cannot be used, as a sentence, or `undefined` if it can. */
async function explainPort(port: number, command: string): Promise<string | undefined> {
  try {
    for (const server of await listen(port, () => undefined)) server.close();
    return undefined;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const other = port === 4321 ? 4322 : 4321;
    if (code === 'EADDRINUSE')
      return `Port ${port} is taken by another program; choose one with PORT=${other} ${command}.`;
    if (code === 'EACCES')
      return `This user may not open port ${port}; choose one above 1023 with PORT=${other} ${command}.`;
    return `Port ${port} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** Serves `folder` below `base` until the process ends; resolves to the address once it listens. */
export async function serveSite(
  folder: string,
  port: number,
  base: string = site.base,
): Promise<{ address: string; servers: Server[] }> {
  const servers = await listen(port, answerRequests({ folder, base }));
  const bound = servers[0]?.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  return { address: `http://localhost:${actual}${base}`, servers };
}

/** Both loopback addresses, since "localhost" may mean either; IPv6 is optional. `HOST` chooses another. */
async function listen(port: number, listener: RequestListener): Promise<Server[]> {
  const host = process.env['HOST'];
  const first = await open(host || '127.0.0.1', port, listener);
  if (host) return [first];
  const bound = first.address();
  const second = await open(
    '::1',
    typeof bound === 'object' && bound !== null ? bound.port : port,
    listener,
  ).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EADDRINUSE') return undefined;
    first.close();
    throw error;
  });
  return second === undefined ? [first] : [first, second];
}

function open(host: string, port: number, listener: RequestListener): Promise<Server> {
  return new Promise((resolve, reject) => {
    // A client that takes longer than this to send its request gets no answer; reading slowly is allowed.
    const server = createServer({ headersTimeout: 15_000, requestTimeout: 30_000 }, listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}
