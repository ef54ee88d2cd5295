// Row of the trust table: edits of all kinds, after each of which the site built from the last one is that of a fresh build.
import { tryEdits } from '../build/try-edits.ts';
import type { Outcome, Trial } from './trial.ts';

export async function runRow(trial: Trial): Promise<Outcome[]> {
  const count = trial.extent === 'full' ? 60 : 4;
  const { built, failures } = await tryEdits(await trial.makeFolder('rebuilds'), count);
  return [
    {
      what: 'Sites rebuilt after an edit, compared with fresh ones',
      tried: built,
      failed: built === 0 ? 1 : failures.length,
      failures: built === 0 ? ['No edit was built.'] : failures,
    },
  ];
}
