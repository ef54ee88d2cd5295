// Warns before security.txt runs out. It alone looks at the clock, so it is for people who run check, not for a build.
import type { Finding } from '../schema/finding.ts';

const month = 30 * 24 * 60 * 60 * 1000;

/**
 * @param expires the day in site.ts, `YYYY-MM-DD`
 * @param now milliseconds since 1970
 */
export function checkExpiry(expires: string, now: number): Finding[] {
  const left = Date.parse(expires) - now;
  if (left > month) return [];
  return [
    {
      check: 'expiry',
      severity: 'warning',
      file: 'src/site.ts',
      line: 1,
      column: 1,
      message: `security.txt ${left > 0 ? 'runs' : 'ran'} out on ${expires}, and after that day nobody may rely on it`,
      fix: 'Make sure that the contact is still right, and set "security.expires" to a day at most a year ahead',
    },
  ];
}
