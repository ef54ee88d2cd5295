// Points out what was left in a text by mistake: template tags, placeholders, invisible signs, letters of another alphabet.
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { needlessCharacters, renderCodePoint } from '../schema/characters.ts';
import { findLookAlikes } from '../schema/look-alikes.ts';
import { leftoverPatterns } from '../schema/leftovers.ts';
import { articleOf } from './article-file.ts';
import { placeInNode, sourceOf } from './node-source.ts';
import { checkUnseenWords } from './unseen-words.ts';
import { walkNodes } from './walk.ts';

/** More findings of one kind would say nothing new. */
const enough = 5;

/** Warnings mostly: a copy may hold such things, and then stays as it is. */
export function remarkLeftovers(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { findings, file: name } = articleOf(file);
    const source = String(file);
    let invisible = 0;
    let alike = 0;
    walkNodes(tree, (node) => {
      findings.push(...checkUnseenWords(node, source, name));
      if (node.type !== 'text') return;
      const typed = sourceOf(source, node);
      const report = (check: string, offset: number, message: string, fix: string): void => {
        const place = placeInNode(source, node, offset);
        findings.push({ check, severity: 'warning', file: name, ...place, message, fix });
      };
      for (const [pattern, what, fix] of leftoverPatterns) {
        const match = pattern.exec(typed);
        if (match !== null) report('leftover', match.index, `${what}: "${match[0].slice(0, 60)}"`, fix);
      }
      // Most text is plain ASCII, in which nothing is hidden.
      if (/^[\u0000-\u00ac\u00ae-\u036f\u2010-\u201f]*$/.test(typed)) return;
      for (const match of typed.matchAll(needlessCharacters)) {
        invisible += 1;
        if (invisible > enough) break;
        const code = renderCodePoint(match[0]);
        report(
          'invisible',
          match.index,
          `the sign ${code} has no use here and no shape of its own`,
          'Delete it',
        );
      }
      for (const { word, start, plain } of findLookAlikes(typed)) {
        alike += 1;
        if (alike > enough) break;
        report(
          'look-alike',
          start,
          `"${word}" mixes letters of two alphabets that look alike`,
          plain === undefined ? 'Write it in one alphabet' : `Write "${plain}" in letters of one alphabet`,
        );
      }
    });
  };
}
