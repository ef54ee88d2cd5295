// The bill of materials of a release: made by npm from the lock file, the same for the same lock file, and checked.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { readLockFile, readPackageFile, type LockFile, type PackageFile } from './packages.ts';

/** What the checks here look at; the schema of CycloneDX 1.5 looks at all of it. */
export interface Bill {
  serialNumber?: string;
  metadata: {
    timestamp?: string;
    component: { name: string; version: string; purl: string; 'bom-ref': string };
  };
  components: {
    name: string;
    version: string;
    purl: string;
    'bom-ref': string;
    hashes?: { alg: string; content: string }[];
    licenses?: unknown[];
  }[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}

/**
 * Lists every package of the lock file, those of other platforms included.
 * @throws Error if npm cannot make it
 */
export async function buildBill(): Promise<Bill> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'],
    { maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
  );
  const bill = JSON.parse(stdout) as Bill;
  const { name } = await readPackageFile();
  const digest = createHash('sha256')
    .update(await readFile('package-lock.json'))
    .digest('hex');
  // npm takes the name from the folder, the number at random and the time from the clock.
  bill.metadata.component.name = name;
  delete bill.metadata.timestamp;
  bill.serialNumber = `urn:uuid:${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-a${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return bill;
}

/** What is wrong with a bill, a sentence each: against its schema, package.json and the lock file. */
export async function checkBill(bill: Bill): Promise<string[]> {
  const validate = await (schema ??= readSchema());
  if (!validate(bill))
    return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'}: ${message}`);
  return [
    ...checkDirect(bill, await readPackageFile()),
    ...checkLocked(bill, await readLockFile()),
    ...checkReferences(bill),
  ];
}

let schema: Promise<ValidateFunction> | undefined;

async function readSchema(): Promise<ValidateFunction> {
  const read = async (name: string): Promise<AnySchema> =>
    JSON.parse(
      await readFile(
        `node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`,
        'utf8',
      ),
    ) as AnySchema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  // Two formats that ajv-formats does not know; URL has a parser for the one, and the other is not in use.
  ajv.addFormat('iri-reference', (text) => URL.canParse(text, 'https://any.example/'));
  ajv.addFormat('idn-email', true);
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(await read(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  return ajv.compile(await read('bom-1.5'));
}

/** Every dependency of package.json is there, in its version, and the project is said to depend on it. */
function checkDirect(
  { components, dependencies, metadata }: Bill,
  { name, version, direct }: PackageFile,
): string[] {
  const own = metadata.component;
  const mine = new Set(dependencies.find(({ ref }) => ref === own['bom-ref'])?.dependsOn);
  return [
    ...(own.name === name && own.version === version ? [] : [`it is about ${own.name} ${own.version}`]),
    ...[...direct].flatMap(([dependency, { version: wanted }]) => {
      const found = components.find(
        (component) => component.name === dependency && component.version === wanted,
      );
      if (found === undefined) return [`${dependency} ${wanted} is missing`];
      return mine.has(found['bom-ref']) ? [] : [`${dependency} is not named as a dependency of the project`];
    }),
  ];
}

/** As many packages as the lock file has, each with the checksum that stands there. */
function checkLocked({ components }: Bill, { packages }: LockFile): string[] {
  const hashes = new Map(
    components.map(({ name, version, hashes = [] }) => [
      `${name} ${version}`,
      hashes.find(({ alg }) => alg === 'SHA-512')?.content,
    ]),
  );
  return packages.flatMap(({ name, version, integrity }) => {
    const expected = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
    const found = hashes.get(`${name} ${version}`);
    return found === expected
      ? []
      : [`${name} ${version} has ${found === undefined ? 'no' : 'another'} checksum`];
  });
}

/** Nothing depends on what is not listed. */
function checkReferences({ components, dependencies, metadata }: Bill): string[] {
  const known = new Set([metadata.component, ...components].map((component) => component['bom-ref']));
  return dependencies.flatMap(({ ref, dependsOn = [] }) =>
    [ref, ...dependsOn].filter((name) => !known.has(name)).map((name) => `${name} is named and not listed`),
  );
}
