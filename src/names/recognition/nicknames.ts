// Nicknames inside a name, in quotes or brackets: `Ervin "Magic" Johnson`, Robert (Bob) Dole.
import { isCapitalized } from './letter-case.ts';
import type { Token } from './tokens.ts';

/** By the sign behind a nickname, the one before it, as tokens have them. */
const opening: Readonly<Record<string, string>> = { '"': '"', ')': '(', "'": "'" };

/** In words. */
const longest = 3;

/** Where a name goes on behind the nickname that begins at a token; `undefined` if none begins there. */
export function skipNickname(tokens: readonly Token[], at: number): number | undefined {
  const open = tokens[at]?.joint;
  if (open === undefined || !Object.values(opening).includes(open)) return undefined;
  for (let next = at + 1; next <= at + longest; next += 1) {
    const joint = tokens[next]?.joint;
    if (joint !== '') return joint !== undefined && opening[joint] === open ? next : undefined;
  }
  return undefined;
}

/** Whether a nickname stands before a token, and a word with a capital before that. */
export function followsNickname(tokens: readonly Token[], at: number): boolean {
  const open = opening[tokens[at]?.joint ?? ''];
  if (open === undefined) return false;
  for (let before = at - 1; before > 0 && before >= at - longest; before -= 1) {
    if (tokens[before]?.joint === '') continue;
    return tokens[before]?.joint === open && isCapitalized(tokens[before - 1]?.text ?? '');
  }
  return false;
}

const nickname = /\s(?:["“”„«»'‘’(])[^"“”„«»()]+?(?:["“”„«»'’)])(?=\s)/gu;

/** A name without the nicknames in it. */
export const withoutNicknames = (name: string): string => name.replace(nickname, '');
