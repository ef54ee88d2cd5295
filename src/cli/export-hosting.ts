// `npm run export -- hosting HOST`: the files that tell a host how to serve the finished site.
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { outDir } from '../disk/folders.ts';
import { isCompressed, readFinishedSite, type FinishedSite } from '../exports/serving/finished-site.ts';
import { generatedMark, hosts, type Host, type ServerOptions } from '../exports/serving/hosts.ts';
import { didYouMean } from '../schema/sentence.ts';

const names = Object.keys(hosts);

const usage = `npm run export -- hosting ${names.join('|')} [FOLDER]
    writes what the host reads, for the site that was built last: into the site itself for ${names.filter((name) => hosts[name]?.place === 'in the site').join(', ')},
    for the others into FOLDER (default: hosting). For nginx and Caddy:
    --root PATH     the folder on the server that holds the site (default: /var/www/html)
    --listen WHERE  host and port without HTTPS, behind a proxy or for a trial: 127.0.0.1:8080
    --brotli        nginx has the module for .br files`;

/** Exit code 2 if the command was not understood, 1 if nothing was written. */
export async function runExportHosting(args: string[]): Promise<number> {
  const command = readCommand(args);
  if ('complaint' in command) {
    console[command.complaint === '' ? 'log' : 'error'](`${command.complaint}\n${usage}`.trim());
    return command.complaint === '' ? 0 : 2;
  }
  const { host, options } = command;
  try {
    const site = await readFinishedSite(outDir());
    const folder = host.place === 'in the site' ? outDir() : resolve(command.folder);
    const files = Object.entries(host.renderFiles(site, options)).map(([name, text]) => ({
      path: join(folder, name),
      text,
    }));
    const foreign = files.find(({ path }) => existsSync(path) && !isGenerated(path));
    if (foreign !== undefined)
      throw new Error(`${show(foreign.path)} was not written by this command. Move it away first.`);
    await mkdir(folder, { recursive: true });
    for (const { path, text } of files) {
      await writeFile(path, text);
      console.log(`Wrote ${show(path)}.`);
    }
    for (const line of explain(host, site, options)) console.log(line);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

interface Command {
  host: Host;
  folder: string;
  options: ServerOptions;
}

function readCommand(args: string[]): Command | { complaint: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        root: { type: 'string', default: '/var/www/html' },
        listen: { type: 'string' },
        brotli: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return { complaint: error instanceof Error ? error.message : String(error) };
  }
  const { positionals, values } = parsed;
  const [name, folder = 'hosting', ...more] = positionals;
  if (values.help) return { complaint: '' };
  if (name === undefined) return { complaint: 'Which host?' };
  const host = Object.hasOwn(hosts, name) ? hosts[name] : undefined;
  if (host === undefined) return { complaint: `There is no host "${name}"${didYouMean(name, names) || '.'}` };
  if (more.length > 0)
    return { complaint: `"${more.join(' ')}" ${more.length === 1 ? 'is one argument' : 'are'} too many.` };
  if (!/^\/[^\s"'{}$;\\]*$/.test(values.root))
    return { complaint: `--root takes an absolute path without spaces and quotes, not "${values.root}".` };
  if (values.listen !== undefined && !/^[\w.:[\]-]*:\d{1,5}$/.test(values.listen))
    return { complaint: `--listen takes a host and a port such as 127.0.0.1:8080, not "${values.listen}".` };
  return { host, folder, options: { root: values.root, listen: values.listen, brotli: values.brotli } };
}

/** What the next step is, and what the host cannot do. */
function explain(host: Host, site: FinishedSite, { root }: ServerOptions): string[] {
  const limits = host.explainLimits?.(site);
  const isServer = host.place === 'on the server';
  return [
    ...(isServer ? [`The site belongs into ${root}${site.base.replace(/\/$/, '')} on the server.`] : []),
    ...(isServer && !isCompressed(site)
      ? [
          'It is not compressed, and will not be on the way. "npm run build -- --compress" does it beforehand.',
        ]
      : []),
    ...(limits === undefined ? [] : [limits]),
    `docs/deploy.md says how to go on with ${host.name}.`,
  ];
}

const isGenerated = (path: string): boolean =>
  readFileSync(path, 'utf8').slice(0, 400).includes(generatedMark);

const show = (path: string): string => relative(process.cwd(), path) || path;
