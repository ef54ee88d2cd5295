// The row of pathological files: each is read in little time or refused in clear words, and costs no other file anything.
import { runContentCases } from './pathological-content.ts';
import { runImportCases } from './pathological-imports.ts';
import type { RunRow } from './trial.ts';

export const runRow: RunRow = async (trial) => [
  await runContentCases(trial),
  ...(await runImportCases(trial)),
];
