// Turns what zod found wrong with a front matter into findings: a sentence, its place and the cure.
import { distance } from 'fastest-levenshtein';
import * as z from 'zod';
import type { Finding } from './finding.ts';
import type { FrontMatter } from './front-matter.ts';

/** Checks `matter.data` against a schema; the parsed value, or every problem as a finding. */
export function readFields<T>(
  schema: z.ZodType<T>,
  matter: FrontMatter,
  file: string,
): { fields?: T; findings: Finding[] } {
  if (matter.findings.length > 0) return { findings: matter.findings };
  const result = schema.safeParse(matter.data);
  if (result.success) return { fields: result.data, findings: [] };
  return { findings: result.error.issues.flatMap((issue) => describeIssue(issue, schema, matter, file)) };
}

function describeIssue(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  matter: FrontMatter,
  file: string,
): Finding[] {
  const finding = (
    path: readonly PropertyKey[],
    message: string,
    fix: string,
    what: 'key' | 'value' = 'value',
  ): Finding => ({
    check: 'schema',
    severity: 'error',
    file,
    ...matter.locate(path, what),
    message,
    fix,
  });
  const { path } = issue;
  const name = renderPath(path);
  const given = valueAt(matter.data, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const known = fieldNames(schema, path);
      const fix = `Its fields are: ${known.join(', ')}${didYouMean(key, known)}`;
      return finding([...path, key], `unknown field "${renderPath([...path, key])}"`, fix, 'key');
    });
  }
  if (path.length === 0) {
    return [finding(path, 'the front matter is not a list of fields', 'Write one "field: value" a line')];
  }
  if (given === undefined) {
    return [
      finding(
        path.slice(0, -1),
        `the field "${name}" is missing`,
        `Add "${String(path.at(-1))}:" and its value`,
      ),
    ];
  }
  if (given === '') {
    return [finding(path, `the field "${name}" is empty`, 'Give it a value, or remove the line')];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [
        finding(
          path,
          `"${name}" must be ${shapes[issue.expected] ?? issue.expected}`,
          howTo[issue.expected] ?? 'Change it',
        ),
      ];
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return [
        finding(
          path,
          `"${name}" cannot be "${String(given)}"`,
          `Choose one of: ${choices.join(', ')}${didYouMean(String(given), choices)}`,
        ),
      ];
    }
    case 'custom':
      if (typeof issue.params?.['fix'] === 'string')
        return [finding(path, issue.message, issue.params['fix'])];
  }
  return [
    finding(
      path,
      `"${name}" ${issue.message}`,
      typeof given === 'string' ? `It says "${shorten(given)}"; change that` : 'Change it',
    ),
  ];
}

const shapes: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};
const howTo: Record<string, string> = {
  string: 'Write it on one line, after the colon',
  array: 'Put each value on a line of its own that begins with "  - "',
  object: 'Put each of its fields on a line of its own, indented by two spaces',
  record: 'Put each of its fields on a line of its own, indented by two spaces',
};

/** `; did you mean "x"?`, or nothing if no candidate is close. */
export function didYouMean(given: string, candidates: Iterable<string>): string {
  const near = nearest(given, candidates);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}

/** The candidate that takes the fewest typing errors to reach, if they are few. */
export function nearest(given: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.max(1, Math.ceil(given.length / 4)) + 1;
  for (const candidate of candidates) {
    const errors = distance(given, candidate);
    if (errors < least) [best, least] = [candidate, errors];
  }
  return best;
}

/** The fields that a schema knows at a path. */
function fieldNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let at: unknown = schema;
  for (const step of ['', ...path]) {
    if (at instanceof z.ZodObject && step !== '') at = at.shape[String(step)];
    else if (at instanceof z.ZodArray) at = at.element;
    while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

const renderPath = (path: readonly PropertyKey[]): string =>
  path
    .map((step, depth) =>
      typeof step === 'number' ? `[${step + 1}]` : `${depth > 0 ? '.' : ''}${String(step)}`,
    )
    .join('');

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

/** The start of a value, on one line. */
function shorten(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
