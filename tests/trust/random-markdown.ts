// Makes up Markdown with all that real copies have in it, in any mixture, the same for the same seed.
import { seededRandom } from '../bench/random.ts';

/** Names that the archive knows, so that links are made within the text. */
export const knownNames = ['Port Anselm', 'Naseer al-Khuzayi', 'Łakowice', 'عبد الودود', 'Wasserwerk'];

/** Words that can go wrong: other scripts, marks, invisible characters, Markdown characters without meaning. */
const words = [
  ...[
    'the',
    'lamp',
    'went',
    'out',
    'again.',
    'It',
    'was',
    'late,',
    'and',
    'nobody',
    'said',
    'why;',
    'still:',
  ],
  ...knownNames,
  ...[
    'Ма́льва',
    'ёлка',
    'e\u0301te\u0301',
    'Zu\u0308rich',
    'ﬁn',
    'ſtraße',
    'İstanbul',
    'ΑΣΟΣ',
    'ά',
    'I\u0307',
  ],
  ...[
    '\u200fשָׁלוֹם\u200f',
    'می\u200cخواهم',
    'क्\u200dष',
    'نَصّ',
    '中文，字。',
    '「かな」',
    'カ\u3099',
    '한글',
    'ภาษาไทย',
    'ქართული',
  ],
  ...[
    '👩\u200d👩\u200d👧',
    '🏳\ufe0f\u200d🌈',
    '𝒳',
    '𠮷',
    'x\u00a0km',
    'soft\u00adhyphen',
    'thin\u202f%',
    'a\u2060b',
    'zero\u200bwidth',
  ],
  ...[
    'R&D',
    'AT&T;',
    '1 < 2',
    '3 > 2',
    'a<b',
    '5*3',
    'snake_case_word',
    '~5%',
    '#tag',
    '50%',
    '$1',
    '@name',
    'x^2',
    '{y}',
    'a|b',
  ],
  ...['\\*', '\\_', '\\[note\\]', '\\<b\\>', '\\`', '\\\\', '\\&amp;', '1986\\.', '\\# no', '\\~\\~'],
  ...[
    '&amp;',
    '&lt;i&gt;',
    '&eacute;',
    '&nbsp;',
    '&mdash;',
    '&#8217;',
    '&#x1F600;',
    '&shy;',
    '&copy',
    '&unknown;',
    '&ngE;',
  ],
  ...[
    '"plain"',
    "'single'",
    '“curly”',
    '‘x’',
    '«g»',
    '„d“',
    '--',
    '---x',
    '…',
    '...',
    '(c)',
    '(tm)',
    'don’t',
    "rock'n'roll",
    '½',
    '№',
  ],
];
/** What can stand beside a sign of Markdown: letters and quotation marks. */
const plain = ['lamp', '“out”', 'ёлка', '中文', 'שלום', 'नीला', '(so)', 'é', '42', '한글'];
const titles = [
  '"a title"',
  '\'an "inner" one\'',
  '(in brackets)',
  '"with &amp; and \\"quotes\\""',
  '"‏עברית‏"',
  '"a < b > c"',
];
const addresses = [
  ...[
    'https://example.org/',
    'http://example.org/a_b_c',
    'https://example.org/a(b)c',
    '<https://example.org/a b>',
  ],
  ...[
    'https://example.org/?a=1&amp;b=2',
    'https://example.org/?q="x"',
    'https://example.org/%C3%A9',
    'https://example.org/é',
    '/people/x/',
  ],
  ...['#p1', 'mailto:a@example.org', 'https://example.org/\\*', '../other/'],
];

interface Dice {
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T;
  times: <T>(most: number, make: () => T) => T[];
}

function buildDice(seed: number): Dice {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  return {
    below,
    pick: <T>(list: readonly T[]): T => list[below(list.length)] as T,
    times: <T>(most: number, make: () => T): T[] => Array.from({ length: 1 + below(most) }, make),
  };
}

/** The body of an article; definitions of its references and notes stand at the end. */
export function writeRandomMarkdown(seed: number): string {
  const dice = buildDice(seed);
  const ends: string[] = [];
  const blocks = dice.times(6, () => writeBlock(dice, ends, 0));
  return [...blocks, ...ends].join('\n\n') + (dice.below(2) === 0 ? '\n' : '');
}

const writeText = (dice: Dice, most: number): string => dice.times(most, () => dice.pick(words)).join(' ');

