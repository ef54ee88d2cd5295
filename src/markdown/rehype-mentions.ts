// Recognizes the names in every block and links the first mention of each record; the text itself stays as it is.
import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { cardAnchor, recordUrl } from '../urls.ts';
import { articleOf, type Mention } from './article-file.ts';
import { isBlock, readBlockText, type TextPart } from './block-text.ts';
import { findUnplaced, listMentions, readBlockNames, reportOpenNames } from './block-names.ts';
import { walkElements } from './walk.ts';

export function rehypeMentions(): (tree: Root, file: VFile) => void {
  return (tree, file) => {
    const article = articleOf(file);
    const { blocks } = article;
    const reading = readBlockNames(article, blocks);
    article.reading = reading;
    const mentions = listMentions(blocks, reading);
    article.mentions.push(...mentions);
    article.unplaced = findUnplaced(String(file), blocks, reading);
    article.findings.push(...reportOpenNames(article.file, String(file), blocks, reading));
    const byAnchor = Map.groupBy(mentions, (mention) => mention.anchor);
    const named = [...new Set(mentions.map(({ collection, id }) => `${collection}/${id}`))];
    const linked = new Set<string>();
    walkElements(tree, (node) => {
      const inBlock = isBlock(node) ? byAnchor.get(String(node.properties['id'])) : undefined;
      if (inBlock === undefined) return;
      const { parts } = readBlockText(node);
      const links: { mention: Mention; card: string; part: TextPart }[] = [];
      for (const mention of inBlock) {
        const key = `${mention.collection}/${mention.id}`;
        const part = parts.find(
          ({ start, node: text, linkable }) =>
            linkable && start <= mention.start && mention.end <= start + text.value.length,
        );
        if (linked.has(key) || part === undefined) continue;
        linked.add(key);
        links.push({ mention, card: cardAnchor(named.indexOf(key) + 1), part });
      }
      // From the end, so that the offsets before a link stay true.
      for (const { mention, card, part } of links.reverse()) link(mention, card, part);
    });
  };
}

function link(mention: Mention, card: string, { start, node, parent }: TextPart): void {
  const from = mention.start - start;
  const to = mention.end - start;
  const anchor: Element = {
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['name'],
      href: recordUrl(mention.collection, mention.id),
      // Browsers that know the attribute show the card when a reader points at the name; in others it is a plain link.
      interestfor: card,
    },
    children: [{ type: 'text', value: node.value.slice(from, to) }],
  };
  const index = parent.children.indexOf(node);
  const rest = { type: 'text', value: node.value.slice(to) } as const;
  node.value = node.value.slice(0, from);
  parent.children.splice(index + 1, 0, anchor, rest);
}
