// Makes the fields of a copy fit for the archive: what cannot be used is left out and reported.
import { foldName } from '../names/normalize.ts';
import type { Draft } from './draft.ts';
import { mendText, type MendOptions } from './mend.ts';

/** How many characters a name may have. */
const longestName = 200;

/**
 * A draft whose fields each pass the checks of the archive.
 * @param givenTitle the maintainer's own, which is not changed
 */
export function mendDraft(draft: Draft, givenTitle: string | undefined): Draft {
  const doubts: string[] = [];
  const mend = (value: string, what: string, options: Partial<MendOptions> = {}): string | undefined => {
    const { text, notes } = mendText(value, { what, isPrinted: false, isCut: false, ...options });
    doubts.push(...notes);
    return text;
  };
  const { title, facts, missing } = draft;
  const { description, siteName, tags, ...others } = facts;
  // Front matter is data; a headline on a page or in a text is what readers saw.
  const isPrinted = draft.format !== 'markdown';
  const headline =
    title === undefined || title === givenTitle
      ? { text: title, notes: [] }
      : mendText(title, { what: 'The headline', isPrinted, isCut: false });
  if (headline.text !== undefined) doubts.push(...headline.notes);
  const authors = draft.authors.flatMap((name) => {
    const mended = mend(name, 'The name in the byline');
    if (mended === undefined) return [];
    if (mended.length <= longestName && /\p{L}|\p{N}/u.test(foldName(mended))) return [mended];
    doubts.push(`"${mended}" in the byline is no name of a person: not taken; --author names its author.`);
    return [];
  });
  const said = description === undefined ? undefined : mend(description, 'The description', { isCut: true });
  const site = siteName === undefined ? undefined : mendName(mend(siteName, 'The name of the publication'));
  const topics = tags?.flatMap((tag) => mend(tag, 'The tag') ?? []);
  const { title: _title, ...rest } = draft;
  return {
    ...rest,
    ...(headline.text !== undefined && { title: headline.text }),
    authors,
    facts: {
      ...others,
      ...(said !== undefined && { description: said }),
      ...(site !== undefined && { siteName: site }),
      ...(topics !== undefined && { tags: topics }),
    },
    missing: {
      ...missing,
      ...(title !== undefined &&
        headline.text === undefined && { title: headline.notes.join(' ').replace(/\.$/, '') }),
    },
    doubts: [...draft.doubts, ...doubts],
  };
}

const mendName = (name: string | undefined): string | undefined =>
  name !== undefined && name.length <= longestName && /\p{L}|\p{N}/u.test(foldName(name)) ? name : undefined;
