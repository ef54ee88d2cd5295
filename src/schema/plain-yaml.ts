// Reads the plain YAML that nearly every content file is made of, many times faster than a parser of all YAML can.

/** One line: `key: value`, `key:`, and below a key `  - value` or `  key: value`. */
const line = /^(?<indent> {0,2})(?:(?<key>[A-Za-z][A-Za-z0-9]*):(?: (?<value>[^ ].*))?|- (?<item>[^ ].*))$/;

/** A value that is itself: it begins with no sign of YAML and holds none; or one in double quotes without escapes. */
const plainValue =
  /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`~]|-(?=[\w.]))(?:(?!: |:$| #)[^\p{Zl}\p{Zp}\p{Cc}\u00a0\ufeff])*(?<! )$/u;
const quotedValue = /^"[^"\\\p{Zl}\p{Zp}\p{Cc}\u00a0\ufeff]*"$/u;

type Plain = string | string[] | Record<string, string>;

/** A list on one line, of values that need no quotes: `[]`, `[ada-norling, yusuf-al-karim]`. */
const plainList = /^\[(?:[\w-]+(?:, ?[\w-]+)*)?\]$/;

/** The fields of a front matter, every value as text; `undefined` for what is not plain, which says nothing against it. */
export function readPlainYaml(yaml: string): Record<string, Plain> | undefined {
  const fields: Record<string, Plain> = {};
  /** The last key that had no value on its line. */
  let open: string | undefined;
  for (const written of yaml.replace(/\n$/, '').split('\n')) {
    const groups = line.exec(written)?.groups;
    if (groups === undefined) return undefined;
    const { indent = '', key, value, item } = groups;
    const list = key !== undefined && indent === '' && value !== undefined && plainList.test(value);
    const text = list ? '' : readValue(value ?? item);
    if (text === undefined && (value ?? item) !== undefined) return undefined;
    if (indent === '' && key !== undefined) {
      if (Object.hasOwn(fields, key) || (open !== undefined && !Object.hasOwn(fields, open)))
        return undefined;
      if (list) fields[key] = value.match(/[\w-]+/g) ?? [];
      else if (text !== undefined) fields[key] = text;
      open = text === undefined ? key : undefined;
    } else if (indent.length === 2 && open !== undefined && text !== undefined) {
      const parent = fields[open];
      if (key === undefined && (parent === undefined || Array.isArray(parent)))
        fields[open] = [...(parent ?? []), text];
      else if (key !== undefined && (parent === undefined || isGroup(parent))) {
        if (parent !== undefined && Object.hasOwn(parent, key)) return undefined;
        fields[open] = { ...parent, [key]: text };
      } else return undefined;
    } else return undefined;
  }
  return open !== undefined && !Object.hasOwn(fields, open) ? undefined : fields;
}

const isGroup = (value: Plain): value is Record<string, string> =>
  typeof value === 'object' && !Array.isArray(value);

function readValue(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  if (plainValue.test(written)) return written;
  return quotedValue.test(written) ? written.slice(1, -1) : undefined;
}
