// The form in which an article is proposed, the file that the browser begins with, and the schema: one set of fields.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { parse } from 'yaml';
import * as z from 'zod';
import { articleSchema, sourceFormats } from '../../src/schema/article.ts';
import { articleTemplate } from '../../src/schema/article-template.ts';
import { renderRightsStatement, rightsStatements } from '../../src/schema/rights.ts';

interface Field {
  type: string;
  id?: string;
  attributes: { label?: string; value?: string; options?: unknown[]; default?: number };
  validations?: { required: boolean };
}

const form = parse(
  await readFile(new URL('../../.github/ISSUE_TEMPLATE/propose-an-article.yml', import.meta.url), 'utf8'),
) as { name: string; description: string; title: string; body: Field[] };
const fields = new Map(form.body.map((field) => [field.id ?? field.type, field]));
const optionsOf = (id: string): unknown[] => fields.get(id)?.attributes.options ?? [];

type Schema = z.core.JSONSchema.BaseSchema;

/** Every field with a value of its own, as the form names it, and whether an article must have it. */
function listFields(schema: Schema, prefix = ''): [name: string, isRequired: boolean][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): [string, boolean][] => {
    const isRequired = schema.required?.includes(name) ?? false;
    if (typeof field !== 'object' || field.properties === undefined) return [[prefix + name, isRequired]];
    return listFields(field, `${prefix}${name}-`);
  });
}
const known = new Map(
  listFields(z.toJSONSchema(articleSchema, { io: 'input', unrepresentable: 'any' }) as Schema),
);

/** What no proposal can say: it is computed, or comes of having the archive at hand. */
const own = ['fixity', 'mentions', 'corrections'];

function listGiven(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? listGiven(inner, `${prefix}${name}-`)
      : [prefix + name],
  );
}
const [, matter = ''] = articleTemplate.text.split(/^---$/m);
const given = parse(matter) as { source: { format: string }; rights: { statement: string }; copy: string };

test('the form asks for every field that an outsider can know, and for the text', () => {
  const expected = [...known.keys()].filter((name) => !own.includes(name));
  assert.deepEqual([...fields.keys()].sort(), [...expected, 'text', 'markdown', 'consent'].sort());
});

test('what an article must have, the form demands and the file of the browser holds', () => {
  const inFile = listGiven(given);
  for (const [name, isRequired] of known) {
    if (!isRequired) continue;
    assert.ok(inFile.includes(name), `the file has no ${name}`);
    // A report without a byline has none to name.
    if (name !== 'authors') assert.equal(fields.get(name)?.validations?.required, true, name);
  }
  for (const name of inFile) assert.ok(known.has(name) && fields.has(name), `${name} is in the file only`);
});

test('choices are those of the schema, and the file of the browser has made safe ones', () => {
  assert.deepEqual(optionsOf('source-format'), sourceFormats);
  assert.ok(optionsOf('source-format').includes(given.source.format));
  const copies = optionsOf('copy').map((option) => String(option).split(' ')[0]);
  assert.deepEqual(copies.sort(), [...articleSchema.shape.copy.options].sort());
  assert.equal(given.copy, 'summary');
  const statements = optionsOf('rights-statement').map(String);
  const expected = Object.entries(rightsStatements).map(([code, words]) => `${words} (${code})`);
  assert.deepEqual(statements.slice(0, -1).sort(), expected.sort());
  assert.match(statements.at(-1) ?? '', /Creative Commons/);
  const unknown = statements[fields.get('rights-statement')?.attributes.default ?? -1] ?? '';
  assert.equal(unknown.replace(/ \(.*/, ''), renderRightsStatement(given.rights.statement));
  assert.match(unknown, /not evaluated/);
});

/** See https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const attributes: Record<string, string[]> = {
  markdown: ['value'],
  input: ['label', 'description', 'placeholder', 'value'],
  textarea: ['label', 'description', 'placeholder', 'value', 'render'],
  dropdown: ['label', 'description', 'options', 'multiple', 'default'],
  checkboxes: ['label', 'description', 'options'],
};

test('the form is one that GitHub takes', () => {
  for (const text of [form.name, form.description, form.title]) assert.ok(text.length > 0);
  assert.equal(fields.size, form.body.length, 'each id once');
  const labels = form.body.flatMap(({ attributes: { label } }) => (label === undefined ? [] : [label]));
  assert.equal(new Set(labels).size, labels.length, 'each label once');
  for (const { type, id, attributes: said, validations } of form.body) {
    const allowed = attributes[type] ?? assert.fail(`there is no type ${type}`);
    for (const name of Object.keys(said)) assert.ok(allowed.includes(name), `${type} has no ${name}`);
    assert.match(id ?? 'none', /^[a-zA-Z0-9_-]+$/);
    assert.ok(type === 'markdown' ? said.value : said.label, `${id} says nothing`);
    if (type === 'dropdown' || type === 'checkboxes')
      assert.equal(new Set(said.options).size, said.options?.length);
    assert.ok(validations === undefined || ['input', 'textarea', 'dropdown'].includes(type), id);
  }
});
