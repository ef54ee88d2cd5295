// From what was found to what is shown of it: an article out of the full text, or out of a record's own file; pure.
import { chooseExcerpts } from './excerpt.ts';
import type { Labels } from './filters.ts';
import type { Fragment } from './fragment.ts';
import { foldWords } from './match.ts';
import type { RecordArticle, RecordFile } from './record-file.ts';
import type { ResultItem } from './result-view.ts';
import { indexSpelling } from './spelling.ts';

/** The id of the article that a fragment is of. */
const idOf = ({ raw_url }: Fragment): string => raw_url.replace(/^\/|\/$/g, '');

/** An article that has the words of a query. */
export function itemOfFragment(fragment: Fragment, query: string, labels: Labels): ResultItem {
  const publication = fragment.filters['publication']?.[0] ?? '';
  return {
    id: idOf(fragment),
    title: fragment.meta['title'] ?? idOf(fragment),
    language: fragment.filters['language']?.[0] ?? '',
    publication: labels.publication[publication] ?? fragment.meta['publication'] ?? publication,
    excerpts: chooseExcerpts(fragment, query),
  };
}

/** An article of a record as its file gives it. */
export const itemOfRecord = ({ excerpt, ...article }: RecordArticle): ResultItem => ({
  ...article,
  excerpts: [excerpt],
});

/** An article of a record that the filters have found: as its file gives it, or with the passages that name it. */
export function itemOfNamed(fragment: Fragment, record: RecordFile, labels: Labels): ResultItem {
  const known = record.newest.find(({ id }) => id === idOf(fragment));
  if (known !== undefined) return itemOfRecord(known);
  // The longest spelling is the most certain, and those it holds are found with it.
  const spellings = [record.name, ...record.aliases].sort((a, b) => b.length - a.length);
  for (const spelling of spellings) {
    const marked = markSpelling(fragment, spelling);
    if (marked.locations.length > 0) return itemOfFragment(marked, spelling, labels);
  }
  return itemOfFragment(fragment, '', labels);
}

/**
 * How many articles of a file come before the ones that only the index knows. The two may order the articles of one day
 * differently, so a list that is not whole ends before its last day.
 */
export function countCertain({ articles, newest }: RecordFile): number {
  if (articles === newest.length) return articles;
  const dayOf = ({ id }: RecordArticle): string => id.slice(0, 10);
  const last = newest.at(-1);
  return last === undefined ? 0 : newest.filter((article) => dayOf(article) !== dayOf(last)).length;
}

/** A fragment with one spelling of a name as its hits, for an article that was found by a filter and not by words. */
function markSpelling(fragment: Fragment, spelling: string): Fragment {
  const name = indexSpelling(spelling).split(' ');
  const words = fragment.content.split(' ');
  const locations = words.flatMap((_, at) =>
    name.every((part, offset) => isWordOfName(words[at + offset] ?? '', part))
      ? name.map((__, offset) => at + offset)
      : [],
  );
  return { ...fragment, locations };
}

/** A capital stands where the name has one, and an acronym is in capitals: "us" is not US. */
function isWordOfName(word: string, part: string): boolean {
  const [own] = foldWords(word);
  const [wanted] = foldWords(part);
  if (own === undefined || own.folded !== wanted?.folded) return false;
  const typed = word.slice(own.start, own.end).replace(/['’ʼ]s$/u, '');
  if (/^\p{Lu}[\p{Lu}\p{N}]+$/u.test(part)) return typed === typed.toUpperCase();
  return !/^\P{L}*\p{Lu}/u.test(part) || /^\P{L}*\p{Lu}/u.test(typed);
}
