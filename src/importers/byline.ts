// Reads a byline: who signed the article, in the forms newspapers print it.

export interface Byline {
  /** Names of persons as printed; empty where the byline names none. */
  names: string[];
  /** What the line says besides: an agency, a function, a place, an address. */
  besides: string;
  /** Words at which names were parted that stand inside names too, as in "José Ortega y Gasset". */
  partedAt: string[];
  /** Whether a word such as "By" says that this is a byline; a bare name may be something else. */
  certain: boolean;
}

const opening =
  /^(?:(?:(?:written|posted|published|submitted|story|text|words|report|reported|reporting|analysis|commentary|review)\s+)?(?:by|von|par|por)(?:\s*:\s*|\s+)|(?:authors?|writers?|byline|text|autor(?:in|es)?|auteurs?|autore|автор|بقلم)\s*:\s*|بقلم\s+|from\s+our\s+(?:own\s+)?correspondent,?\s+)(?<rest>.+)$/iu;

/** Words that no person's name has and the line beside a byline often does. */
const notNames = new Set(
  `agencies agency analysis archive article associated board breaking briefing bureau chief column columnist
  comment commentary company contributor contributors copyright correspondent correspondents daily desk edition
  editor editorial editors exclusive feature foundation guest headlines home institute international interview
  journal journalist latest magazine media ministry national network news newspaper newsroom office opinion
  perspective politics post press reporter reporters report reports reuters review section service site special
  sports staff statement team the times today university update updates views web wire world writer writers our
  bbc cnn afp ap dpa upi monday tuesday wednesday thursday friday saturday sunday`.split(/\s+/),
);

const particles = new Set(
  `al el ul ad an as ash at az bin ibn ben bint abu abd umm van von der den dem de da di do dos das del della
  degli du la le les lo ter ten te zu zum zur y e i af av och`.split(/\s+/),
);

const suffix = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d)\.?$/iu;

const place = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{Lu}[\\p{L}.'’-]*){0,3}";
const filedFromToo = '\\p{Lu}\\S*(?:\\s+\\S+){1,5}?\\s+in\\s+\\p{Lu}';

/** "in Baghdad" behind a name, where another name with a place of its own follows; "in London and New York" is none. */
const placeBetween = new RegExp(
  `\\s+in\\s+${place}(?:(?:,\\s+\\p{Lu}[\\p{L}.]*)?(?=,?\\s+(?:and|with|und|et|y|e|&)\\s+${filedFromToo})|(?=[,;]\\s+${filedFromToo}))`,
  'gu',
);

/** Reads a line as a byline, or returns `undefined` where it is none. */
export function readByline(line: string): Byline | undefined {
  const rest = opening.exec(line)?.groups?.['rest'];
  const places: string[] = [];
  const given = (rest ?? line)
    .trim()
    .replace(/[\s|·•–—,-]+$/u, '')
    .replace(placeBetween, (found) => {
      places.push(found.trim());
      return '';
    });
  // "By Jane Doe in Baghdad", "By Jane Doe for The Example", "Jane Doe (Reuters)", "Jane Doe, jane@example.org"
  const tail =
    /\s+(?:in|for|at|from|reporting|special to|@\S+|\S+@\S+)(?:\s.*)?$|\s*\(.*\)\s*$|\s+[|·•–—]\s+.*$/iu.exec(
      given,
    );
  const signed = tail === null ? given : given.slice(0, tail.index).replace(/,$/, '');
  const aside = tail?.[0].replace(/^[\s|·•–—]+/u, '').trim();
  const asides = aside === undefined ? places : [...places, aside];
  const others = [...asides];
  const partedAt: string[] = [];
  const names: string[] = [];
  for (const part of signed
    .split(/\s*[,;&]\s*|\s+(?:and|with)\s+/iu)
    .flatMap((names) => partNames(names, partedAt))) {
    const piece = part.replace(/^and\s+/iu, '');
    const previous = names.at(-1);
    if (piece === '') continue;
    if (previous !== undefined && suffix.test(piece)) names[names.length - 1] = `${previous}, ${piece}`;
    else if (isPersonName(piece)) names.push(piece);
    else others.push(piece);
  }
  const besides = others.join(', ');
  if (rest !== undefined) {
    // "By the time the troops came" opens a sentence, "By our correspondent" an unsigned report.
    const named = others.every((other) => asides.includes(other) || namesFunction(other));
    return names.length > 0 || (named && others.length > 0)
      ? { names, besides, partedAt, certain: true }
      : undefined;
  }
  // "Jane Doe, Senior Correspondent", "Jane Doe @jdoe"
  const explained = others.every((other) => namesFunction(other) || /^\S*@\S+$/.test(other));
  if (names.length === 0 || !explained || names.some((name) => !name.includes(' '))) return undefined;
  return { names, besides, partedAt, certain: false };
}

/** Parts names at "y", "e", "und" and "et" where a whole name, of two words at least, stands on both sides. */
function partNames(text: string, partedAt: string[]): string[] {
  const [first = '', ...others] = text.split(/\s+(und|et|y|e)\s+/iu);
  const names = [first];
  for (let index = 0; index < others.length; index += 2) {
    const [word = '', next = ''] = others.slice(index, index + 2);
    const open = names.at(-1) ?? '';
    if (/\s/.test(open) && /\s/.test(next)) {
      names.push(next);
      partedAt.push(word);
    } else names[names.length - 1] = `${open} ${word} ${next}`;
  }
  return names;
}

const namesFunction = (text: string): boolean =>
  text.split(/\s+/).length <= 8 &&
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => word !== 'the' && notNames.has(word));

/** Whether a text can be the name of a person: a few capitalized words, with particles between them. */
function isPersonName(text: string): boolean {
  const words = text.split(/[\s\u00a0]+/u);
  if (words.length > 6 || words.some((word) => notNames.has(word.toLowerCase().replace(/[.'’].*$/, ''))))
    return false;
  const isPart = (word: string): boolean =>
    /^(?:\p{Ll}{1,4}[-'’])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’ʼʻ‘.\u200c-]*$/u.test(word);
  return (
    isPart(words.at(-1) ?? '') && words.every((word) => isPart(word) || particles.has(word.toLowerCase()))
  );
}

/** A name set in capitals as it is written elsewhere: `BILL VAN AUKEN` is `Bill Van Auken`; others as they are. */
export function lowerCapitals(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase() || /^\p{Lu}{1,3}$/u.test(name)) return name;
  return name.replace(/\p{L}[\p{L}\p{M}]+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());
}
