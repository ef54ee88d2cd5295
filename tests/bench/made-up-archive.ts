// Writes an invented archive of any size, the same one every time, and knows which article is about whom.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bodyFixity } from '../../src/archive/fixity.ts';
import { buildSlug } from '../../src/importers/slug.ts';
import { foldName } from '../../src/names/normalize.ts';
import { cast, type CastMember, type Print } from './made-up-cast.ts';
import { buildDice, unmentionedName, walkOnName, writers, type Dice } from './made-up-names.ts';
import {
  fillers,
  foreignHeadlines,
  introductionsOf,
  subjects,
  weekdays,
  type Language,
  type Manner,
  type Subject,
} from './made-up-prose.ts';

export interface MadeUpOptions {
  /** How many articles; default 300. The first 300 of 1,000 are the same as of 300. */
  articles?: number;
  /** How many records that no article mentions; default none. */
  extraRecords?: number;
}

export interface MadeUpArticle {
  /** `2020/01/03/slug`. */
  id: string;
  title: string;
  description: string;
  body: string;
  /** By record key, `people/naseer-al-khuzayi`: how this article prints the name, the first form first. */
  names: Map<string, string[]>;
}

export interface MadeUpArchive {
  /** The text of every content file by its path below the content folder. */
  files: Map<string, string>;
  articles: MadeUpArticle[];
}

/** Builds the archive in memory; no clock, no chance, no locale. */
export function buildMadeUpArchive({
  articles: size = 300,
  extraRecords = 0,
}: MadeUpOptions = {}): MadeUpArchive {
  const files = new Map<string, string>();
  const articles: MadeUpArticle[] = [];
  for (let index = 0; index < size; index += 1) {
    const { article, file } = buildArticle(index, (id) => files.has(articlePath(id)));
    files.set(articlePath(article.id), file);
    articles.push(article);
  }
  const walkOns = Array.from({ length: walkOnsUpTo(size) }, (_, index) => buildWalkOn(index));
  for (const member of [...cast, ...walkOns]) {
    const { name, aliases, role, fields = [] } = member;
    const description = `${role.charAt(0).toUpperCase()}${role.slice(1)}, in an invented archive.`;
    files.set(`${keyOf(member)}.md`, renderRecord(name, aliases, description, fields));
  }
  for (const name of writers)
    files.set(`people/${buildSlug(name)}.md`, renderRecord(name, [], 'A reporter, in an invented archive.'));
  for (const { id, name } of subjects)
    files.set(`topics/${id}.md`, renderRecord(name, [], 'A subject of an invented archive.'));
  for (const [language, { id, name }] of Object.entries(papers)) {
    const fields = [`language: ${language}`];
    files.set(`publications/${id}.md`, renderRecord(name, [], 'A newspaper that never was.', fields));
  }
  for (let index = 0; index < extraRecords; index += 1) addUnmentioned(files, index);
  return { files, articles };
}

/** Writes the archive into a folder, which is made if it is missing. */
export async function writeMadeUpArchive(folder: string, options?: MadeUpOptions): Promise<MadeUpArchive> {
  const archive = buildMadeUpArchive(options);
  const folders = new Set([...archive.files.keys()].map((path) => dirname(join(folder, path))));
  for (const path of folders) await mkdir(path, { recursive: true });
  for (const [path, text] of archive.files) await writeFile(join(folder, path), text);
  return archive;
}

/** The articles that name a record, by id. */
export function articlesThatName({ articles }: MadeUpArchive, key: string): Set<string> {
  return new Set(articles.filter(({ names }) => names.has(key)).map(({ id }) => id));
}

/** The articles that have these words next to each other, whatever their case and marks, by id. */
export function articlesThatSay({ articles }: MadeUpArchive, words: string): Set<string> {
  const folded = ` ${foldName(words)} `;
  const says = (text: string): boolean => ` ${foldName(text)} `.includes(folded);
  const saying = articles.filter(({ title, description, body }) => [title, description, body].some(says));
  return new Set(saying.map(({ id }) => id));
}

const papers: Record<Language, { id: string; name: string }> = {
  en: { id: 'the-lamplighter', name: 'The Lamplighter' },
  de: { id: 'abendlaterne', name: 'Abendlaterne' },
  ar: { id: 'misbah-al-marsa', name: 'Misbah al-Marsa' },
};

const keyOf = ({ collection, id }: Pick<CastMember, 'collection' | 'id'>): string => `${collection}/${id}`;
const articlePath = (id: string): string => `articles/${id}.md`;
const walkOnsUpTo = (articles: number): number => Math.min(2000, Math.ceil(articles / 4));

