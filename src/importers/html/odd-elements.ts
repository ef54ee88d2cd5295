// Converts elements to Markdown that the converter would drop, although browsers show their words.
import type { Element } from 'hast';
import type { Options } from 'rehype-remark';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

const keepWords: Handle = (state, node: Element) => state.all(node);
const keepBlocks: Handle = (state, node: Element) => state.toFlow(state.all(node));

/** Today's browsers do not know them, or Markdown can keep only the words in them. */
const inline = [
  'applet', 'command', 'content', 'element', 'isindex', 'math', 'menuitem', 'nextid', 'shadow', 'spacer', 'textarea',
]; // prettier-ignore
const blocks = ['caption', 'dialog', 'frameset', 'menu', 'optgroup', 'option', 'select'];

/** Handlers for rehype-remark; what a form field is filled with is not text of the page. */
export const oddElements: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(inline.map((name) => [name, keepWords])),
  ...Object.fromEntries(blocks.map((name) => [name, keepBlocks])),
  wbr: () => undefined,
  input: () => undefined,
};
