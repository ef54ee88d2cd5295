// A reference as COinS, the line of OpenURL (ANSI/NISO Z39.88) that lets a list of articles be imported at once; pure.
import { renderNameForPages } from '../../names/person-name.ts';
import type { Reference } from '../reference.ts';

/** The title of an empty `<span class="Z3988">`; Dublin Core is the only one of its formats with room for a newspaper. */
export function renderCoins(reference: Reference): string {
  const pairs: [key: string, value: string][] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.type', 'newspaperArticle'],
    ['rft.title', reference.title],
    ['rft.source', reference.publication],
    ...reference.authors.map((name): [string, string] => ['rft.au', renderNameForPages(name)]),
    ['rft.date', reference.published],
    ['rft.language', reference.language],
    ['rft.identifier', reference.url],
  ];
  return pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
}
