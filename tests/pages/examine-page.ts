// Everything that a page of this site must be, page by page and without a browser; a sentence for each thing that it is not.
import { examineArticle } from './examine-article.ts';
import { examineHead } from './examine-head.ts';
import { examineLinkedData } from './examine-linked-data.ts';
import { examineSafety } from './examine-safety.ts';
import { examineStructure } from './examine-structure.ts';
import type { Page } from './html-tree.ts';
import type { KnownSite } from './known-site.ts';

/** What is wrong with a page, `/people/: it has no description`, one sentence each. */
export interface PageFindings {
  own: string[];
  linkedData: string[];
}

export function examinePage(page: Page, known: KnownSite): PageFindings {
  const tell = (sentences: readonly string[]): string[] =>
    sentences.map((sentence) => `${page.path}: ${sentence}`);
  return {
    own: tell([
      ...examineStructure(page),
      ...examineHead(page, known),
      ...examineSafety(page, known),
      ...examineArticle(page, known),
    ]),
    linkedData: tell(examineLinkedData(page, known)),
  };
}
