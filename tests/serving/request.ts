// Asks a server on this machine, with the path as it is written, and takes the answer as it came: nothing followed or unpacked.
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Question {
  method?: string;
  headers?: Record<string, string>;
}

/** One for a server, so that its connections are used again; to be destroyed. */
export const buildAgent = (): Agent => new Agent({ keepAlive: true, maxSockets: 8 });

/** @param origin `http://127.0.0.1:8080` @throws Error if the connection breaks or nothing comes for 10 seconds */
export function ask(agent: Agent, origin: string, path: string, question: Question = {}): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((settle, reject) => {
    const { method = 'GET', headers = {} } = question;
    const request = httpRequest(
      { hostname, port, path, method, headers, agent, timeout: 10_000 },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          settle({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      },
    );
    request.once('timeout', () => request.destroy(new Error('No answer for 10 seconds.')));
    request.once('error', reject);
    request.end();
  });
}
