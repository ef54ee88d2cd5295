// The last step of the pipeline: no attribute of a rendered body has a `<` or `>`.
import type { Root } from 'hast';
import { applyEdits, listAttributeEscapes, readPiece } from './html-tree.ts';
import { walkElements } from './walk.ts';

/**
 * The stringifier leaves these characters in attributes as they are, as HTML allows; some programs see tags.
 * @param html what the stringifier made of `tree`
 */
export function escapeAttributes(html: string, tree: Root): string {
  let hasAngles = false;
  walkElements(tree, ({ properties }) => {
    hasAngles ||= Object.values(properties).some((value) => /[<>]/.test(String(value)));
  });
  return hasAngles ? applyEdits(html, listAttributeEscapes(html, readPiece(html))) : html;
}
