// Looks at the words of titles, names, descriptions and notes: placeholders, markup, invisible signs, look-alike letters.
import type { Archive } from '../archive/build.ts';
import type { EntryProblem } from '../reading/locate.ts';
import { foldName } from '../names/normalize.ts';
import { needlessCharacters, renderCodePoint } from '../schema/characters.ts';
import { emptyValue, leftoverPatterns, unwritten } from '../schema/leftovers.ts';
import { findLookAlikes } from '../schema/look-alikes.ts';
import { findMarkup } from '../schema/markup.ts';

type Problem = Pick<EntryProblem, 'check' | 'severity' | 'message' | 'fix'>;
type Field = [path: readonly PropertyKey[], text: string | undefined];

export function checkWording({ articles, recordByKey }: Archive): EntryProblem[] {
  const problems: EntryProblem[] = [];
  const look = (collection: EntryProblem['collection'], id: string, fields: readonly Field[]): void => {
    for (const [path, text] of fields) {
      if (text === undefined) continue;
      for (const problem of describe(text)) problems.push({ collection, id, path, ...problem });
    }
  };
  for (const { id, title, description, rights, corrections, mentions, publication } of articles) {
    const problem = describeTitle(title, description, recordByKey.get(`publications/${publication}`)?.name);
    if (problem !== undefined) problems.push({ collection: 'articles', id, ...problem });
    look('articles', id, [
      [['title'], title],
      [['description'], description],
      [['rights', 'holder'], rights.holder],
      [['rights', 'note'], rights.note],
      ...corrections.map(({ note }, at): Field => [['corrections', at, 'note'], note]),
      ...Object.keys(mentions).map((spelling): Field => [['mentions', spelling], spelling]),
    ]);
  }
  for (const { collection, id, name, aliases, description } of recordByKey.values()) {
    look(collection, id, [
      [['name'], name],
      [['description'], description],
      ...aliases.map((alias, at): Field => [['aliases', at], alias]),
    ]);
    for (const [at, spelling] of [name, ...aliases].entries()) {
      const path = at === 0 ? ['name'] : ['aliases', at - 1];
      if (inQuotes.test(spelling)) problems.push({ collection, id, path, ...quoted });
    }
  }
  return problems;
}

/** Marks around a whole name that YAML does not take for its own. */
const inQuotes = /^[“”„«‘’"'].*[“”»‘’"']$/u;
const quoted: Problem = {
  check: 'wording',
  severity: 'warning',
  message: 'the quotation marks would be part of the name',
  fix: 'Remove them; where YAML needs some, write straight double quotes',
};

/** What a web page adds to a headline, and a description that only repeats it. */
function describeTitle(
  title: string,
  description: string,
  publication: string | undefined,
): (Problem & Pick<EntryProblem, 'path'>) | undefined {
  if (foldName(title) === foldName(description)) {
    const message = 'the description repeats the headline';
    const fix = 'Say in one or two sentences what the article reports';
    return { check: 'title', severity: 'warning', path: ['description'], message, fix };
  }
  const [, end] = /\s[|–—-]\s([^|–—]+)$/.exec(title) ?? [];
  if (end === undefined || publication === undefined || foldName(end) !== foldName(publication))
    return undefined;
  const message = 'the headline ends with the name of the publication';
  return {
    check: 'title',
    severity: 'warning',
    path: ['title'],
    message,
    fix: `Remove "${end}" and the sign before it`,
  };
}

/** Nearly every text is plain, and thousands are looked at. */
const plain = /^[^<>{}[\]&*`$%_\u00ad\u0300-\u{10ffff}]*$/u;

function describe(text: string): Problem[] {
  const problems: Problem[] = [];
  const add = (check: string, severity: Problem['severity'], message: string, fix: string): void => {
    problems.push({ check, severity, message, fix });
  };
  if (emptyValue.test(text)) add('leftover', 'error', `"${text}" says nothing`, 'Write what belongs here');
  if (text.startsWith(unwritten))
    add('leftover', 'warning', 'nobody has written this yet', 'Write what belongs here');
  for (const [pattern, what, fix] of leftoverPatterns)
    if (pattern.test(text)) add('leftover', 'warning', what, fix);
  if (plain.test(text)) return problems;
  const markup = findMarkup(text)?.text ?? /\*\*|`|\]\(/.exec(text)?.[0];
  if (markup !== undefined)
    add(
      'markup',
      'warning',
      `readers would see "${markup}" as it stands`,
      'Write plain text here, without markup',
    );
  const invisible = text.match(needlessCharacters)?.[0];
  if (invisible !== undefined) {
    const code = renderCodePoint(invisible);
    add('invisible', 'error', `the sign ${code} has no use here and no shape of its own`, 'Delete it');
  }
  for (const { word, plain: written } of findLookAlikes(text)) {
    const message = `"${word}" mixes letters of two alphabets that look alike, so that nobody can find it`;
    if (written === undefined)
      add('look-alike', 'warning', message, 'Write it in one alphabet, unless it is written so');
    else add('look-alike', 'error', message, `Write "${written}" in letters of one alphabet`);
  }
  return problems;
}
