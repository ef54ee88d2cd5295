// Nicknames inside a name, in quotes or brackets: `Ervin "Magic" Johnson`, Robert (Bob) Dole.
import { isCapitalized } from './letter-case.ts';
import type { Token } from './tokens.ts';

/** The opening sign for each closing sign of a nickname. */
const opening: Readonly<Record<string, string>> = { '"': '"', ')': '(', "'": "'" };

/** The longest nickname, in words. */
const longest = 3;

/** The token after the nickname that starts at a token, or `undefined` if none starts there. */
export function skipNickname(tokens: readonly Token[], at: number): number | undefined {
  const open = tokens[at]?.joint;
  if (open === undefined || !Object.values(opening).includes(open)) return undefined;
  for (let next = at + 1; next <= at + longest; next += 1) {
    const joint = tokens[next]?.joint;
    if (joint !== '') return joint !== undefined && opening[joint] === open ? next : undefined;
  }
  return undefined;
}

/** Whether a token comes right after a nickname, and the nickname after a capitalized word. */
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

/** Removes the nicknames from a name. */
export const withoutNicknames = (name: string): string => name.replace(nickname, '');
