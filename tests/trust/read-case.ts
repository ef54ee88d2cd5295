// A process of its own: checks one archive after another and prints, a line each, what it found and what that took.
import { examineArchive } from '../../src/cli/examine.ts';
import { renderFinding } from '../../src/schema/finding.ts';

export interface CaseReading {
  /** Ids of the articles that could be read. */
  articles: string[];
  /** As they are printed. */
  errors: string[];
  /** Of computing, by all threads. */
  seconds: number;
  /** The most that the process has had at once. */
  megabytes: number;
}

const silent = { show: () => undefined, end: () => undefined };

for (const root of process.argv.slice(2)) {
  const start = process.cpuUsage();
  const { archive, findings } = await examineArchive(root, silent);
  const { user, system } = process.cpuUsage(start);
  const reading: CaseReading = {
    articles: archive.articles.map(({ id }) => id),
    errors: findings.filter(({ severity }) => severity === 'error').map(renderFinding),
    seconds: (user + system) / 1e6,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
  console.log(JSON.stringify(reading));
}
process.exit(0);
