// Sets some of a made-up article as newspapers do, in all that Markdown has: quotations, lists, tables, notes, links, code.
import type { Dice } from './made-up-names.ts';

/** What the texture is made of, all of it in the article's language. */
export interface Threads {
  /** A sentence that the article has not used yet. */
  sentence: () => string;
  weekdays: readonly string[];
}

type Piece = (dice: Dice, threads: Threads, number: number) => { block: string; note?: string };

const count = (dice: Dice): string => String(3 + dice.below(90));

const pieces: readonly Piece[] = [
  (_, { sentence }) => ({ block: `> ${sentence()}\n>\n> *${sentence()}*` }),
  (_, { sentence }) => ({ block: `- ${sentence()}\n- **${sentence()}**\n- ${sentence()}` }),
  (_, { sentence }) => ({ block: `1. ${sentence()}\n   - ${sentence()}\n2. ${sentence()}` }),
  (dice, { weekdays }) => {
    const rows = dice.draw(weekdays, 3).map((day) => `| ${day} | ${count(dice)}\u00a0% |`);
    return { block: ['| — | № |', '| :-- | --: |', ...rows].join('\n') };
  },
  (_, { sentence }, number) => ({
    block: `${sentence()}[^${number}] ${sentence()}`,
    note: `[^${number}]: ${sentence()}`,
  }),
  (dice, { sentence, weekdays }) => ({
    block: `[${sentence()}](https://copies.example.org/?day=${count(dice)}&page=${count(dice)} "${dice.pick(weekdays)} & ${count(dice)}") ~~${sentence()}~~`,
  }),
  (dice, { sentence }) => ({ block: `${sentence()} \`№ ${count(dice)}/${count(dice)} <&> \\*\`` }),
  (dice, { sentence, weekdays }) => ({ block: `## ${dice.pick(weekdays)}\n\n${sentence()}` }),
  (dice, { sentence }) => ({ block: `\`\`\`\n${sentence()}\n    ${count(dice)}  ×  ${count(dice)}\n\`\`\`` }),
  (_, { sentence }) => ({ block: `${sentence()}\\\n1 < 2 &amp; 3 \\> 2 \\* … ‘“?”’ — ${sentence()}` }),
];

/** The paragraphs with three such pieces between them, and their notes at the end. */
export function weaveTexture(dice: Dice, paragraphs: readonly string[], threads: Threads): string[] {
  const blocks = [...paragraphs];
  const notes: string[] = [];
  for (const [at, piece] of dice.draw(pieces, 3).entries()) {
    const { block, note } = piece(dice, threads, at + 1);
    // After the opening, which says what the article is about.
    blocks.splice(1 + dice.below(blocks.length), 0, block);
    if (note !== undefined) notes.push(note);
  }
  return [...blocks, ...notes];
}
