// Guesses whether a name without a record is a person, a place or an organization, from its words and its surroundings.
import { isEnglish } from '../english-words.ts';
import { otherFirstNames } from '../first-names.ts';
import { isLegalForm } from '../legal-forms.ts';
import { foldWord } from '../normalize.ts';
import { isBody, startsCapital } from './capital-runs.ts';
import { isAcronym } from './letter-case.ts';
import { isSpeech } from './speech.ts';
import { opensWithSurname } from './surname-first.ts';
import { endsTitle } from './titles.ts';

export type NameKind = 'person' | 'place' | 'organization';

export interface NameGuess {
  kind: NameKind;
  /** A short clause, such as `it stands after "in"`. */
  reason: string;
}

/** The text before and after one occurrence, within the same block. */
export interface NameContext {
  before: string;
  after: string;
}

/** The same clue counts at most this often. */
const mostTimes = 2;

/** A hint at a kind, and how much it counts. */
type Clue = [kind: NameKind, weight: number, reason: string];

/** The kind with the most evidence, or `undefined` if there is none or two kinds are equal. */
export function guessKind(name: string, contexts: readonly NameContext[]): NameGuess | undefined {
  const isShort = isAcronym(name);
  const clues = [
    ...readWords(name),
    // An acronym is nearly always a body, even after "in".
    ...contexts.flatMap(readContext).filter(([kind]) => !isShort || kind === 'organization'),
  ];
  const weights = new Map<NameKind, number>();
  const times = new Map<string, number>();
  for (const [kind, weight, reason] of clues) {
    const seen = (times.get(reason) ?? 0) + 1;
    times.set(reason, seen);
    if (seen <= mostTimes) weights.set(kind, (weights.get(kind) ?? 0) + weight);
  }
  const [first, second] = [...weights].sort(([, a], [, b]) => b - a);
  if (first === undefined || (second !== undefined && second[1] === first[1])) return undefined;
  const [kind] = first;
  const [best] = clues.filter((clue) => clue[0] === kind).sort(([, a], [, b]) => b - a);
  return best && { kind, reason: best[2] };
}

function readWords(name: string): Clue[] {
  const words = name.split(/[\s-]+/u);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  const head = words.find((_word, at) => words[at + 1] === 'of' || at === words.length - 1) ?? last;
  if (words.length > 1 && (isLegalForm(last.replace(/\.$/, '')) || ventures.test(last)))
    return [['organization', 5, `its last word is "${last}"`]];
  if (name.includes(' & ')) return [['organization', 5, 'it has "&" in it']];
  if (landscape.test(head) || landscape.test(first)) {
    const word = landscape.test(head) ? head : first;
    return [['place', 4, `it has the word "${word}"`]];
  }
  if (isBody(head) && words.length > 1) return [['organization', 4, `it has the word "${head}"`]];
  if (words.length === 1 && isAcronym(name) && name.length < 7)
    return [['organization', 2, 'it is in all capitals']];
  const isPersonal = words.length > 1 && words.length < 5;
  if (isPersonal && otherFirstNames(foldWord(first)).size > 0)
    return [['person', 3, `its first word is the first name "${first}"`]];
  if (isPersonal && opensWithSurname(words)) return [['person', 2, `"${first}" is a family name`]];
  if (isPersonal && words.every((word) => !isEnglish(word) || !startsCapital(word)))
    return [['person', 1, 'none of its words is English']];
  return [];
}

/** What companies, papers, clubs and the like are called. */
const ventures =
  /^(?:Bancorp|Industries|Airlines|Airways|Motors|Bros|Newspapers?|Times|Post|Herald|Gazette|Tribune|Daily|News|FC|United|Club|Choir|Orchestra|Band)$/;

const landscape =
  /^(?:Gulf|Sea|Bay|Cape|River|Lake|Mount|Mountains?|Isle|Island|Islands|Port|City|Town|Village|Province|District|County|Valley|Strait|Airport|Street|Square|Bridge|Road|Avenue|Park|Harbour|Harbor|Hill|Hills|Heights|Desert|Forest|Beach|Coast|Peninsula|Ocean|Canal|Hotel|Hospital|Stadium|Fort|Saint|St|San|Santa|North|South|East|West|Upper|Lower|New)$/;

function readContext({ before, after }: NameContext): Clue[] {
  const clues: Clue[] = [];
  const [, title = ''] = /([\p{L}-]+)\.? $/u.exec(before) ?? [];
  if (startsCapital(title) ? endsTitle(title) && !ambiguousTitles.test(title) : offices.test(title))
    clues.push(['person', startsCapital(title) ? 4 : 3, `it stands after "${title}"`]);
  const [, next = ''] = /^,? (\p{L}+)/u.exec(after) ?? [];
  const speaks = isSpeech(next);
  if (speaks) clues.push(['person', 1.5, `it stands before "${next}"`]);
  if (/^,? (?:who|aged \d|\d{2},)/.test(after)) clues.push(['person', 3, 'it stands before "who" or an age']);
  if (!speaks) {
    const [, where] =
      /(?:^|[\s(])(in|near|outside|around|throughout|across|toward|towards) (?:the )?$/i.exec(before) ?? [];
    if (where !== undefined) clues.push(['place', 2.5, `it stands after "${where.toLowerCase()}"`]);
    const [, going] =
      /(?:^|\s)((?:fled|went|travel?led|flew|returned|moved|drove|came|back) (?:to|from)|at) $/i.exec(
        before,
      ) ?? [];
    if (going !== undefined) clues.push(['place', 1.5, `it stands after "${going.toLowerCase()}"`]);
  }
  if (/(?:city|town|village|province|district|region|port|capital|state) of $/i.test(before))
    clues.push(['place', 4, 'it stands after "city of" or something similar']);
  if (
    /(?:company|party|group|agency|firm|union|militia|organi[sz]ation|newspaper|charity|bank|club) $/i.test(
      before,
    )
  )
    clues.push(['organization', 3, 'it stands after a word such as "company" or "party"']);
  if (
    /^ (?:officials?|spokes(?:man|woman|person)|executives?|shares|fighters|workers|headquarters)\b/.test(
      after,
    )
  )
    clues.push(['organization', 1.5, 'officials, shares or something similar come after it']);
  return clues;
}

/** Words that are part of titles, but mean something else on their own. */
const ambiguousTitles =
  /^(?:private|state|government|foreign|defen[cs]e|justice|education|health|energy|trade|transport|culture|commerce|information)$/i;
const offices =
  /^(?:president|premier|chancellor|minister|secretary|senator|congressman|congresswoman|governor|mayor|ambassador|director|chairman|chairwoman|commander|commissioner|professor|lawyer|analyst|journalist|correspondent|economist|historian|spokesman|spokeswoman|captain|coach|judge|sheriff|king|queen|prince|princess|pope|bishop|singer|actor|actress|author|writer|striker|goalkeeper|midfielder|defender|colleague|wife|husband|son|daughter|brother|sister)$/;
