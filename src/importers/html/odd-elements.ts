// Says how elements become Markdown that the converter would drop with their words: browsers show these words.
import type { Element } from 'hast';
import type { Options } from 'rehype-remark';

type Handle = NonNullable<NonNullable<Options['handlers']>[string]>;

const keepWords: Handle = (state, node: Element) => state.all(node);
const keepBlocks: Handle = (state, node: Element) => state.toFlow(state.all(node));

/** No browser of today knows them, or the words in them are all that Markdown can keep. */
const inline = [
  'applet', 'command', 'content', 'element', 'isindex', 'math', 'menuitem', 'nextid', 'shadow', 'spacer', 'textarea',
]; // prettier-ignore
const blocks = ['caption', 'dialog', 'frameset', 'menu', 'optgroup', 'option', 'select'];

/** Handlers for rehype-remark; what a field of a form is filled with is no text of a page. */
export const oddElements: Readonly<Record<string, Handle>> = {
  ...Object.fromEntries(inline.map((name) => [name, keepWords])),
  ...Object.fromEntries(blocks.map((name) => [name, keepBlocks])),
  wbr: () => undefined,
  input: () => undefined,
};
