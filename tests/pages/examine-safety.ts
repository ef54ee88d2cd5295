// What a page may run and fetch: nothing of others, nothing that its policy does not name, and no policy that names too much.
import { createHash } from 'node:crypto';
import { site } from '../../src/site.ts';
import { absoluteUrl, permalinkUrl } from '../../src/urls.ts';
import { generate, parse as parseCss, walk } from 'css-tree';
import {
  attributeOf,
  describeElement,
  findAll,
  textOf,
  wordsOf,
  type Element,
  type Page,
} from './html-tree.ts';
import type { KnownSite } from './known-site.ts';

export function examineSafety(page: Page, known: KnownSite): string[] {
  const runs = known.subjectOf(page.path).kind === 'search';
  return [
    ...examineAttributes(page),
    ...examineEscapes(page),
    ...examineScripts(page, runs),
    ...examinePolicy(page, runs),
    ...examineFetched(page),
  ];
}

const forbidden = new Set([
  ...[
    'base',
    'iframe',
    'frame',
    'object',
    'embed',
    'portal',
    'applet',
    'marquee',
    'math',
    'template',
    'slot',
  ],
  ...['audio', 'video', 'canvas', 'foreignobject', 'animate', 'set', 'use'],
]);

function examineAttributes(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const told = describeElement(element);
    const wrong = forbidden.has(element.tagName.toLowerCase()) ? [`${told} has no place on a page`] : [];
    for (const { name, value } of element.attrs) {
      if (/^on/i.test(name)) wrong.push(`${told} has the handler ${name}`);
      if (['style', 'srcdoc', 'nonce', 'ping', 'formaction', 'xlink:href'].includes(name))
        wrong.push(`${told} has the attribute ${name}`);
      if (isAddress.has(name) && !isHarmless(value))
        wrong.push(`${told} has an address that a page may not have: ${value.slice(0, 60)}`);
    }
    return wrong;
  });
}

/** Programs that look for tags with less care than a browser find none in an attribute, nor in data. */
function examineEscapes(page: Page): string[] {
  return page.elements.flatMap((element) => {
    const places = Object.values(element.sourceCodeLocation?.attrs ?? {});
    const open = places.some(({ startOffset, endOffset }) =>
      /[<>]/.test(page.html.slice(startOffset, endOffset)),
    );
    const isLoose = element.tagName === 'script' && /[<>]/.test(textOf(element));
    return open || isLoose ? [`${describeElement(element)} has a < or > that is not escaped`] : [];
  });
}

const isAddress = new Set(['href', 'src', 'action', 'srcset', 'poster', 'cite', 'data', 'background']);

/** Read as a browser reads it, which skips spaces and control characters in a scheme. */
const isHarmless = (address: string): boolean =>
  URL.canParse(address, site.origin) &&
  ['http:', 'https:', 'mailto:'].includes(new URL(address, site.origin).protocol);

const dataTypes = ['application/ld+json', 'speculationrules'];

const isRun = (script: Element): boolean => !dataTypes.includes(attributeOf(script, 'type') ?? '');

/** Only the search runs a script, which is a file of the site. */
function examineScripts(page: Page, runs: boolean): string[] {
  return findAll(page, 'script').flatMap((script) => {
    const told = describeElement(script);
    if (!isRun(script)) {
      try {
        JSON.parse(textOf(script));
        return attributeOf(script, 'src') === undefined ? [] : [`${told} is data from another file`];
      } catch {
        return [`${told} holds no JSON`];
      }
    }
    if (!runs) return [`${told} would run, and only the search needs a script`];
    return attributeOf(script, 'src') === undefined ? [`${told} stands in the page itself`] : [];
  });
}

