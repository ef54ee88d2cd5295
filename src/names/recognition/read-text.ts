// One text of an article with its tokens and the names recognized in it, but for those that are the end of another's name.
import { foldWord, splitWords } from '../normalize.ts';
import { recognizeNames, type NameTrie, type RecognizedName } from './recognize.ts';
import { comesBehind, goesOn, type Surroundings } from './longer-names.ts';
import { followsName, isArticle, isHeadline, particles } from './sentence.ts';
import type { TextLanguage } from './text-language.ts';
import type { Token } from './tokens.ts';

export interface ReadText extends Surroundings {
  names: RecognizedName[];
}

export function readText(
  text: string,
  tokens: readonly Token[],
  language: TextLanguage,
  trie: NameTrie,
  overrides: NameTrie | undefined,
): ReadText {
  const recognized = recognizeNames(text, trie, overrides, tokens);
  const saysNothing = isHeadline(text, tokens);
  const ends = new Set(recognized.map(({ to }) => to));
  const starts = new Set(recognized.map(({ from }) => from));
  const around = { text, tokens, isHeadline: saysNothing, language };
  // "Jane Doe" is not Doe: a person's one word is no mention where another name leads up to it.
  const isAnothers = ({ from, spelling, targets, decided }: RecognizedName): boolean =>
    !decided &&
    !saysNothing &&
    !ends.has(from) &&
    targets.length > 0 &&
    targets.every(({ collection }) => collection === 'people') &&
    countWords(spelling) < 2 &&
    followsName(text, tokens, from);
  // Without a record of its own, "South Korea" is not linked as Korea, nor "Michael Jordan" as Jordan.
  const isPart = (name: RecognizedName): boolean => {
    const [target] = name.targets;
    if (target === undefined || name.decided) return false;
    if (!starts.has(name.to) && goesOn(around, name, target.collection)) return true;
    return !ends.has(name.from) && comesBehind(around, name, target.collection);
  };
  const names = recognized.filter((name) => !isAnothers(name) && !isPart(name));
  return { ...around, names };
}

/** The words of a name that are more than an article or particle. */
export const countWords = (name: string): number =>
  splitWords(name).filter(({ text }) => !particles.has(foldWord(text)) && !isArticle(text)).length;
