// Finds the people who signed a copy among the archive's records, and plans a minimal record for those it does not have.
import type { Person } from '../schema/person.ts';
import { findByName, type KnownArchive } from './known.ts';
import { buildSlug, isId } from './slug.ts';

/** What a record says of an author nothing else is known of. */
export const authorDescription = 'Author of articles in this archive.';

export interface AuthorChoice {
  /** Ids in people, in the order of the byline. */
  ids: string[];
  /** Names as their records have them. */
  names: string[];
  /** People whose records are yet to be written. */
  added: { id: string; fields: Person }[];
  refusals: string[];
  /** What a maintainer should look at: sentences. */
  notes: string[];
}

/** @param names as the byline or the maintainer gives them; the maintainer may also give an id */
export function chooseAuthors(names: readonly string[], { people }: KnownArchive): AuthorChoice {
  const choice: AuthorChoice = { ids: [], names: [], added: [], refusals: [], notes: [] };
  const take = ({ id, fields }: { id: string; fields: { name: string } }): void => {
    if (choice.ids.includes(id)) return;
    choice.ids.push(id);
    choice.names.push(fields.name);
  };
  for (const name of names) {
    const byId = people.find(({ id }) => id === name);
    const found = byId === undefined ? findByName(people, name) : [byId];
    const [first] = found;
    const id = buildSlug(name);
    const taken = people.some((person) => person.id === id);
    if (found.length > 1) {
      const ids = found.map((person) => person.id).join(' or ');
      choice.refusals.push(`The author "${name}" may be ${ids}; say which with --author ID.`);
    } else if (first !== undefined) {
      take(first);
    } else if (id === '') {
      choice.refusals.push(
        `No id can be made from the author's name "${name}"; add a record for it under people/ and import with --author ID.`,
      );
    } else if (taken) {
      choice.refusals.push(
        `The author "${name}" has no record, but the id ${id} is another's; if it is the same person, add the name to its aliases.`,
      );
    } else {
      const fields = { name: spellOut(name), aliases: [], description: authorDescription, differentFrom: [] };
      const person = { id, fields };
      if (!choice.ids.includes(id)) {
        choice.added.push(person);
        if (isId(name))
          choice.notes.push(
            `The author "${name}" is no name as people write it; people/${id} says "${person.fields.name}".`,
          );
      }
      take(person);
    }
  }
  return choice;
}

/** A name that another archive has as an id: `jane-doe` is `Jane Doe`; any other as it is. */
const spellOut = (name: string): string =>
  isId(name) && name.includes('-')
    ? name.replace(/(?:^|-)(\p{L})/gu, (_found, letter: string) => ` ${letter.toUpperCase()}`).trim()
    : name;
