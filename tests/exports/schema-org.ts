// The vocabulary of schema.org, read from the types of schema-dts: which types there are, and what each may say.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

interface Type {
  properties: Set<string>;
  parents: string[];
}

const folder = dirname(createRequire(import.meta.url).resolve('schema-dts/package.json'));
const source = readFileSync(join(folder, 'dist/schema.d.ts'), 'utf8');

const bodies = new Map<string, Type>();
for (const [, name = '', parents = '', body = ''] of source.matchAll(
  /^(?:export )?interface (\w+?)(?:Base|Leaf) extends ([^{]+)\{\n(.*?)^\}/gms,
)) {
  const known = bodies.get(name) ?? { properties: new Set<string>(), parents: [] };
  for (const [, property = ''] of body.matchAll(/^ {4}"([a-z]\w*)"\?:/gm)) known.properties.add(property);
  known.parents.push(
    ...[...parents.matchAll(/(\w+?)(?:Base|Leaf)\b/g)]
      .map(([, parent = '']) => parent)
      .filter((parent) => parent !== name),
  );
  bodies.set(name, known);
}

/** How many types and properties were read: a reader that finds nothing would find no mistake. */
export const vocabularySize = (): [types: number, properties: number] => [
  bodies.size,
  new Set([...bodies.values()].flatMap(({ properties }) => [...properties])).size,
];

function mayHave(type: string, property: string): boolean {
  const known = bodies.get(type);
  if (known === undefined) return false;
  return known.properties.has(property) || known.parents.some((parent) => mayHave(parent, property));
}

/** What a node says that schema.org does not know, each as `NewsArticle.author.Persn` or `Person.nmae`. */
export function findUnknown(node: unknown, path = ''): string[] {
  if (Array.isArray(node)) return node.flatMap((one: unknown) => findUnknown(one, path));
  if (typeof node !== 'object' || node === null) return [];
  const { '@type': type = '', ...rest } = node as Record<string, unknown>;
  const name = typeof type === 'string' ? type : '';
  const at = path === '' ? name : `${path}.${name}`;
  if (!bodies.has(name)) return [`${at} is no type`];
  return Object.entries(rest).flatMap(([property, value]) => {
    if (property.startsWith('@')) return [];
    return [
      ...(mayHave(name, property) ? [] : [`${at}.${property}`]),
      ...findUnknown(value, `${at}.${property}`),
    ];
  });
}
