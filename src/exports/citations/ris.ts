// A reference as RIS, which reference managers import; tags as in the specification of 2011, read by Zotero and EndNote.
import { renderNameParts } from '../../names/person-name.ts';
import { summaryNote, type Reference } from '../../views/reference.ts';

/** UTF-8, a tag on each line, lines ended by CR LF. */
export function renderRis(reference: Reference): string {
  const fields: [tag: string, value: string | undefined][] = [
    ['TY', 'NEWS'],
    ['TI', reference.title],
    ...reference.authors.map((name): [string, string] => ['AU', renderNameParts(name)]),
    ['T2', reference.publication],
    // Some readers look at the one for the day, some at the other.
    ['PY', reference.published.replaceAll('-', '/')],
    ['DA', reference.published.replaceAll('-', '/')],
    ['SE', reference.section],
    ['CY', reference.place],
    ['AB', reference.abstract],
    ...reference.topics.map((topic): [string, string] => ['KW', topic]),
    ['LA', reference.language],
    ['DB', reference.archive],
    ['AN', reference.archiveLocation],
    ['DP', reference.catalogue],
    ['UR', reference.url],
    ['N1', reference.isSummary ? summaryNote(reference) : undefined],
    ['ID', reference.key],
    ['ER', ''],
  ];
  return fields
    .flatMap(([tag, value]) =>
      value === undefined ? [] : [`${tag}  - ${value.replace(/[\s\u0085]+/gu, ' ').trim()}\r\n`],
    )
    .join('');
}