function buildWalkOn(index: number): CastMember {
  const { given, family } = walkOnName(index);
  const name = `${given} ${family}`;
  return {
    collection: 'people',
    id: buildSlug(name),
    name,
    aliases: [`${given.charAt(0)}. ${family}`],
    role: 'a passer-by',
    prints: [[name, family]],
  };
}

/** A name as one article uses it. */
interface Appearance {
  member: CastMember;
  print: Print;
  /** Whether the article never gives more than the short form. */
  short: boolean;
  manner: Manner;
}

/** Each leads once a round, every time printed and brought in another way. */
function castLead(index: number): Appearance {
  const place = index % cast.length;
  const round = Math.floor(index / cast.length);
  const member = cast[place] as CastMember;
  const print = member.prints[round % member.prints.length] as Print;
  const turn = (round + place) % 4;
  // An article that only says "Gates" tells no one who that is; "Soleimani" does.
  const short = turn === 1 && member.aliases.includes(print[1]);
  const manner =
    print[2] !== undefined || short
      ? 'plain'
      : ((['plain', 'plain', 'possessive', 'dashed'] as const)[turn] ?? 'plain');
  return { member, print, short, manner };
}

/** Others whom an article in this language may name. */
function castOthers(dice: Dice, language: Language, lead: CastMember, walkOns: number): Appearance[] {
  const printsOf = (member: CastMember): readonly Print[] => {
    const own = member.prints.filter((print) => print[2] === language);
    return own.length > 0 || language === 'ar'
      ? own
      : member.prints.filter((print) => print[2] === undefined);
  };
  const able = cast.filter((member) => member !== lead && printsOf(member).length > 0);
  const others = dice.draw(able, 2 + dice.below(3));
  if (language === 'en' && walkOns > 0) others.push(buildWalkOn(dice.below(walkOns)));
  return others.map((member) => ({
    member,
    print: dice.pick(printsOf(member)),
    short: false,
    manner: 'plain',
  }));
}

function buildArticle(
  index: number,
  isTaken: (id: string) => boolean,
): { article: MadeUpArticle; file: string } {
  const dice = buildDice(index);
  const lead = castLead(index);
  const language = lead.print[2] ?? 'en';
  const others = castOthers(dice, language, lead.member, walkOnsUpTo(index + 1));
  const subject = dice.pick(subjects);
  const published = new Date(Date.UTC(2003, 0, 1 + dice.below(7670))).toISOString().slice(0, 10);
  const title = writeHeadline(dice, language, subject, lead);
  const sentences = [lead, ...others].map((appearance) => writeAppearance(dice, language, appearance));
  const body = writeBody(dice, language, subject, sentences);

  const folder = published.replaceAll('-', '/');
  const slug = language === 'ar' ? `misbah-${index + 1}` : buildSlug(title);
  const id = isTaken(`${folder}/${slug}`) ? `${folder}/${slug}-${index + 1}` : `${folder}/${slug}`;
  const description = `A report on ${subject.name.toLowerCase()}, invented from the first word to the last.`;
  const dateline = [lead, ...others].find(({ member }) => member.collection === 'places');
  const names = new Map(
    [lead, ...others].map((appearance) => [keyOf(appearance.member), printedForms(appearance)]),
  );
  const lines = [
    '---',
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    `published: ${published}`,
    `authors: [${buildSlug(dice.pick(writers))}]`,
    `publication: ${papers[language].id}`,
    `topics: [${subject.id}]`,
    ...(dateline === undefined ? [] : [`dateline: ${dateline.member.id}`]),
    `language: ${language}`,
    'source:',
    `  retrieved: ${published}`,
    '  format: text',
    'rights:',
    '  statement: https://creativecommons.org/publicdomain/zero/1.0/',
    'copy: full',
    `fixity: ${bodyFixity(body)}`,
    '---',
    '',
    body,
    '',
  ];
  return { article: { id, title, description, body, names }, file: lines.join('\n') };
}

const printedForms = ({ print, short }: Appearance): string[] => (short ? [print[1]] : [print[0], print[1]]);

/** Where a name is to stand between dashes or with an ending only, the headline must not give it away. */
function writeHeadline(dice: Dice, language: Language, subject: Subject, lead: Appearance): string {
  const named = lead.manner === 'plain' && (language !== 'en' || dice.below(2) === 0);
  const headlines = named ? subject.namedHeadlines : subject.headlines;
  return fill(dice.pick(language === 'en' ? headlines : foreignHeadlines[language]), dice, language, lead, 0);
}

