// A record's names as a line of text, in which the files of the name index hold them; written and read here.
import { foldName } from '../names/normalize.ts';
import { namedCollections, type NamedCollection } from '../schema/collection-names.ts';

/** A spelling that is listed, and what each of its compared words weighs, 1 to 9. */
export interface ListedSpelling {
  text: string;
  weights: readonly number[];
}

/** A record with those of its spellings that a file lists. */
export interface ListedRecord {
  collection: NamedCollection;
  id: string;
  /** The preferred name. */
  name: string;
  /** How many articles it has. */
  articles: number;
  spellings: ListedSpelling[];
}

/** The id that most records have; one that has it need not say so. */
const usualId = (name: string): string =>
  foldName(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Fields are parted by tabs: collection and articles, id, name, then the spellings behind the weights of their words. */
export function renderLine({ collection, id, name, articles, spellings }: ListedRecord): string {
  return [
    namedCollections.indexOf(collection) + (articles === 0 ? '' : articles.toString(36)),
    id === usualId(name) ? '' : id,
    plain(name),
    ...(isUsual(name, spellings)
      ? []
      : spellings.map(({ text, weights }) => weights.join('') + (text === name ? '' : ` ${plain(text)}`))),
  ].join('\t');
}

/** Most lines list the preferred name alone, of words that hardly another name has. */
const isUsual = (name: string, spellings: readonly ListedSpelling[]): boolean =>
  spellings.length === 1 &&
  spellings[0]?.text === name &&
  spellings[0].weights.every((weight) => weight >= 6);

/** The record of a line that `renderLine` has made. */
export function readLine(line: string): ListedRecord {
  const [head = '', id = '', name = '', ...spellings] = line.split('\t');
  return {
    collection: namedCollections[Number(head[0])] ?? 'people',
    id: id === '' ? usualId(name) : id,
    name,
    articles: head.length === 1 ? 0 : parseInt(head.slice(1), 36),
    // Where nothing is said of weights they are as `addSpelling` gives them.
    spellings: (spellings.length === 0 ? [''] : spellings).map((given) => {
      const gap = given.indexOf(' ');
      const weights = [...(gap === -1 ? given : given.slice(0, gap))].map(Number);
      return { text: gap === -1 ? name : given.slice(gap + 1), weights };
    }),
  };
}

/** What parts fields and lines cannot stand inside them. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();
