// Reads what the project depends on: package.json, the lock file, and the packages as they are installed.
import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const versions = z.record(z.string(), z.string()).default({});
const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  dependencies: versions,
  optionalDependencies: versions,
  devDependencies: versions,
  allowScripts: z.record(z.string(), z.boolean()),
  scripts: versions,
});

export type Kind = 'site' | 'node' | 'tests';

export interface PackageFile {
  name: string;
  version: string;
  scripts: Record<string, string>;
  allowScripts: Record<string, boolean>;
  /** Every package that the project names itself, by name. */
  direct: Map<string, { version: string; kind: Kind }>;
}

export async function readPackageFile(): Promise<PackageFile> {
  const { dependencies, optionalDependencies, devDependencies, ...rest } = packageSchema.parse(
    JSON.parse(await readFile('package.json', 'utf8')),
  );
  const list = (kind: Kind, from: Record<string, string>): [string, { version: string; kind: Kind }][] =>
    Object.entries(from).map(([name, version]) => [name, { version, kind }]);
  return {
    ...rest,
    direct: new Map([
      ...list('site', dependencies),
      ...list('node', optionalDependencies),
      ...list('tests', devDependencies),
    ]),
  };
}

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().default(''),
      integrity: z.string().default(''),
      license: z.string().default(''),
      resolved: z.string().optional(),
      hasInstallScript: z.boolean().default(false),
      dependencies: versions,
      optionalDependencies: versions,
    }),
  ),
});

export interface LockedPackage {
  name: string;
  /** `node_modules/vite`, or below another package. */
  path: string;
  version: string;
  /** `sha512-` and base64. */
  integrity: string;
  license: string;
  resolved?: string | undefined;
  hasInstallScript: boolean;
  /** The names of what it needs, on whatever platform. */
  needs: string[];
}

export interface LockFile {
  packages: LockedPackage[];
}

export async function readLockFile(): Promise<LockFile> {
  const { packages } = lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  return {
    packages: Object.entries(packages)
      .filter(([path]) => path !== '')
      .map(([path, { dependencies, optionalDependencies, ...rest }]) => ({
        ...rest,
        path,
        name: path.split('node_modules/').at(-1) ?? '',
        needs: Object.keys({ ...dependencies, ...optionalDependencies }),
      })),
  };
}
