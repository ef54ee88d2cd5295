// The list of checks: each looks at the whole archive and returns findings; a new one is added here.
import type { Archive } from '../archive/build.ts';
import type { Finding } from '../schema/finding.ts';
import { checkAliases } from './aliases.ts';

export const checks: readonly ((archive: Archive) => Finding[])[] = [checkAliases];

/** All findings of all checks. */
export function runChecks(archive: Archive): Finding[] {
  return checks.flatMap((check) => check(archive));
}
