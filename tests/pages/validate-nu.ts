// The Nu Html Checker (vnu.jar) over folders of finished pages, all in one run; its lag behind the standards is listed one by one.
import { execFile, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What vnu 25.11.25 does not know yet; each must occur, or it is to be removed. */
export const unknownToNu: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /^CSS: Unrecognized at-rule “@layer”$/,
    reason: 'Cascade layers (CSS Cascading and Inheritance 5), in all browsers since 2022.',
  },
  {
    pattern: /^Bad value “speculationrules” for attribute “type” on element “script”: Subtype missing\.$/,
    reason:
      'Speculation rules (WHATWG HTML, "script type=speculationrules"); other browsers skip the element.',
  },
  {
    pattern:
      /^Bad value {2}for attribute “content” on element “meta”: Expecting source-expression but found "'inline-speculation-rules'"\. $/,
    reason: "The source 'inline-speculation-rules' of Content Security Policy, which lets those rules apply.",
  },
  {
    pattern:
      /^Bad value {2}for attribute “content” on element “meta”: Expecting source-expression but found "'wasm-unsafe-eval'"\. Expecting source-expression but found "'inline-speculation-rules'"\. $/,
    reason: "The source 'wasm-unsafe-eval' of Content Security Policy 3, on the search page.",
  },
  {
    pattern: /^Attribute “interestfor” not allowed on element “a” at this point\.$/,
    reason: 'Interest invokers (WHATWG HTML, "interestfor"); other browsers have a plain link.',
  },
];

export interface NuReport {
  /** Errors that no lag of the checker explains, a sentence each. */
  wrong: string[];
  /** The patterns that were needed. */
  used: ReadonlySet<RegExp>;
}

/** Whether a Java that can run it is there. */
export const hasJava = (): boolean => spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;

interface Message {
  type: string;
  url?: string;
  message: string;
  lastLine?: number;
  lastColumn?: number;
}

/**
 * @param folder named in no sentence: pages are told by their paths in it
 * @param paths files or folders in it
 * @throws Error if the checker itself fails
 */
export async function validateNu(folder: string, paths: readonly string[]): Promise<NuReport> {
  const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
  const args = [
    '-Xss8m',
    '-jar',
    jar,
    '--skip-non-html',
    '--errors-only',
    '--format',
    'json',
    '--exit-zero-always',
  ];
  const output = await new Promise<string>((settle, reject) => {
    execFile('java', [...args, ...paths], { maxBuffer: 512 * 1024 * 1024 }, (error, _out, err) => {
      if (error === null) settle(err);
      else reject(new Error(`The Nu Html Checker could not run: ${err || error.message}`, { cause: error }));
    });
  });
  const { messages } = JSON.parse(output) as { messages: Message[] };
  const used = new Set<RegExp>();
  const wrong: string[] = [];
  for (const { type, url, message, lastLine, lastColumn } of messages) {
    if (type === 'info') continue;
    const lag = unknownToNu.find(({ pattern }) => pattern.test(message));
    if (lag !== undefined) used.add(lag.pattern);
    else {
      const path = url === undefined ? 'a page' : relative(folder, fileURLToPath(url)).split(sep).join('/');
      wrong.push(`/${path}: ${message} (vnu, ${lastLine}:${lastColumn})`);
    }
  }
  return { wrong, used };
}
