// Says what is wrong with YAML in words for those who do not know it, one sentence for each line.
import type { Document } from 'yaml';

export interface YamlProblem {
  /** Where it is, from the start of the YAML. */
  offset: number;
  message: string;
  fix: string;
}

/** What the parser has found in `yaml`; of a quotation mark that is not closed the rest is only the consequence. */
export function listYamlProblems({ errors, warnings }: Document, yaml: string): YamlProblem[] {
  const problems = [...errors, ...warnings];
  const open = problems.length === 0 ? -1 : yaml.search(openQuote);
  if (open !== -1) return [{ offset: open, message: missingQuote[0], fix: missingQuote[1] }];
  const lines = new Set<number>();
  return problems.flatMap((problem): YamlProblem[] => {
    const [offset] = problem.pos;
    const line = yaml.lastIndexOf('\n', offset - 1);
    // One mistake confuses a parser more than once; the first sentence about a line is the true one.
    if (lines.has(line)) return [];
    lines.add(line);
    const [message, fix] = describe(problem, yaml) ?? [
      `this is not valid YAML: ${lowerFirst(problem.message)}`,
      'A value that starts with a sign belongs in double quotes; check the indentation too',
    ];
    return [{ offset, message, fix }];
  });
}

/** Where brackets are nested in brackets so deep that the text must not be parsed at all. */
export function findDeepBrackets(yaml: string): YamlProblem | undefined {
  const offset = yaml
    .replace(/"[^"\n]*"|'[^'\n]*'/g, (quoted) => ' '.repeat(quoted.length))
    .search(deepBrackets);
  const chain = yaml.search(deepChain);
  if (chain !== -1) return { offset: chain, message: 'values are nested in values here', fix: onePerLine };
  if (offset === -1) return undefined;
  return { offset, message: 'brackets are nested in brackets here', fix: onePerLine };
}

const onePerLine = 'Write one "field: value" a line; put a value that begins with a sign in double quotes';

/** More than any field needs; thousands would exhaust the parser. */
const deepBrackets = /(?:[[{][^\]}]*){8}/;

/** Lists and keys that begin one after another on a line. */
const deepChain = /^[ \t]*(?:[a-z]+:[ \t]+)?(?:[?-][ \t]+){8}/im;

/** A value that begins with a quotation mark and has no other on its line. */
const openQuote =
  /(?<=^[ \t]*(?:- |[\w ]+: +))"(?=(?:[^"\\\n]|\\.)*$)|(?<=^[ \t]*(?:- |[\w ]+: +))'(?=[^'\n]*$)/m;

const missingQuote = [
  'a closing quote or bracket is missing',
  'Close it, or put the whole value in double quotes',
] as const;

/** What goes wrong most often, in words for those who do not know YAML. */
const yamlProblems: Readonly<Record<string, readonly [message: string, fix: string]>> = {
  BLOCK_AS_IMPLICIT_KEY: ['a value has ": " in it', 'Put the whole value in double quotes'],
  DUPLICATE_KEY: ['this field is there twice', 'Keep one of the two'],
  TAB_AS_INDENT: ['this line is indented with a tab', 'Indent with spaces'],
  MISSING_CHAR: missingQuote,
  MULTIPLE_DOCS: [
    'a line that begins with --- would end the front matter',
    'Put the whole value in double quotes',
  ],
  TAG_RESOLVE_FAILED: ['a value cannot start with "!"', 'Put the whole value in double quotes'],
};

/** The parser's words for two mistakes hide what happened. */
function describe(
  { code, message, pos }: { code: string; message: string; pos: readonly number[] },
  yaml: string,
): readonly [message: string, fix: string] | undefined {
  if (message.includes('call stack')) return ['values are nested in values here', onePerLine];
  const rest = yaml.slice(pos[0], yaml.indexOf('\n', pos[0]));
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && !rest.includes(': ')) {
    return [
      'the line under this one is set in, but belongs to no group',
      'Begin it at the start of the line',
    ];
  }
  if (code === 'MISSING_CHAR' && /implicit/i.test(message))
    return ['this line is no field', 'Write "field: value", with a space after the colon'];
  return yamlProblems[code];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
