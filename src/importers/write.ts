// From a draft and the archive to the files an import writes; pure but for reading the article it may replace.
import { bodyFixity } from '../reading/fixity.ts';
import { buildSketch } from '../reading/sketch.ts';
import { maxFileSize } from '../reading/source.ts';
import { buildNameTrie, type NameSpelling, type NameTrie } from '../names/recognition/recognize.ts';
import { foldName } from '../names/normalize.ts';
import { buildOverrides } from '../names/recognition/overrides.ts';
import { collections } from '../schema/collections.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import { buildArticleFields, unusedCorrection } from './article-fields.ts';
import { chooseAuthors } from './authors.ts';
import { proveBody } from './body.ts';
import { describeAccount, describeDifferences, describeFlags, describeNewFacts } from './compare.ts';
import { checkContentFile, renderContentFile, type Fields } from './content-file.ts';
import { findDateline } from './dateline.ts';
import { quoteStart, type WrittenDraft } from './draft.ts';
import { placeOf, type KnownArchive } from './known.ts';
import { choosePublication } from './publication.ts';
import type { PlannedFile } from './save.ts';
import type { ImportOptions, ImportPlan } from './plan.ts';
import { buildSlug } from './slug.ts';
import { chooseTopics } from './topics.ts';

/**
 * Plans an import.
 * @param readText the text of a file with LF line ends, `undefined` if there is none
 */
