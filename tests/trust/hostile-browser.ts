// Opens pages in Chromium and counts what of their content runs, and what they ask of other machines.
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../browser/chromium.ts';

/** A page at a path of a site, or nothing for 404. */
export type Respond = (path: string) => Promise<{ body: Buffer | string; type: string } | undefined>;

export interface HostileBrowser {
  /** Opens every path of a site, many at a time; resolves to what has happened since the last call. */
  visit(respond: Respond, paths: readonly string[]): Promise<Happening>;
  /** Works on one page of a site. */
  open<T>(respond: Respond, path: string, work: (page: Page) => Promise<T>): Promise<T & Happening>;
  close(): Promise<void>;
}

export interface Happening {
  /** Scripts of the content that ran: `alert at /x/`. */
  ran: string[];
  /** Requests to other machines, as they reached the network. */
  foreign: string[];
}

/** The name under which the sites are reached; every other name goes through a proxy that counts and refuses. */
const host = 'archive.test';

/** What Chromium asks for by itself, whatever the page. */
const browsersOwn =
  /^(?:CONNECT |POST https?:\/\/)(?:accounts\.google\.com|[\w-]+\.googleapis\.com|[\w-]+\.gvt1\.com)[:/]/;

/** How many pages are open at once. */
const batch = 40;

/** Milliseconds for a batch of pages, of which some may never finish loading. */
const patience = 20_000;

/** Runs in a page before its own code: reports what payloads call, and does what they want a reader to do. */
const watch = `{
  const report = globalThis.__ran;
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    globalThis[name] = () => void report(name + ' at ' + location.href.slice(0, 80));
  addEventListener('load', () => {
    for (const element of document.querySelectorAll('*')) {
      for (const { name } of element.attributes)
        if (name.startsWith('on') && name.length > 2) element.dispatchEvent(new Event(name.slice(2)));
      const address = element.getAttribute('href') ?? '';
      if (/^[\\s\\0]*(?:java|vb|live)\\s*script/i.test(address)) element.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }
  });
}`;

export async function startHostileBrowser(): Promise<HostileBrowser> {
  const foreign: string[] = [];
  const proxy = createSocketServer((socket) => {
    socket.once('data', (data) => {
      const request = data.toString('latin1').split('\r\n')[0] ?? '';
      if (!browsersOwn.test(request)) foreign.push(request);
      socket.end('HTTP/1.1 502 Refused\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((settle) => proxy.listen(0, '127.0.0.1', settle));
  const proxyPort = (proxy.address() as AddressInfo).port;
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--proxy-server=http://127.0.0.1:${proxyPort}`,
      `--proxy-bypass-list=${host};<-loopback>`,
      `--host-resolver-rules=MAP ${host} 127.0.0.1`,
    ],
  });
  const ran: string[] = [];
  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.exposeBinding('__ran', (_source, what: unknown) => void ran.push(String(what)));
    await context.addInitScript(watch);
    const page = await context.newPage();
    page.on('dialog', (dialog) => {
      ran.push(`a dialog: ${dialog.message().slice(0, 40)}`);
      void dialog.dismiss().catch(() => undefined);
    });
    return page;
  };
  // What the browser itself asks for at its start does not come from the pages.
  await (await newPage()).goto('about:blank');
  foreign.length = 0;
  const take = (): Happening => ({ ran: ran.splice(0), foreign: foreign.splice(0) });

  return {
    async visit(respond, paths) {
      const server = await serve(respond);
      const page = await newPage();
      const home = `http://${host}:${(server.address() as AddressInfo).port}`;
      for (let at = 0; at < paths.length; at += batch) {
        const urls = paths.slice(at, at + batch).map((path) => home + path);
        // A payload that runs may have led the page elsewhere.
        if (page.url() !== `${home}/harness`) await page.goto(`${home}/harness`);
        await page.evaluate(showAll, { urls, patience }).catch(() => undefined);
      }
      await page.waitForTimeout(200);
      await page.context().close();
      await stop(server);
      return take();
    },
    async open(respond, path, work) {
      const server = await serve(respond);
      const page = await newPage();
      await page.goto(`http://${host}:${(server.address() as AddressInfo).port}${path}`);
      const result = await work(page);
      await page.context().close();
      await stop(server);
      return { ...result, ...take() };
    },
    async close() {
      await browser.close();
      proxy.close();
    },
  };
}

/** In the browser: one frame per page, until all have loaded and had a moment. */
async function showAll({ urls, patience }: { urls: string[]; patience: number }): Promise<void> {
  const frames = urls.map((url) => {
    const frame = document.createElement('iframe');
    const loaded = new Promise((settle) => frame.addEventListener('load', settle, { once: true }));
    frame.src = url;
    return { frame, loaded };
  });
  document.body.replaceChildren(...frames.map(({ frame }) => frame));
  const late = new Promise((settle) => setTimeout(settle, patience));
  await Promise.race([Promise.all(frames.map(({ loaded }) => loaded)), late]);
  await new Promise((settle) => setTimeout(settle, 50));
}

async function serve(respond: Respond): Promise<Server> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const answer =
      path === '/harness'
        ? Promise.resolve({ body: '<!doctype html><title>x</title><body>', type: 'text/html' })
        : respond(path);
    answer.then(
      (found) => {
        if (found === undefined) response.writeHead(404).end();
        else response.writeHead(200, { 'content-type': found.type }).end(found.body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  return server;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((settle) => server.close(settle));
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Serves the files of a site. */
export const respondWithFiles =
  (site: string, change: (html: string) => string = (html) => html): Respond =>
  async (path) => {
    const file = join(site, path.endsWith('/') ? `${path}index.html` : path);
    const body = await readFile(file);
    const type = types[extname(file)] ?? 'application/octet-stream';
    return { body: type.startsWith('text/html') ? change(body.toString('utf8')) : body, type };
  };
