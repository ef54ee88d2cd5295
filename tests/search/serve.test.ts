// The development server's answers: the files of the search, and 404 for every address that names none.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveSearch, type DevServer } from '../../src/search/serve.ts';
import { buildSample } from './sample-archive.ts';

type Answer = (request: object, response: object, next: () => void) => void;

/** Starts the middleware on a server that is not there; asks it for one address. */
function serve(): (url: string) => Promise<string> {
  let answer: Answer | undefined;
  const server = {
    watcher: { add: () => undefined, on: () => undefined },
    middlewares: { use: (added: Answer) => (answer = added) },
  };
  serveSearch(server as unknown as DevServer, {
    root: '/content',
    readArchive: async () => buildSample([]).archive,
    sources: [{ url: '/search/names/', build: async () => new Map([['a b', new Uint8Array([1])]]) }],
    complain: (message) => assert.fail(message),
  });
  return (url) =>
    new Promise((resolve) => {
      const response = {
        writeHead: (status: number) => ({ end: () => resolve(String(status)) }),
      };
      answer?.({ url }, response, () => resolve('next'));
    });
}

test('a file is served, and an address without a file is not found, however it is written', async () => {
  const ask = serve();
  assert.equal(await ask('/search/names/a%20b?v=1'), '200');
  assert.equal(await ask('/search/names/root'), '404');
  assert.equal(await ask('/search/names/%E0%A4%A'), '404');
  assert.equal(await ask('/search/names/%'), '404');
  assert.equal(await ask('/about/'), 'next');
});
