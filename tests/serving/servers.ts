// Starts nginx, Caddy, Apache and the project's own server for one site, each with the files that the project writes for it.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { serveSite } from '../../src/cli/serve.ts';
import { readFinishedSite } from '../../src/exports/serving/finished-site.ts';
import { hosts, type ServerOptions } from '../../src/exports/serving/hosts.ts';

export interface RunningServer {
  name: string;
  /** `http://127.0.0.1:8080` */
  origin: string;
  /** The encodings that it sends of files that are compressed beforehand. */
  encodings: readonly ('br' | 'gzip')[];
  stop(): Promise<void>;
}

export interface ServedFolder {
  /** What a server takes for the top of its host; the site lies below it in the folder of its base. */
  root: string;
  /** The site itself. */
  site: string;
  base: string;
}

export const serverNames = ['nginx', 'Caddy', 'Apache', 'npm start'] as const;
export type ServerName = (typeof serverNames)[number];

/**
 * Starts a server on a port that is free.
 * @param home an empty folder of its own
 * @returns `undefined` if the program is not installed here
 * @throws Error with what it printed if it does not start
 */
export async function startServer(
  name: ServerName,
  served: ServedFolder,
  home: string,
): Promise<RunningServer | undefined> {
  if (name === 'npm start') return startOwn(served);
  const program = programs[name].find((path) => existsSync(path));
  if (program === undefined) return undefined;
  const port = await findPort();
  const listen = `127.0.0.1:${port}`;
  await mkdir(home, { recursive: true });
  const { args, encodings } = await setUps[name](served, home, listen);
  const child = spawn(program, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: home, XDG_CONFIG_HOME: home, XDG_DATA_HOME: home },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => printed.push(chunk));
  const ended = new Promise<void>((settle) => child.once('close', () => settle()));
  try {
    await waitForPort(port, child);
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${name} does not start: ${Buffer.concat(printed).toString()}`, { cause: error });
  }
  return {
    name,
    origin: `http://${listen}`,
    encodings,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const programs: Readonly<Record<Exclude<ServerName, 'npm start'>, readonly string[]>> = {
  nginx: ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/opt/homebrew/bin/nginx'],
  Caddy: ['/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy'],
  Apache: ['/usr/sbin/apache2'],
};

interface SetUp {
  args: string[];
  encodings: readonly ('br' | 'gzip')[];
}

type WriteSetUp = (served: ServedFolder, home: string, listen: string) => Promise<SetUp>;

const brotliModule = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';
const isRoot = process.getuid?.() === 0;

const setUps: Readonly<Record<Exclude<ServerName, 'npm start'>, WriteSetUp>> = {
  nginx: async ({ root, site, base }, home, listen) => {
    const brotli = existsSync(brotliModule);
    await writeHostFiles('nginx', site, base, home, { root, listen, brotli });
    const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    const config = `daemon off;
${isRoot ? 'user root root;\n' : ''}${brotli ? `load_module ${brotliModule};\n` : ''}pid ${home}/nginx.pid;
error_log stderr error;
worker_processes 1;
events { worker_connections 512; }
http {
    access_log off;
${folders.map((name) => `    ${name}_temp_path ${home}/${name};\n`).join('')}    include ${home}/nginx.conf;
}
`;
    await writeFile(join(home, 'main.conf'), config);
    return {
      args: ['-p', home, '-e', 'stderr', '-c', join(home, 'main.conf')],
      encodings: brotli ? ['br', 'gzip'] : ['gzip'],
    };
  },
  Caddy: async ({ root, site, base }, home, listen) => {
    await writeHostFiles('caddy', site, base, home, { root, listen });
    const config = `{
	admin off
	auto_https off
	storage file_system ${home}
	log {
		level ERROR
	}
}
import ${home}/Caddyfile
`;
    await writeFile(join(home, 'main'), config);
    return {
      args: ['run', '--adapter', 'caddyfile', '--config', join(home, 'main')],
      encodings: ['br', 'gzip'],
    };
  },
  Apache: async ({ root, site, base }, home, listen) => {
    await writeHostFiles('apache', site, base, site, { root, listen });
    const modules = ['mpm_event', 'authz_core', 'mime', 'dir', 'headers', 'rewrite'];
    const config = `ServerRoot ${home}
ServerName localhost
Listen ${listen}
PidFile ${home}/pid
ErrorLog ${home}/error.log
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`).join('')}${isRoot ? 'User www-data\nGroup www-data\n' : ''}TypesConfig /dev/null
DocumentRoot ${root}
DirectoryIndex index.html
<Directory ${root}>
    Require all granted
    Options FollowSymLinks
    AllowOverride FileInfo
</Directory>
`;
    await writeFile(join(home, 'apache.conf'), config);
    return { args: ['-f', join(home, 'apache.conf'), '-D', 'FOREGROUND'], encodings: ['br', 'gzip'] };
  },
};

async function writeHostFiles(
  host: keyof typeof hosts,
  site: string,
  base: string,
  folder: string,
  options: ServerOptions,
): Promise<void> {
  const finished = { ...(await readFinishedSite(site)), base };
  for (const [name, text] of Object.entries(hosts[host]?.renderFiles(finished, options) ?? {}))
    await writeFile(join(folder, name), text);
}

async function startOwn({ site, base }: ServedFolder): Promise<RunningServer> {
  const { address, servers } = await serveSite(site, 0, base);
  return {
    name: 'npm start',
    origin: `http://127.0.0.1:${new URL(address).port}`,
    encodings: ['br', 'gzip'],
    stop: async () => {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((settle) => server.close(settle));
      }
    },
  };
}

/** Free a moment ago. */
function findPort(): Promise<number> {
  return new Promise((settle, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => settle(port));
    });
  });
}

async function waitForPort(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`It ended with exit code ${child.exitCode}.`);
    const isOpen = await new Promise<boolean>((settle) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => settle(true)).once('error', () => settle(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((settle) => setTimeout(settle, 50));
  }
  throw new Error('It does not listen after 10 seconds.');
}
