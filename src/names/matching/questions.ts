// From what was typed to the questions put to the index: as it stands, without a title, with short forms spelled out.
import { isLegalForm } from '../legal-forms.ts';
import { splitWords } from '../normalize.ts';
import { countTitleWords } from '../recognition/titles.ts';
import { countrySynonyms, isNationality, queryTitles, shortForms } from './query-words.ts';
import { dropPossessives, exactForm, readName, type ComparedWord } from './name-words.ts';

/** One way to read a query. */
export interface Question {
  words: ComparedWord[];
  /** The words before it that say what somebody is, as typed: `Iranian foreign minister`. */
  setAside?: string;
  /** What kind of record alone it may mean. */
  only?: 'people' | 'organizations';
  /** Whether nothing but this name, word for word, is an answer. */
  exactly?: true;
}

/**
 * The readings of a query, the plain one first.
 * @param latin the query in Latin letters, if it is in another script
 */
export function readQuestions(query: string, latin?: string): [plain: Question, ...others: Question[]] {
  const typed = dropPossessives(query);
  const words = readName(typed);
  return [
    { words },
    ...(latin === undefined ? [] : [{ words: readName(latin) }]),
    ...withoutTitle(typed),
    ...withoutCompanyForm(words),
    ...spelledOut(words),
    ...(countrySynonyms(exactForm(words)) ?? []).map((name): Question => ({
      words: readName(name),
      exactly: true,
    })),
  ];
}

function withoutTitle(typed: string): Question[] {
  const words = splitWords(typed);
  const small = words.map(({ text }) => text.toLowerCase());
  let count = 0;
  for (let before = -1; before < count;) {
    before = count;
    while (isNationality(small[count] ?? '') || queryTitles.has(small[count] ?? '')) count += 1;
    count += countTitleWords(small.slice(count));
  }
  const [first, last, rest] = [words[0], words[count - 1], words[count]];
  if (first === undefined || last === undefined || rest === undefined) return [];
  const name = readName(typed.slice(rest.start));
  return [{ words: name, setAside: typed.slice(first.start, last.end), only: 'people' }];
}

function withoutCompanyForm(words: readonly ComparedWord[]): Question[] {
  let [from, to] = [0, words.length];
  while (to - from > 1 && isLegalForm(words[to - 1]?.text ?? '')) to -= 1;
  while (to - from > 1 && isLegalForm(words[from]?.text ?? '')) from += 1;
  if (to - from === words.length) return [];
  return [{ words: words.slice(from, to), only: 'organizations' }];
}

function spelledOut(words: readonly ComparedWord[]): Question[] {
  if (!words.some(({ text }) => shortForms.has(text))) return [];
  return [{ words: readName(words.map(({ text }) => shortForms.get(text) ?? text).join(' ')) }];
}
