// stub
import type { Draft, Hints } from '../draft.ts';
export async function readPdfDraft(_b: Uint8Array, _h: Hints): Promise<Draft | { refusals: string[] }> { return { refusals: ['x'] }; }
