// From the zod schema of a collection to a JSON Schema, so that an editor completes front matter and says what is wrong.
import * as z from 'zod';
import { collections, type Collection } from '../../schema/collections.ts';
import { rightsStatements } from '../../schema/rights.ts';
import type { RecordCollection } from '../../urls.ts';

/** The ids of every collection's records. */
export type KnownIds = Readonly<Record<RecordCollection, readonly string[]>>;

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Which records a field names, by its path in the front matter of a collection. */
const references: Readonly<Record<Collection, Readonly<Record<string, readonly RecordCollection[]>>>> = {
  articles: {
    'authors.*': ['people'],
    publication: ['publications'],
    'topics.*': ['topics'],
    dateline: ['places'],
    'mentions.*': ['people', 'places', 'organizations'],
  },
  people: { 'differentFrom.*': ['people'] },
  places: { 'differentFrom.*': ['places'], within: ['places'] },
  organizations: { 'differentFrom.*': ['organizations'], partOf: ['organizations'] },
  topics: { 'differentFrom.*': ['topics'] },
  publications: { 'differentFrom.*': ['publications'] },
};

/**
 * A JSON Schema (draft 7) of what may stand in a file of the collection. An editor reads YAML with its own types, the
 * archive every value as text; so numbers and `false` pass where their text does. Known ids are offered, not demanded:
 * a record that is about to be written is no mistake yet.
 */
export function buildJsonSchema(collection: Collection, known: KnownIds): JsonSchema {
  const schema = z.toJSONSchema(collections[collection].schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
  });
  for (const [path, among] of Object.entries(references[collection])) {
    const ids =
      path === 'mentions.*'
        ? among.flatMap((one) => known[one].map((id) => `${one}/${id}`))
        : among.flatMap((one) => known[one]);
    offer(schema, path, ids);
  }
  if (collection === 'articles')
    offer(
      schema,
      'rights.statement',
      Object.keys(rightsStatements).map((code) => `http://rightsstatements.org/vocab/${code}/1.0/`),
    );
  for (const path of ['born', 'died', 'location.lat', 'location.lon', 'mentions.*']) {
    const field = find(schema, path);
    if (field !== undefined) widen(field, path === 'mentions.*' ? 'boolean' : 'number');
  }
  return { ...schema, title: collections[collection].noun };
}

/** The schema of a field; `*` stands for the items of a list or the values of a group. */
function find(schema: JsonSchema, path: string): JsonSchema | undefined {
  let at: unknown = schema;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    const { properties, items, additionalProperties } = at as JsonSchema;
    at = part === '*' ? (items ?? additionalProperties) : properties?.[part];
  }
  return typeof at === 'object' && at !== null ? (at as JsonSchema) : undefined;
}

function offer(schema: JsonSchema, path: string, values: readonly string[]): void {
  const field = find(schema, path);
  if (field === undefined) throw new TypeError(`the schema has no field ${path}`);
  const { description, ...form } = field;
  for (const key of Object.keys(field)) Reflect.deleteProperty(field, key);
  Object.assign(field, description !== undefined && { description }, {
    anyOf: [...(values.length > 0 ? [{ enum: [...values] }] : []), form],
  });
}

/** Lets a value pass that an editor takes for a number or `true` or `false`. */
function widen(field: JsonSchema, type: 'number' | 'boolean'): void {
  const { description, ...form } = field;
  for (const key of Object.keys(field)) Reflect.deleteProperty(field, key);
  Object.assign(field, description !== undefined && { description }, {
    anyOf: [...(form.anyOf ?? [form]), { type }],
  });
}
