// Splits foreign Markdown into front matter and body: YAML, TOML or JSON, as Jekyll, Hugo and Eleventy have it.
import { parse as parseToml } from 'smol-toml';
import { parseDocument } from 'yaml';

export interface ForeignMatter {
  /** What the front matter says, every value as text; empty where there is none. */
  fields: Map<string, string[]>;
  /** The Markdown below it. */
  body: string;
}

/** More than any honest front matter. */
const longest = 64 * 1024;

const fences: readonly [RegExp, (text: string) => unknown][] = [
  [/^---json[ \t]*\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/, JSON.parse],
  [/^---toml[ \t]*\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/, parseToml],
  [/^---(?:yaml)?[ \t]*\n(?<matter>(?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/, readYaml],
  [/^\+\+\+[ \t]*\n(?<matter>(?:[^\n]*\n)*?)\+\+\+[ \t]*(?:\n|$)/, parseToml],
  [/^(?<matter>\{\s*\n(?:[^\n]*\n)*?\})[ \t]*(?:\n|$)/, JSON.parse],
];

export function splitForeignMatter(text: string): ForeignMatter | { refusal: string } {
  for (const [fence, read] of fences) {
    const match = fence.exec(text);
    const matter = match?.groups?.['matter'];
    if (match === null || matter === undefined) continue;
    if (matter.length > longest)
      return { refusal: 'The front matter is larger than 64 KB; delete of it what no article needs.' };
    try {
      return { fields: flatten(read(matter)), body: text.slice(match[0].length) };
    } catch (error) {
      const [reason = ''] =
        error instanceof RangeError
          ? ['its brackets are nested too deeply']
          : (error instanceof Error ? error.message : String(error)).split('\n');
      return {
        refusal: `The front matter cannot be read: ${reason.replace(/[.:]\s*$/, '')}. Mend it, or delete it and give --title and --published.`,
      };
    }
  }
  return { fields: new Map(), body: text };
}

function readYaml(text: string): unknown {
  // Every value is the text that was typed; aliases, which can multiply, are not followed far.
  const parse = (yaml: string) =>
    parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false });
  let document = parse(text);
  // Jekyll takes a quoted text that goes on at the very beginning of the next line, which YAML does not.
  if (document.errors.length > 0)
    document = parse(text.replace(/^(?![\w."'-]+\s*:(?:\s|$)|- |#|\s)(?=\S)/gm, '  '));
  const [problem] = document.errors;
  if (problem !== undefined) throw problem;
  return document.toJS({ maxAliasCount: 20 });
}

/** Lists and groups one level down: `author: { name: X }` is `author.name`, a list is all of its texts. */
function flatten(data: unknown): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  const add = (name: string, value: unknown, depth: number): void => {
    if (value === null || value === undefined || depth > 4) return;
    if (Array.isArray(value)) for (const one of value) add(name, one, depth + 1);
    else if (isGroup(value))
      for (const [key, one] of Object.entries(value)) add(`${name}.${key}`, one, depth + 1);
    else fields.set(name, [...(fields.get(name) ?? []), renderValue(value)]);
  };
  if (isGroup(data)) for (const [name, value] of Object.entries(data)) add(name.toLowerCase(), value, 0);
  return fields;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const renderValue = (value: unknown): string =>
  (value instanceof Date ? value.toISOString() : String(value)).replace(/\s+/g, ' ').trim();
