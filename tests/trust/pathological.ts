// The row of pathological files: each is read quickly or refused in clear words, and harms no other file.
import { runContentCases } from './pathological-content.ts';
import { runImportCases } from './pathological-imports.ts';
import type { RunRow } from './trial.ts';

export const runRow: RunRow = async (trial) => [
  await runContentCases(trial),
  ...(await runImportCases(trial)),
];
