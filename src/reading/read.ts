// From disk to validated, rendered entries: the only code that turns content files into an archive's entries.
import type * as z from 'zod';
import type { NameSpelling } from '../names/recognition/recognize.ts';
import { namedCollections, recordCollections } from '../schema/collection-names.ts';
import { collections } from '../schema/collections.ts';
import { compareFindings, type Finding } from '../schema/finding.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import { readFields } from '../schema/sentence.ts';
import type { ArticleEntry, Evidence, RecordEntry } from './entry.ts';
import { listContent, type ContentFile, type ContentFiles } from './list.ts';
import { locateProblem } from './locate.ts';
import { readArticles, type ReadOptions } from './read-articles.ts';
import { checkReferences } from './references.ts';
import { readSource } from './source.ts';

/** An entry with the front matter as it was typed, for a second validation by Astro. */
export type Raw<T> = T & { raw: unknown };

type RecordFields = {
  [C in (typeof recordCollections)[number]]: z.output<(typeof collections)[C]['schema']>;
};

/** Every entry by collection, each sorted by id. */
export type Entries = { articles: Raw<ArticleEntry>[] } & {
  [C in keyof RecordFields]: Raw<RecordEntry<RecordFields[C]>>[];
};

export interface Reading {
  entries: Entries;
  /** All problems of all files, in order; entries with errors are not among `entries`. */
  findings: Finding[];
  /** Every file that was found, read or not. */
  files: ContentFiles;
  /** By article. */
  evidence: ReadonlyMap<string, Evidence>;
}

/** Reads an archive. Never throws for bad content: everything wrong with it is in `findings`. */
export async function readArchive(root: string, options: ReadOptions = {}): Promise<Reading> {
  const { files, findings } = await listContent(root);
  const entries: Entries = {
    articles: [],
    people: [],
    places: [],
    organizations: [],
    topics: [],
    publications: [],
  };

  for (const collection of recordCollections) {
    const list: Raw<RecordEntry<unknown>>[] = entries[collection];
    for (const file of files[collection]) {
      const record = readRecord(file, collections[collection].schema);
      findings.push(...record.findings);
      if (record.fields === undefined) continue;
      list.push({ id: file.id, fields: record.fields, raw: record.raw });
    }
  }

  const evidence = new Map<string, Evidence>();
  const readings = await readArticles(root, files.articles, listSpellings(entries), options);
  for (const [index, { findings: found, article, failure }] of readings.entries()) {
    const file = files.articles[index] as ContentFile;
    findings.push(...found);
    if (failure !== undefined) findings.push(describeFailure(file, failure));
    if (article === undefined) continue;
    const { evidence: own, ...entry } = article;
    entries.articles.push({ id: file.id, ...entry });
    evidence.set(file.id, own);
  }
  findings.push(...checkReferences(entries, files).map((problem) => locateProblem(problem, root)));
  return { entries, findings: findings.sort(compareFindings), files, evidence };
}

function readRecord<T>(
  { path, file }: ContentFile,
  schema: z.ZodType<T>,
): { fields?: T; raw: unknown; findings: Finding[] } {
  const { source, findings, warnings } = readSource(path, file);
  if (findings.length > 0) return { raw: undefined, findings };
  findings.push(...warnings);
  const matter = readFrontMatter(source, file);
  const reading = readFields(schema, matter, file);
  findings.push(...reading.findings);
  if (matter.findings.length === 0 && matter.body.trim() !== '') {
    findings.push({
      check: 'record-body',
      severity: 'error',
      file,
      line: matter.bodyLine,
      column: 1,
      message: 'an authority record has no text below its fields, so readers would never see this',
      fix: 'Move what matters into "description:"',
    });
  }
  const { fields } = reading;
  return { ...(fields !== undefined && { fields }), raw: matter.data, findings };
}

/**
 * Every name and alias of the records whose names are recognized in text, those that share one together. Names of
 * publications mean no record there, so that the Washington in a paper's name is not taken for the city.
 */
export function listSpellings(
  entries: Pick<Entries, (typeof namedCollections)[number] | 'publications'>,
): NameSpelling[] {
  const bySpelling = new Map<string, NameSpelling>();
  for (const collection of namedCollections) {
    for (const { id, fields } of entries[collection]) {
      for (const spelling of new Set([fields.name, ...fields.aliases])) {
        const entry = bySpelling.get(spelling) ?? { spelling, targets: [] };
        entry.targets.push({ collection, id });
        bySpelling.set(spelling, entry);
      }
    }
  }
  for (const { fields } of entries.publications) {
    for (const spelling of [fields.name, ...fields.aliases])
      if (!bySpelling.has(spelling)) bySpelling.set(spelling, { spelling, targets: [] });
  }
  return [...bySpelling.values()];
}

/** The longest paragraph is where a parser loses its time; its line is the best place to begin. */
function describeFailure({ path, file }: ContentFile, reason: string): Finding {
  const lines = readSource(path, file).source.split('\n');
  const body = lines.indexOf('---', 1);
  let longest = Math.max(0, body);
  for (const [index, line] of lines.entries()) {
    if (index > body && line.length > (lines[longest]?.length ?? 0)) longest = index;
  }
  return {
    check: 'markdown',
    severity: 'error',
    file,
    line: longest + 1,
    column: 1,
    message: `the text ${reason}`,
    fix: 'Look in the longest line for runs of *, _, [, ` or >, and put a backslash before each that is part of the text',
  };
}