/** The sentences about one name, in the order in which they must stand. */
function writeAppearance(dice: Dice, language: Language, appearance: Appearance): string[] {
  const { first, later } = introductionsOf(language, appearance.member.collection, appearance.manner);
  const opening = fill(dice.pick(first), dice, language, appearance, 0);
  const rest = dice
    .draw(later, dice.below(3))
    .map((sentence) => fill(sentence, dice, language, appearance, 1));
  return [opening, ...rest];
}

function fill(template: string, dice: Dice, language: Language, appearance: Appearance, form: 0 | 1): string {
  const { member, print, short } = appearance;
  const bare = print[short ? 1 : form];
  const article = member.the === true && language === 'en' && bare.includes(' ') ? 'the ' : '';
  const introduces = form === 0 && !short && /^[A-Z]{2,}$/.test(print[1]) && print[1] !== bare;
  const inside = `${article}${bare}${introduces && /\{[Nn]\} /.test(template) ? ` (${print[1]})` : ''}`;
  const words: Record<string, () => string> = {
    '{N}': () => inside.charAt(0).toUpperCase() + inside.slice(1),
    '{n}': () => inside,
    '{b}': () => bare,
    '{role}': () => member.role,
    '{day}': () => dice.pick(weekdays[language]),
    '{#}': () => String(3 + dice.below(90)),
  };
  return template.replace(/\{(?:\w+|#)\}/g, (slot) => words[slot]?.() ?? slot);
}

/** 150 to 400 words in paragraphs: the lead opens, what is said of each name keeps its order, the rest lies between. */
function writeBody(dice: Dice, language: Language, subject: Subject, told: readonly string[][]): string {
  const target = 160 + dice.below(language === 'en' ? 220 : 30);
  const about = language === 'en' ? [...subject.sentences, ...fillers.en] : fillers[language];
  const between = dice
    .draw(about, about.length)
    .map((sentence) =>
      sentence
        .replace('{day}', () => dice.pick(weekdays[language]))
        .replace('{#}', () => String(3 + dice.below(90))),
    );
  const queue = told.flat();
  const sentences: string[] = [];
  let words = queue.join(' ').split(' ').length;
  while (queue.length > 0 || words < target) {
    const next = queue.shift();
    if (next !== undefined) sentences.push(next);
    for (let count = dice.below(3); count > 0 && words < target; count -= 1) {
      const sentence = between.shift();
      if (sentence === undefined) break;
      words += sentence.split(' ').length;
      sentences.push(sentence);
    }
    if (queue.length === 0 && between.length === 0) break;
  }
  const paragraphs: string[] = [];
  while (sentences.length > 0) paragraphs.push(sentences.splice(0, 2 + dice.below(4)).join(' '));
  return paragraphs.join('\n\n');
}

function renderRecord(
  name: string,
  aliases: readonly string[],
  description: string,
  fields: readonly string[] = [],
): string {
  const lines = [`name: ${JSON.stringify(name)}`];
  if (aliases.length > 0) lines.push('aliases:', ...aliases.map((alias) => `  - ${JSON.stringify(alias)}`));
  lines.push(`description: ${JSON.stringify(description)}`, ...fields);
  return ['---', ...lines, '---', ''].join('\n');
}

/** Seven people to two places and one organization. */
function addUnmentioned(files: Map<string, string>, index: number): void {
  const { name, others } = unmentionedName(index);
  const kind = index % 10;
  const collection = kind < 7 ? 'people' : kind < 9 ? 'places' : 'organizations';
  const fields = collection === 'places' ? ['kind: city'] : [];
  const description = 'A record that no article mentions, in an invented archive.';
  files.set(
    `${collection}/${buildSlug(name)}-${index + 1}.md`,
    renderRecord(name, others, description, fields),
  );
}

if (import.meta.main) {
  const [folder, articles = '300', extraRecords = '0'] = process.argv.slice(2);
  if (folder === undefined || !/^\d+$/.test(articles) || !/^\d+$/.test(extraRecords)) {
    console.error('Usage: node tests/bench/made-up-archive.ts FOLDER [articles] [extra records]');
    process.exitCode = 2;
  } else {
    const { files } = await writeMadeUpArchive(folder, {
      articles: Number(articles),
      extraRecords: Number(extraRecords),
    });
    console.log(`Wrote ${files.size} files into ${folder}.`);
  }
}