/** A line of text; `ends` takes the definitions that it needs. */
function writeLine(dice: Dice, ends: string[], depth: number): string {
  /**
   * Plain words at both ends: of runs of signs that touch, micromark compares what is left and not what was typed (rule 9
   * of emphasis), and past a tilde beside a star GFM looks in a way of its own.
   */
  const inner = (): string =>
    `${dice.pick(plain)} ${depth < 3 ? writeLine(dice, ends, depth + 1) : writeText(dice, 3)} ${dice.pick(plain)}`;
  const link = (): string => `[${writeText(dice, 3)}]`;
  const title = (): string => (dice.below(2) === 0 ? ` ${dice.pick(titles)}` : '');
  const kinds: (() => string)[] = [
    () => `*${inner()}*`,
    () => `**${inner()}**`,
    () => `_${inner()}_`,
    // The specification does not say which of two overlapping pairs is read.
    () => `~~${dice.pick(plain)} ${writeText(dice, 3).replaceAll('5*3', '5')} ${dice.pick(plain)}~~`,
    () => `\`${dice.pick(['code', 'a <b> &amp; c', '\\*', 'x  y', 'اب', '*no*', 'a | b', "'q'"])}\``,
    () => `\`\` a \` ${dice.pick(['b', '中', '&lt;'])} \`\``,
    () => `${link()}(${dice.pick(addresses)}${title()})`,
    () => {
      const name = `r${ends.length}`;
      ends.push(`[${name}]: ${dice.pick(addresses)}${title()}`);
      return dice.below(2) === 0 ? `${link()}[${name}]` : `[${name.toUpperCase()}]`;
    },
    () => {
      const name = `${dice.pick(['n', 'σ', 'note-'])}${ends.length}`;
      ends.push(`[^${name}]: ${writeText(dice, 5)}`);
      return `word[^${name}]`;
    },
    () =>
      `<${dice.pick(['https://example.org/a_b?c=d&e', 'http://example.org/*x*', 'mailto:a@example.org'])}>`,
    () => `${dice.pick(words)}${dice.pick(['\\\n', '  \n', '\n'])}${dice.pick(['the', 'Łakowice', '中文'])}`,
    () => dice.pick(knownNames) + dice.pick(['', "'s", '’s', ',', '.', '—x', '-like', '/y']),
  ];
  const isLink = (piece: string): boolean => piece.includes('](') || piece.includes('<http');
  const pieces = dice.times(5, () => (dice.below(2) === 0 ? writeText(dice, 4) : dice.pick(kinds)()));
  // A link cannot contain a link, whatever is between the brackets.
  return pieces.filter((piece, at) => !isLink(piece) || at < 4).join(' ');
}

const indent = (text: string, by: string): string => text.replace(/\n(?=[^\n])/g, `\n${by}`);
const quote = (text: string): string => text.replace(/^/gm, '> ').replace(/ $/gm, '');
/** In a cell a bar ends it, and no line can break. */
const cell = (text: string): string => text.replace(/\\\n|\s*\n/g, ' ').replace(/(?<!\\)\|/g, '\\|');

function writeBlock(dice: Dice, ends: string[], depth: number): string {
  const line = (): string => `Word ${writeLine(dice, ends, 0)}`;
  const simple = [
    line,
    line,
    line,
    () => `${'#'.repeat(2 + dice.below(2))} ${line().replace(/\\?\s*\n/g, ' ')}`,
    () =>
      `\`\`\`${dice.pick(['', 'js'])}\n${dice.times(3, () => writeText(dice, 4)).join('\n  ')}\n\n\ttab\n\`\`\``,
    () => `~~~\n\`\`\`\n<b>&amp;</b>  ${writeText(dice, 2)}\n~~~`,
    () => `    ${writeText(dice, 3)}\n      deeper  ${writeText(dice, 2)}`,
    () => '***',
    () => {
      const row = (): string => `| ${cell(line())} | ${cell(writeLine(dice, ends, 2))} |`;
      return [row(), dice.pick(['| - | - |', '| :-: | --: |', '|:-|-|']), ...dice.times(3, row)].join('\n');
    },
  ];
  if (depth >= 2) return dice.pick(simple)();
  const block = (): string => writeBlock(dice, ends, depth + 1);
  const item = (): string => (dice.below(3) === 0 ? `${line()}\n\n${block()}` : line());
  const nested = [
    () => quote(dice.times(3, block).join('\n\n')),
    () => dice.times(4, () => `- ${indent(item(), '  ')}`).join(dice.pick(['\n', '\n\n'])),
    () =>
      dice
        .times(4, item)
        .map((text, at) => `${at + 1}. ${indent(text, '   ')}`)
        .join(dice.pick(['\n', '\n\n'])),
    () => `- ${line()}\n  - ${line()}\n    1. ${line()}\n- ${line()}`,
  ];
  return dice.pick(dice.below(3) === 0 ? nested : simple)();
}
