// Everything that a page of this site must be, page by page and without a browser; a sentence for each thing that it is not.
import { examineArticle } from './examine-article.ts';
import { examineHead } from './examine-head.ts';
import { examineLinkedData } from './examine-linked-data.ts';
import { examineLinks } from './examine-links.ts';
import { examineSafety } from './examine-safety.ts';
import { examineStructure } from './examine-structure.ts';
import type { Page } from './html-tree.ts';
import type { KnownSite } from './known-site.ts';

/** @returns `/people/: it has no description`, one sentence each */
export function examinePage(page: Page, known: KnownSite): string[] {
  const wrong = [
    ...examineStructure(page),
    ...examineHead(page, known),
    ...examineSafety(page, known),
    ...examineLinks(page, known),
    ...examineLinkedData(page, known),
    ...examineArticle(page, known),
  ];
  return wrong.map((sentence) => `${page.path}: ${sentence}`);
}
