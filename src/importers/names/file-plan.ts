// Collects all changes to records and articles, so that each file is written once and only if everything is right.
import { existsSync, readFileSync } from 'node:fs';
import type { Document } from 'yaml';
import { foldName } from '../../names/normalize.ts';
import { namedCollections, type NamedCollection } from '../../schema/collection-names.ts';
import { collections } from '../../schema/collections.ts';
import { checkContentFile, renderContentFile } from '../content-file.ts';
import { placeOf, type KnownArchive } from '../known.ts';
import type { PlannedFile } from '../save.ts';
import { addToList, editFrontMatter, fieldOrder, setField } from './edit-front-matter.ts';

export interface PlannedRecord {
  collection: NamedCollection;
  id: string;
  /** The name and all aliases, including planned ones. */
  names: string[];
  wikidata?: string | undefined;
}

/** Values for fields that a record does not have yet, and aliases to add. */
export interface Filling {
  aliases?: readonly string[];
  wikidata?: string | undefined;
  location?: { lat: string; lon: string } | undefined;
  born?: string | undefined;
  died?: string | undefined;
}

export interface NewFields extends Filling {
  name: string;
  description: string;
  kind?: string | undefined;
}

interface Edit {
  path: string;
  file: string;
  collection: NamedCollection | 'articles';
  source: string;
  changes: ((document: Document) => void)[];
}

export class FilePlan {
  /** Sentences. If there are any, nothing must be written. */
  readonly problems: string[] = [];
  /** How many decisions had already been carried out. */
  unchanged = 0;
  /** How many aliases are added to existing records. */
  aliases = 0;
  /** For each ignored name, the number of articles that get a line for it. */
  readonly ignored = new Map<string, number>();
  /** All people, places and organizations, including planned ones. */
  readonly records: PlannedRecord[];
  readonly #archive: KnownArchive;
  readonly #added = new Map<string, NewFields>();
  readonly #edits = new Map<string, Edit>();

  constructor(archive: KnownArchive) {
    this.#archive = archive;
    this.records = namedCollections.flatMap((collection) =>
      archive.records[collection].map(({ id, fields }) => ({
        collection,
        id,
        names: [fields.name, ...fields.aliases],
        wikidata: fields.wikidata,
      })),
    );
  }

  /** The records with this name or alias; case, accents and the like do not matter. */
  find(name: string): PlannedRecord[] {
    const folded = foldName(name);
    return this.records.filter(({ names }) => names.some((one) => foldName(one) === folded));
  }

  /** Plans a new record. Returns a sentence if its id is already taken. */
  add(collection: NamedCollection, id: string, fields: NewFields): string | undefined {
    const { path, file } = placeOf(this.#archive, collection, id);
    // A file with errors is not among the records, and must not be overwritten.
    if (this.#added.has(`${collection}/${id}`) || existsSync(path))
      return `"${fields.name}" would be ${file}, which already exists. Join that record, or add this one with "npm run new -- … --id ID".`;
    const { name, aliases = [], wikidata } = fields;
    this.records.push({ collection, id, names: [name, ...aliases], wikidata });
    this.#added.set(`${collection}/${id}`, fields);
    return undefined;
  }

  /** Fills in what a record lacks. Aliases it already has are skipped. */
  fill(record: PlannedRecord, { aliases = [], ...values }: Filling): void {
    const { collection, id, names } = record;
    const known = new Set(names.map(foldName));
    const missing = aliases.filter((alias) => !known.has(foldName(alias)) && known.add(foldName(alias)));
    names.push(...missing);
    record.wikidata ??= values.wikidata;
    const fresh = this.#added.get(`${collection}/${id}`);
    if (fresh !== undefined) {
      this.#added.set(`${collection}/${id}`, {
        ...values,
        ...fresh,
        aliases: [...(fresh.aliases ?? []), ...missing],
      });
      return;
    }
    const edit = this.#edit(collection, id);
    const lacking = Object.entries(values).filter(
      ([field, value]) => value !== undefined && !new RegExp(`^${field}:`, 'm').test(edit.source),
    );
    if (missing.length === 0 && lacking.length === 0) {
      this.unchanged += 1;
      return;
    }
    this.aliases += missing.length;
    edit.changes.push((document) => {
      addToList(document, 'aliases', missing);
      for (const [field, value] of lacking) {
        if (document.has(field)) continue;
        if (typeof value === 'string') setField(document, field, value);
        else for (const [inner, text] of Object.entries(value ?? {})) setField(document, field, text, inner);
      }
    });
  }

  /** Marks a name as ignored in an article. */
  ignore(id: string, name: string): void {
    this.ignored.set(name, (this.ignored.get(name) ?? 0) + 1);
    this.#edit('articles', id).changes.push((document) => setField(document, 'mentions', 'false', name));
  }

  /** The files to write, records first. Anything the archive would refuse is added to `problems`. */
  render(): PlannedFile[] {
    const added = [...this.#added].map(([key, fields]): PlannedFile => {
      const [collection, id] = key.split('/') as [NamedCollection, string];
      const { aliases = [] } = fields;
      const given = { ...fields, aliases: aliases.length > 0 ? [...aliases] : undefined };
      const ordered = Object.entries(given).sort(([a], [b]) => fieldOrder.indexOf(a) - fieldOrder.indexOf(b));
      const text = renderContentFile(Object.fromEntries(ordered));
      return this.#check(collection, placeOf(this.#archive, collection, id), text);
    });
    const edited = [...this.#edits.values()].flatMap(({ collection, path, file, source, changes }) => {
      if (changes.length === 0) return [];
      const text = editFrontMatter(source, (document) => {
        for (const change of changes) change(document);
      });
      return [this.#check(collection, { path, file }, text)];
    });
    return [...added, ...edited];
  }

  /** How many records are new, and how many are filled in. */
  get counts(): { added: number; filled: number } {
    const filled = [...this.#edits.values()].filter(
      ({ collection, changes }) => collection !== 'articles' && changes.length > 0,
    );
    return { added: this.#added.size, filled: filled.length };
  }

  #check(collection: Edit['collection'], place: { path: string; file: string }, text: string): PlannedFile {
    this.problems.push(...checkContentFile(text, collections[collection].schema, place.file));
    return { ...place, text };
  }

  #edit(collection: Edit['collection'], id: string): Edit {
    const { path, file } = placeOf(this.#archive, collection, id);
    let edit = this.#edits.get(path);
    if (edit === undefined) {
      edit = { path, file, collection, source: readFileSync(path, 'utf8'), changes: [] };
      this.#edits.set(path, edit);
    }
    return edit;
  }
}
