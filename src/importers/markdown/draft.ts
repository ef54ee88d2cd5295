// stub
import type { Draft, Hints } from '../draft.ts';
import type { CopyPlace } from '../read-draft.ts';
export function buildMarkdownDraft(_t: string, _h: Hints, _p: CopyPlace): Draft | { refusals: string[] } { return { refusals: ['x'] }; }
