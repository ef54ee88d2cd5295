// The front matter of an imported article: what the copy says, what a replaced article had, and what is left to settle.
import type { ArticleFields } from '../schema/article.ts';
import type { Publication } from '../schema/publication.ts';
import { isInCopyright, unrecordedGround } from '../schema/rights.ts';
import type { Fields } from './content-file.ts';
import { renderDay } from './dates.ts';
import type { WrittenDraft } from './draft.ts';
import type { ImportOptions } from './plan.ts';

/** Copyright not evaluated: what is said of an article until a maintainer has settled its rights. */
export const notEvaluated = 'http://rightsstatements.org/vocab/CNE/1.0/';

/** What readers are told of a changed text where the maintainer says nothing. */
const replacedText = 'The text was replaced by a new import of the copy.';

/** That a correction was given for a text that readers have not seen otherwise. */
export const unusedCorrection = 'No text of a full copy changed; --correction was not taken.';

export interface ArticleFacts {
  title: string;
  published: string;
  publication: string;
  authors: { id: string }[];
  authorNames: string[];
  publicationFields: Publication;
  fixity: string;
  /** Ids in places that the opening of the text may name. */
  datelines: string[];
  /** Ids in topics that the copy names. */
  topics: string[];
  /** The article that is replaced. */
  existing: ArticleFields | undefined;
}

/** Fields in the order in which articles have them, and sentences about those a maintainer should look at. */
export function buildArticleFields(
  draft: WrittenDraft,
  options: ImportOptions,
  facts: ArticleFacts,
): { fields: Fields; notes: string[] } {
  const { existing, publicationFields } = facts;
  const notes: string[] = [];
  const { facts: said } = draft;
  if (existing === undefined)
    notes.push(
      said.description === undefined
        ? 'The description is a stopgap; say in one or two sentences what the article reports.'
        : "The description is the copy's own; an archive says in its own words what the article reports.",
    );
  // The same text was taken on the day its record says.
  const taken = existing?.fixity === facts.fixity ? existing.source.retrieved : undefined;
  const retrieved = options.retrieved ?? taken ?? options.today;
  if (options.retrieved === undefined && taken === undefined)
    notes.push(`The copy is dated as taken today, ${retrieved}; --retrieved gives another day.`);
  if (facts.published > options.today) notes.push(`The date ${facts.published} lies in the future.`);
  if (existing?.dateline === undefined && facts.datelines.length > 0)
    notes.push(
      `The text opens with the place it was filed from; add "dateline: ${facts.datelines.join('" or "dateline: ')}" if that is right.`,
    );
  const spoken = existing?.language ?? said.language;
  // "en-US" in a publication in "en" says nothing new.
  const language = spoken?.split('-')[0] === publicationFields.language.split('-')[0] ? undefined : spoken;
  const url = options.url ?? existing?.source.url ?? said.url;
  const archived = existing?.source.archived ?? said.archived;
  const fields: Fields = {
    title: facts.title,
    description: existing?.description ?? said.description ?? buildDescription(facts),
    published: facts.published,
    authors: facts.authors.map(({ id }) => id),
    publication: facts.publication,
    topics: existing?.topics ?? facts.topics,
    dateline: existing?.dateline,
    language,
    source: { url, retrieved, format: draft.format, archived },
    rights: buildRights(options, facts, notes),
    copy: 'full',
    fixity: facts.fixity,
    mentions: keepMentions(existing),
    corrections: buildCorrections(options, facts, notes),
  };
  return { fields, notes };
}

function buildDescription({ authorNames, publicationFields, published }: ArticleFacts): string {
  const names = new Intl.ListFormat('en-GB').format(authorNames);
  return `A report ${names === '' ? '' : `by ${names} `}in ${publicationFields.name}, ${renderDay(published)}.`;
}

function buildRights(
  { rightsNote }: ImportOptions,
  { existing, publicationFields }: ArticleFacts,
  notes: string[],
): Fields {
  if (existing === undefined) {
    notes.push(
      'Rights: written as "copyright not evaluated"; settle "rights:" before the article is published.',
    );
    return { statement: notEvaluated, holder: publicationFields.name, note: rightsNote };
  }
  const { statement, holder, note } = existing.rights;
  // A summary's note says why there is no full copy, which is no longer so.
  const kept = existing.copy === 'full' && note !== unrecordedGround ? note : undefined;
  if (rightsNote !== undefined || kept !== undefined || !isInCopyright(statement)) {
    return { statement, holder, note: rightsNote ?? kept };
  }
  notes.push(
    'RIGHTS: the article is in copyright and no ground was given for keeping a full copy. ' +
      'The record now says so to every reader; import again with --replace --rights-note "the ground", or edit "rights: note:".',
  );
  return { statement, holder, note: unrecordedGround };
}

/** The corrections the article had, and one more where the text of a full copy changes. */
function buildCorrections(
  { correction, today }: ImportOptions,
  { existing, fixity }: ArticleFacts,
  notes: string[],
): Fields[] | undefined {
  const kept = existing?.corrections ?? [];
  const changed = existing?.copy === 'full' && existing.fixity !== fixity;
  if (changed) {
    const note = correction ?? replacedText;
    notes.push(
      `The text differs from the archived copy's; "corrections:" tells readers: "${note}"` +
        (correction === undefined ? ' Say there what has changed; --correction TEXT says it at import.' : ''),
    );
    return [...kept, { date: today, note, replaced: existing.fixity }];
  }
  if (correction !== undefined) notes.push(unusedCorrection);
  return kept.length > 0 ? kept : undefined;
}

function keepMentions(existing: ArticleFields | undefined): Fields | undefined {
  const entries = Object.entries(existing?.mentions ?? {});
  if (entries.length === 0) return undefined;
  return Object.fromEntries(
    entries.map(([spelling, target]) => [spelling, target === false ? 'false' : target]),
  );
}
