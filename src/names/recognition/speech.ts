// Verbs of speech: whoever says something is a person or a body.

const verbs: ReadonlySet<string> = new Set(
  `said says told added argued warned insisted noted wrote tweeted claimed announced declared denied replied explained
  acknowledged admitted`.split(/\s+/),
);

export const isSpeech = (word: string): boolean => verbs.has(word);
