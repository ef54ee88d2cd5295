// The styles of finished pages by the grammars of the standards (css-tree): syntax, properties, values and at-rules.
import { generate, lexer, parse, walk, type CssNode, type Declaration } from 'css-tree';
import { findAll, textOf, type Page } from './html-tree.ts';

/** What css-tree 3.2.1 does not know yet, with what it is; each must occur, or it is to be removed. */
export const unknownToCssTree: readonly { pattern: RegExp; reason: string }[] = [
  {
    pattern: /^navigation: auto: Unknown property `navigation`$/,
    reason: 'The descriptor of @view-transition (CSS View Transitions 2).',
  },
];

/** The different texts of style elements among many pages: pages of a kind share theirs. */
export class StyleSheets {
  readonly #firstPage = new Map<string, string>();
  readonly #lags = new Set<RegExp>();

  add(page: Page): void {
    for (const style of findAll(page, 'style')) {
      const css = textOf(style);
      if (!this.#firstPage.has(css)) this.#firstPage.set(css, page.path);
    }
  }

  get size(): number {
    return this.#firstPage.size;
  }

  /** @returns one sentence for each mistake, with the first page that has it */
  validate(): string[] {
    const wrong = new Map<string, string>();
    for (const [css, path] of this.#firstPage) {
      for (const sentence of validateStyles(css)) {
        const known = unknownToCssTree.find(({ pattern }) => pattern.test(sentence));
        if (known !== undefined) this.#lags.add(known.pattern);
        else if (!wrong.has(sentence)) wrong.set(sentence, `${path}: ${sentence}`);
      }
    }
    return [...wrong.values()];
  }

  /** Patterns that nothing needed. */
  listUnused(): string[] {
    return unknownToCssTree
      .filter(({ pattern }) => !this.#lags.has(pattern))
      .map(({ pattern }) => `css-tree knows by now what ${String(pattern)} forgives`);
  }
}

/** At-rules whose declarations are descriptors of their own. */
const described = new Set(['font-face', 'counter-style', 'property', 'font-palette-values']);

export function validateStyles(css: string): string[] {
  const wrong: string[] = [];
  const tree = parse(css, {
    onParseError: (error, fallback) => wrong.push(`${error.message} in "${generate(fallback).slice(0, 80)}"`),
  });
  const variables = readVariables(tree);
  walk(tree, function (node) {
    if (node.type === 'Atrule' && node.prelude !== null) {
      const { error } = lexer.matchAtrulePrelude(node.name, node.prelude);
      if (error !== null) wrong.push(`@${node.name} ${generate(node.prelude)}: ${firstLine(error)}`);
    }
    if (node.type !== 'Declaration' || node.property.startsWith('--')) return;
    const outer = this.atrule?.name ?? '';
    const told = `${node.property}: ${generate(node.value)}`;
    const { error } = described.has(outer)
      ? lexer.matchAtruleDescriptor(outer, node.property, node.value)
      : matchResolved(node, variables);
    if (error !== null) wrong.push(`${told}: ${firstLine(error)}`);
  });
  return wrong;
}

const firstLine = (error: Error): string => error.message.split('\n')[0] ?? '';

function readVariables(tree: CssNode): Map<string, string> {
  const variables = new Map<string, string>();
  walk(tree, (node) => {
    if (node.type === 'Declaration' && node.property.startsWith('--') && !variables.has(node.property))
      variables.set(node.property, generate(node.value));
  });
  return variables;
}

/** A value counts with its variables in place. */
function matchResolved(node: Declaration, variables: ReadonlyMap<string, string>): { error: Error | null } {
  let text = generate(node.value);
  // A variable may be made of another.
  for (let depth = 0; depth < 5 && text.includes('var('); depth += 1) {
    const missing = /var\((--[\w-]+)\)/.exec(text)?.[1];
    if (missing !== undefined && !variables.has(missing))
      return { error: new Error(`nothing sets ${missing}`) };
    text = text.replace(/var\((--[\w-]+)\)/g, (_, name: string) => variables.get(name) ?? '');
  }
  const value = parse(text, { context: 'value' });
  return lexer.matchProperty(node.property, value);
}
