// How the tables of headers and content types name addresses: as patterns, which each kind of server writes in its own way.

/**
 * A path below the site's base, without a slash in front. `*` stands for part of a name or a whole one, `**` for any
 * number of folders: `_astro/**`, `pagefind/*.pf_meta`, and `**` + `/feed.xml` for a feed in any folder, the first included.
 */
export type AddressPattern = string;

/** The pattern as the source of a regular expression for whole paths; PCRE, RE2 and JavaScript read it alike. */
export function renderExpression(base: string, pattern: AddressPattern): string {
  const body = pattern
    .split(/(\*\*\/|\*\*|\*)/)
    .map((part) => wildcards[part] ?? part.replace(/[.+^$()|[\]{}\\?]/g, '\\$&'))
    .join('');
  return `^${base.replaceAll('.', '\\.')}${body}$`;
}

const wildcards: Readonly<Record<string, string>> = { '**/': '(?:.*/)?', '**': '.*', '*': '[^/]*' };

/** Whether a path below the base, such as `people/feed.xml`, is one that the pattern names. */
export function matchesPattern(path: string, pattern: AddressPattern): boolean {
  let expression = expressions.get(pattern);
  if (expression === undefined) {
    expression = new RegExp(renderExpression('', pattern), 's');
    expressions.set(pattern, expression);
  }
  return expression.test(path);
}

const expressions = new Map<AddressPattern, RegExp>();
