// Gives every block of text its anchor (#p1, #p2, ...), so that a name can be cited where it stands.
import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { articleOf } from './article-file.ts';
import { isBlock, readBlockText } from './block-text.ts';
import { walkElements } from './walk.ts';

export function rehypeBlocks(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const { blocks } = articleOf(file);
    walkElements(tree, (node) => {
      if (!isBlock(node)) return;
      const { text, parts } = readBlockText(node);
      const picture = node.children.some((child) => child.type === 'element' && child.tagName === 'img');
      if (text.trim() === '' && !picture) return;
      const anchor = `p${blocks.length + 1}`;
      // A footnote keeps the id that its reference points to.
      if (node.properties['id'] === undefined) node.properties['id'] = anchor;
      const code = parts
        .filter((part) => part.code)
        .map(({ start, node: { value } }): [number, number] => [start, start + value.length]);
      const block = { anchor: String(node.properties['id']), text, line: node.position?.start.line ?? 1 };
      blocks.push(code.length === 0 ? block : { ...block, code });
    });
  };
}