export async function buildImport(
  draft: WrittenDraft,
  archive: KnownArchive,
  options: ImportOptions,
  readText: (path: string) => Promise<string | undefined>,
): Promise<ImportPlan | { refusals: string[] }> {
  const { title } = draft;
  const published = options.published ?? draft.published;
  const publication = choosePublication(draft, archive, options);
  const authors = chooseAuthors(options.authors.length > 0 ? options.authors : draft.authors, archive);
  const refusals = [...authors.refusals];
  if (title === undefined)
    refusals.push(`${upperFirst(draft.missing.title ?? 'no headline was found')}; give it with --title.`);
  if (published === undefined)
    refusals.push(
      `${upperFirst(draft.missing.published ?? 'no date was found')}; give it with --published YYYY-MM-DD.`,
    );
  if ('refusal' in publication) refusals.push(publication.refusal);
  if (draft.paragraphs.length === 0) refusals.push('There is no text below the head; is the copy whole?');
  if (!draft.account.complete) refusals.push(describeAccount(draft));
  if (title === undefined || published === undefined || 'refusal' in publication || refusals.length > 0)
    return { refusals };

  const notes = [...publication.notes, ...authors.notes, ...describeFlags(draft, options)];
  const day = published.replaceAll('-', '/');
  const same = archive.articles.find(
    ({ fields }) => fields.published === published && foldName(fields.title) === foldName(title),
  );
  const slug = options.slug ?? same?.id.slice(day.length + 1) ?? buildSlug(title);
  if (slug === '')
    return {
      refusals: [`No address can be made from the headline ${quoteStart(title)}; give one with --slug.`],
    };
  const id = `${day}/${slug}`;
  if (same !== undefined && same.id !== id)
    notes.push(`The archive has an article of this day and headline at ${same.id} too.`);

  const { path, file } = placeOf(archive, 'articles', id);
  const names = findNames(archive.spellings);
  const { body } = draft;
  const fixity = bodyFixity(body);
  const existing = archive.articles.find((article) => article.id === id)?.fields;
  const overrides = buildOverrides(existing?.mentions ?? {}, names);
  const proof = proveBody(body, draft.paragraphs, { id, file, title, names, overrides });
  if (proof.refusal !== undefined) return { refusals: [proof.refusal] };
  const onDisk = await readText(path);
  notes.push(...proof.findings.map(({ message, fix }) => `${message}. ${fix}.`));
  const facts = {
    id,
    file,
    title,
    published,
    publication: publication.id,
    authors: authors.ids.map((author, index) => ({ id: author, name: authors.names[index] ?? author })),
    mentions: proof.mentions,
    unplaced: proof.unplaced,
    links: proof.links,
    sketch: buildSketch(draft.paragraphs.join('\n')),
  };

  if (onDisk !== undefined && existing === undefined) {
    return {
      refusals: [
        `${file} exists and cannot be read as an article; run "npm run check" and mend or remove it first.`,
      ],
    };
  }
  if (existing !== undefined && onDisk !== undefined) {
    const kept = { ...existing, body: readFrontMatter(onDisk, file).body };
    const differs = describeDifferences({ ...facts, authors: authors.ids, body }, kept);
    // A text changed by hand equals its copy again only if the record says so too.
    if (existing.copy === 'full' && existing.fixity !== fixity && !differs.includes('the text'))
      differs.push('the fixity');
    if (existing.copy === 'full' && differs.length === 0) {
      const given = describeNewFacts(options, existing);
      if (!options.replace || given.length === 0) {
        const hint = given.length === 0 ? [] : [`--replace writes ${given.join(' and ')} into it.`];
        if (options.correction !== undefined) hint.push(unusedCorrection);
        return { ...facts, outcome: 'unchanged', files: [], notes: hint, archive };
      }
    }
    if (!options.replace) {
      const what =
        existing.copy === 'summary'
          ? `The archive already has this article as a summary, ${file}; --replace puts the full copy in its place.`
          : `${file} exists and differs in ${differs.join(', ')}; --replace puts this copy in its place, --slug gives it another.`;
      return { refusals: [what] };
    }
  }

  const article = buildArticleFields(draft, options, {
    ...facts,
    authorNames: authors.names,
    publicationFields: publication.fields,
    fixity,
    datelines: findDateline(draft.paragraphs[0] ?? '', archive),
    topics: chooseTopics(draft.facts.tags ?? [], archive, notes),
    existing,
  });
  const added = [
    ...authors.added.map(({ id, fields }) => ({ collection: 'people' as const, id, fields })),
    ...(publication.isNew
      ? [{ collection: 'publications' as const, id: publication.id, fields: publication.fields }]
      : []),
  ];
  const files: PlannedFile[] = [];
  const problems: string[] = [];
  for (const { collection, id, fields } of added) {
    const place = placeOf(archive, collection, id);
    const text = renderContentFile(recordFields(fields));
    if ((await readText(place.path)) !== undefined)
      problems.push(
        `${place.file} exists and cannot be read as a record; run "npm run check" and fix it first.`,
      );
    problems.push(...checkContentFile(text, collections[collection].schema, place.file));
    files.push({ ...place, text });
  }
  const text = renderContentFile(article.fields, body);
  problems.push(...checkContentFile(text, collections.articles.schema, file));
  if (Buffer.byteLength(text) > maxFileSize) problems.push('As Markdown the article is larger than 1024 KB.');
  if (problems.length > 0) return { refusals: problems };
  files.push({ path, file, text });
  const fields = collections.articles.schema.parse(readFrontMatter(text, file).data);
  return {
    ...facts,
    outcome:
      existing === undefined
        ? 'new'
        : existing.copy === 'summary'
          ? 'in place of the summary'
          : 'in place of the copy',
    files,
    notes: [...notes, ...article.notes],
    archive: {
      ...archive,
      articles: [...archive.articles.filter((entry) => entry.id !== id), { id, fields }],
      sketches: new Map([...archive.sketches, [id, facts.sketch]]),
      people: [...archive.people, ...authors.added],
      publications: publication.isNew ? [...archive.publications, publication] : archive.publications,
      spellings:
        authors.added.length === 0
          ? archive.spellings
          : [
              ...archive.spellings,
              ...authors.added.map((person) => ({
                spelling: person.fields.name,
                targets: [{ collection: 'people' as const, id: person.id }],
              })),
            ],
    },
  };
}

/** Most copies add no name, so the names of the last one can be used again. */
let known: { spellings: readonly NameSpelling[]; names: NameTrie } | undefined;

function findNames(spellings: readonly NameSpelling[]): NameTrie {
  if (known?.spellings !== spellings) known = { spellings, names: buildNameTrie(spellings) };
  return known.names;
}

/** A record's fields without the empty lists that are their defaults. */
function recordFields(fields: object): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => !Array.isArray(value) || value.length > 0),
  ) as Fields;
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
