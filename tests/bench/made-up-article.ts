// Writes one article of the made-up archive: who is in it, under which spelling, and what is said around the names.
import { bodyFixity } from '../../src/reading/fixity.ts';
import { buildSlug } from '../../src/importers/slug.ts';
import { cast, type CastMember, type Print } from './made-up-cast.ts';
import { buildDice, walkOnName, writers, type Dice } from './made-up-names.ts';
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
import { farLanguages, farProse, isFar, type FarLanguage } from './made-up-scripts.ts';
import { weaveTexture } from './made-up-texture.ts';

export interface MadeUpArticle {
  /** `2020/01/03/slug`. */
  id: string;
  title: string;
  description: string;
  body: string;
  language: Language;
  /** By record key, `people/naseer-al-khuzayi`: how this article prints the name, the first form first. */
  names: Map<string, string[]>;
}

export const papers: Record<Language, { id: string; name: string }> = {
  en: { id: 'the-lamplighter', name: 'The Lamplighter' },
  de: { id: 'abendlaterne', name: 'Abendlaterne' },
  ar: { id: 'misbah-al-marsa', name: 'Misbah al-Marsa' },
  ...(Object.fromEntries(farLanguages.map((language) => [language, farProse[language].paper])) as Record<
    FarLanguage,
    { id: string; name: string }
  >),
};

/** The key of a record: `people/naseer-al-khuzayi`. */
export const keyOf = ({ collection, id }: Pick<CastMember, 'collection' | 'id'>): string =>
  `${collection}/${id}`;

/** How many passers-by an archive of this many articles has. */
export const walkOnsUpTo = (articles: number): number => Math.min(2000, Math.ceil(articles / 4));

export function buildWalkOn(index: number): CastMember {
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

/** The language of an article: that of its name's spelling; of the others every fourth is in one far away. */
function chooseLanguage(index: number, { print, short, manner }: Appearance): Language {
  if (print[2] !== undefined) return print[2];
  if (manner !== 'plain' || short || index % 4 !== 0) return 'en';
  // Another one each time, and another one for the same name in the next round.
  return farLanguages[Math.floor(index / 4) % farLanguages.length] as FarLanguage;
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

/** Article number `index`, and its file; `isTaken` says which ids others have. */
export function buildArticle(
  index: number,
  isTaken: (id: string) => boolean,
): { article: MadeUpArticle; file: string } {
  const dice = buildDice(index);
  const lead = castLead(index);
  const language = chooseLanguage(index, lead);
  const others = castOthers(dice, language, lead.member, walkOnsUpTo(index + 1));
  const subject = dice.pick(subjects);
  const published = new Date(Date.UTC(2003, 0, 1 + dice.below(7670))).toISOString().slice(0, 10);
  const title = writeHeadline(dice, language, subject, lead);
  const sentences = [lead, ...others].map((appearance) => writeAppearance(dice, language, appearance));
  const body = writeBody(dice, language, subject, sentences);

  const folder = published.replaceAll('-', '/');
  const slug =
    language === 'ar'
      ? `misbah-${index + 1}`
      : isFar(language)
        ? `${papers[language].id}-${index + 1}`
        : buildSlug(title);
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
  return { article: { id, title, description, body, language, names }, file: lines.join('\n') };
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
  // A short form in another script has no words around it that tell whose it is.
  const form = isFar(language) ? 0 : 1;
  const rest = dice
    .draw(later, dice.below(3))
    .map((sentence) => fill(sentence, dice, language, appearance, form));
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
  const fillIn = (sentence: string): string =>
    sentence
      .replace('{day}', () => dice.pick(weekdays[language]))
      .replace('{#}', () => String(3 + dice.below(90)));
  const between = dice.draw(about, about.length).map(fillIn);
  // Kept for what is set in another way than in paragraphs.
  const kept = isFar(language) ? between.splice(0, 6) : [];
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
  if (!isFar(language)) return paragraphs.join('\n\n');
  const sentence = (): string => kept.shift() ?? fillIn(dice.pick(about));
  return weaveTexture(dice, paragraphs, { sentence, weekdays: weekdays[language] }).join('\n\n');
}
