// Reads _headers and _redirects as Netlify and Cloudflare Pages do, by what each says of its own form.
type Service = 'netlify' | 'cloudflare';

interface HeadersRule {
  path: string;
  /** For whole paths. */
  expression: RegExp;
  headers: [name: string, value: string][];
}

/** `complaints` are what the service would warn of and leave out. */
export function readHeaders(service: Service, text: string): { rules: HeadersRule[]; complaints: string[] } {
  const rules: HeadersRule[] = [];
  const complaints: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    if (line.length > 2000) complaints.push(`too long: ${line}`);
    if (line.startsWith('/')) {
      if (rules.some(({ path }) => path === line)) complaints.push(`twice: ${line}`);
      if ((line.match(/\*/g) ?? []).length > 1) complaints.push(`two stars: ${line}`);
      rules.push({ path: line, expression: compile(service, line), headers: [] });
      continue;
    }
    const [, name, value] = /^ +([\w-]+): (\S.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) complaints.push(`no header: ${line}`);
    else rules.at(-1)?.headers.push([name, value]);
  }
  return { rules, complaints };
}

function compile(service: Service, path: string): RegExp {
  if (service === 'cloudflare')
    return new RegExp(
      `^${RegExp.escape(path)
        .replace(/\\\*/, '.*')
        .replace(/(?<=\\\/):\w+|\\x3a\w+/g, '[^/]+')}$`,
    );
  // As Netlify's own command line has it: github.com/netlify/cli, src/utils/headers
  let pattern = '^';
  for (const part of path.split('/').filter((one) => one !== '')) {
    if (part.startsWith(':')) pattern += '/([^/]+)/?';
    else if (part === '*')
      pattern = pattern === '^' ? '^/?(.*)/?' : `${pattern.replace(/\/\?$/, '')}(?:|/|/(.*)/?)`;
    else if (part.includes('*'))
      pattern += `/${part
        .split('*')
        .map((one) => RegExp.escape(one))
        .join('(.*)')}`;
    else pattern += `/${RegExp.escape(part)}/?`;
  }
  return new RegExp(`${pattern}$`);
}

interface RedirectRule {
  from: string;
  to: string;
  status: number;
  /** Whether it holds where a file is. */
  force: boolean;
}

export function readRedirects(
  service: Service,
  text: string,
): { rules: RedirectRule[]; complaints: string[] } {
  const rules: RedirectRule[] = [];
  const complaints: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [from = '', to = '', code = '', ...more] = line.split(/\s+/);
    const force = code.endsWith('!');
    const status = Number(code.replace('!', ''));
    if (!from.startsWith('/') || !to.startsWith('/') || more.length > 0) complaints.push(`no rule: ${line}`);
    if (service === 'cloudflare' && (force || ![200, 301, 302, 303, 307, 308].includes(status)))
      complaints.push(`no status of Cloudflare: ${line}`);
    if (line.length > 1000) complaints.push(`too long: ${line}`);
    if (rules.some((rule) => rule.from === from)) complaints.push(`twice: ${line}`);
    rules.push({ from, to, status, force });
  }
  return { rules, complaints };
}
