// Parts an author's name into what catalogues file it under and the rest; pure.
import { foldName, foldWord } from './normalize.ts';
import { particles } from './recognition/sentence.ts';
import { opensWithSurname } from './recognition/surname-first.ts';

/** A name in two parts, or one that has none: a pen name, an agency, a name in signs without spaces. */
export type PersonName =
  | {
      family: string;
      given: string;
      /** `Jr.`, `III` */
      suffix?: string;
      /** Whether the name itself puts the family name first, as in Mao Zedong. */
      familyFirst: boolean;
    }
  | { literal: string };

const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/i;
/** Words that no name of one person has: "Staff of the Herald", "Smith & Sons", "Editorial Board", "Agence France-Presse". */
const collective =
  /\s(?:of|the|and|for|und|et)\s|[&0-9]|^(?:agence|agencia|agenzia|agência|associated|the)\s|\s(?:agency|board|bureau|committee|correspondents?|desk|editors?|news|newsroom|redaktion|reporters?|staff|team|(?:news|press|wire) service)$/i;
/** Scripts of names that open with the family name. */
const familyFirstScript = /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Family names of Vietnam, which stand first, and which other languages have for no first name. */
const vietnamese = /^(?:nguy[eễ]n|tr[aầ]n|ph[aạ]m|hu[yỳ]nh|đặng|bùi|đỗ|ngô|võ|vũ|lê)$/i;

/**
 * @param aliases an alias that is the end of the name says where the family name begins: "Van Auken"
 */
export function splitPersonName(name: string, aliases: readonly string[] = []): PersonName {
  const words = name.split(/[\s\u00a0]+/u).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const suffix = words.length > 2 && suffixes.test(last) ? last : undefined;
  if (suffix !== undefined) words.pop();
  const core = words.map((word, index) => (index === words.length - 1 ? word.replace(/,$/, '') : word));
  const alias = findAlias(core, aliases);
  const isCollective = alias === undefined && collective.test(name);
  if (core.length < 2 || isCollective || core.some((word) => word.includes(','))) return { literal: name };
  const ended = suffix === undefined ? {} : { suffix };
  const first = core[0]?.normalize('NFC') ?? '';
  const isFamilyFirst = opensWithSurname(core) || familyFirstScript.test(first) || vietnamese.test(first);
  if (alias === undefined && isFamilyFirst)
    return { family: core[0] ?? '', given: core.slice(1).join(' '), familyFirst: true, ...ended };
  const at = findFamily(core, alias);
  return {
    family: core.slice(at).join(' '),
    given: core.slice(0, at).join(' '),
    familyFirst: false,
    ...ended,
  };
}

/** Where the longest alias begins that is the end of the name. */
function findAlias(words: readonly string[], aliases: readonly string[]): number | undefined {
  const known = new Set(aliases.map(foldName));
  for (let at = 1; at < words.length; at += 1) {
    const isInitial = /^\p{L}\.?$/u.test(words[at] ?? '');
    if (!isInitial && known.has(foldName(words.slice(at).join(' ')))) return at;
  }
  return undefined;
}

/**
 * The last word or all of the alias, with the small words before it: "van der Berg", "Ortega y Gasset". Without an alias
 * they may be written large as well: "Van Auken".
 */
function findFamily(words: readonly string[], alias: number | undefined): number {
  let at = alias ?? words.length - 1;
  if (at > 2 && /^[yie]$/.test(words[at - 1] ?? '')) at -= 2;
  const isSmall = (word: string): boolean => particles.has(alias === undefined ? foldWord(word) : word);
  while (at > 1 && isSmall(words[at - 1] ?? '')) at -= 1;
  return at;
}

/** As it stands in a sentence: `Bill Van Auken`, `Mao Zedong`, `Martin King Jr.` */
export function renderName(name: PersonName): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix, familyFirst } = name;
  return [...(familyFirst ? [family, given] : [given, family]), ...(suffix ? [suffix] : [])].join(' ');
}

/** As it stands in a list in the order of the alphabet: `Van Auken, Bill`, `King, Martin, Jr.`, `Mao Zedong`. */
export function renderNameInverted(name: PersonName): string {
  if ('literal' in name || name.familyFirst) return renderName(name);
  return [name.family, name.given, ...(name.suffix ? [name.suffix] : [])].join(', ');
}

/**
 * As Zotero parts it in a web page: it reads two parts and no third, and a comma behind a name of several words tells it
 * that they are one.
 */
export function renderNameForPages(name: PersonName): string {
  if ('literal' in name) return /\s/.test(name.literal) ? `${name.literal},` : name.literal;
  const { family, given, suffix } = name;
  return `${family}, ${[given, ...(suffix ? [suffix] : [])].join(' ')}`;
}

/** As programs exchange it, always with the comma: `Mao, Zedong`. */
export const renderNameParts = (name: PersonName): string =>
  'literal' in name
    ? name.literal
    : [name.family, name.given, ...(name.suffix ? [name.suffix] : [])].join(', ');
