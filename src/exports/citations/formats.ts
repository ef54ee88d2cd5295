// The formats in which a citation is downloaded, by the ending of the file; pure.
import { renderBibtex } from './bibtex.ts';
import { renderCsl } from './csl.ts';
import type { Reference } from '../../views/reference.ts';
import { renderRis } from './ris.ts';

export interface CitationFormat {
  /** What readers call it. */
  name: string;
  mediaType: string;
  render: (reference: Reference) => string;
}

export const citationFormats = {
  ris: { name: 'RIS', mediaType: 'application/x-research-info-systems', render: renderRis },
  bib: { name: 'BibTeX', mediaType: 'application/x-bibtex', render: renderBibtex },
  json: { name: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', render: renderCsl },
} as const satisfies Record<string, CitationFormat>;

export type CitationEnding = keyof typeof citationFormats;

export const citationEndings = Object.keys(citationFormats) as CitationEnding[];