export function readPolicy(page: Page): Map<string, string[]>[] {
  return findAll(page, 'meta')
    .filter((meta) => attributeOf(meta, 'http-equiv')?.toLowerCase() === 'content-security-policy')
    .map((meta) => {
      const directives = (attributeOf(meta, 'content') ?? '')
        .split(';')
        .map((part) => part.trim().split(/\s+/));
      return new Map(directives.map(([name = '', ...sources]) => [name.toLowerCase(), sources]));
    });
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

function examinePolicy(page: Page, runs: boolean): string[] {
  const [policy, ...more] = readPolicy(page);
  if (policy === undefined) return ['it has no policy'];
  const wrong = more.length > 0 ? ['it has more than one policy'] : [];
  const styles = findAll(page, 'style').map((style) => hashOf(textOf(style)));
  const scripts = findAll(page, 'script')
    .filter((script) => isRun(script) && attributeOf(script, 'src') === undefined)
    .map((script) => hashOf(textOf(script)));
  const hashes = new Set([...styles, ...scripts]);
  const allowed = new Set(["'none'", "'self'", "'inline-speculation-rules'"]);
  if (runs) allowed.add("'wasm-unsafe-eval'");
  if (policy.get('default-src')?.join(' ') !== "'none'") wrong.push("its policy does not begin from 'none'");
  for (const name of ['base-uri', 'form-action'])
    if (!policy.has(name)) wrong.push(`its policy says nothing of ${name}`);
  for (const [name, sources] of policy) {
    if (!/-src|-uri$|-action$/.test(name)) continue;
    for (const source of sources)
      if (!allowed.has(source) && !hashes.has(source)) wrong.push(`its policy allows ${source} as ${name}`);
    if (!runs && name.startsWith('script-src') && sources.includes("'self'"))
      wrong.push('its policy allows scripts, and it has none');
  }
  for (const style of styles)
    if (!policy.get('style-src')?.includes(style)) wrong.push('its policy forbids its own styles');
  return wrong;
}

/** The relations of a link at which a browser fetches something. */
const fetched = new Set([
  ...['stylesheet', 'icon', 'apple-touch-icon', 'manifest', 'preload', 'prefetch', 'modulepreload'],
  ...['prerender', 'preconnect', 'dns-prefetch', 'mask-icon'],
]);

/** Everything that a browser fetches for a page, or sends from it, without being asked. */
function examineFetched(page: Page): string[] {
  const here = absoluteUrl(permalinkUrl(page.path));
  return listFetched(page).flatMap(({ url, told }) =>
    URL.canParse(url, here) && new URL(url, here).origin === new URL(site.origin).origin
      ? []
      : [`${told} fetches from elsewhere: ${url}`],
  );
}

/** Addresses as they stand in the page, and in its styles. */
export function listFetched(page: Page): { url: string; told: string }[] {
  return page.elements.flatMap((element) => {
    const told = describeElement(element);
    const urls = ['src', 'poster', 'data', 'background', 'action'].flatMap(
      (name) => attributeOf(element, name) ?? [],
    );
    const sets = ['srcset', 'imagesrcset'].flatMap((name) => attributeOf(element, name)?.split(',') ?? []);
    urls.push(...sets.map((one) => one.trim().split(/\s+/)[0] ?? ''));
    if (element.tagName === 'link' && wordsOf(element, 'rel').some((rel) => fetched.has(rel)))
      urls.push(attributeOf(element, 'href') ?? '');
    if (element.namespaceURI.endsWith('/svg') && element.tagName !== 'a')
      urls.push(...['href', 'xlink:href'].flatMap((name) => attributeOf(element, name) ?? []));
    if (element.tagName === 'style') urls.push(...urlsOfStyles(textOf(element)));
    return urls.map((url) => ({ url, told }));
  });
}

/** Pages of a kind have the same styles. */
const knownStyles = new Map<string, string[]>();

function urlsOfStyles(css: string): string[] {
  const known = knownStyles.get(css);
  if (known !== undefined) return known;
  const urls: string[] = [];
  walk(parseCss(css), (node) => {
    if (node.type === 'Url') urls.push(node.value);
    if (node.type === 'Function' && /^(?:-webkit-)?(?:image|image-set|src)$/i.test(node.name))
      urls.push(
        ...node.children.toArray().flatMap((child) => (child.type === 'String' ? [child.value] : [])),
      );
    if (node.type === 'Atrule' && node.name === 'import')
      urls.push(node.prelude === null ? '' : generate(node.prelude));
  });
  knownStyles.set(css, urls);
  return urls;
}
