// Writes the template tags of other site generators as Markdown, or takes them out and says so: Liquid, Nunjucks, Hugo.
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../body.ts';
import { cutStart, type LeftOut } from '../draft.ts';
import { writeTag, type Written } from './tags.ts';

export interface WithoutTemplates {
  text: string;
  leftOut: LeftOut[];
  doubts: string[];
}

const openings: readonly [open: string, close: string][] = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{{', '}}'],
  ['{%', '%}'],
  // "## Title {#name}" names a heading and is no comment.
  ['{# ', '#}'],
];

/** Replaces every tag outside code; inside code only the marks that keep code from being read as a template go. */
export function replaceTemplates(markdown: string): WithoutTemplates {
  const result: WithoutTemplates = { text: '', leftOut: [], doubts: [] };
  if (!/\{(?:[{%]|# )/.test(markdown)) return { ...result, text: markdown };
  const code = listCode(markdown);
  const written = new Map<Written['how'], string[]>();
  // Each sign's end is looked for once: without one, none of its openings is a tag.
  const dead = new Set<string>();
  let at = 0;
  while (at < markdown.length) {
    const start = findOpening(markdown, at);
    if (start === -1) break;
    result.text += markdown.slice(at, start);
    const [open, close] = openings.find(([sign]) => markdown.startsWith(sign, start)) ?? ['{{', '}}'];
    const end = dead.has(close) ? -1 : markdown.indexOf(close, start + open.length);
    if (end === -1) dead.add(close);
    const inner = markdown
      .slice(start + open.length, end)
      .replace(/^-|-$/g, '')
      .trim();
    const isCode = code.some(([from, to]) => start >= from && start < to);
    const block = /^(raw|comment|verbatim)$/.exec(inner)?.[1];
    if (end === -1 || inner.includes(open)) {
      result.text += open;
      at = start + open.length;
    } else if (open === '{%' && block !== undefined) {
      const closing = new RegExp(`\\{%-?\\s*end${block}\\s*-?%\\}`, 'g');
      closing.lastIndex = end;
      const found = closing.exec(markdown);
      const inside = markdown.slice(end + close.length, found?.index ?? end + close.length);
      if (block === 'comment') result.leftOut.push({ text: inside.trim(), why: 'it is a comment', words: 0 });
      else result.text += inside;
      at = found === null ? end + close.length : closing.lastIndex;
    } else if (isCode) {
      result.text += markdown.slice(start, end + close.length);
      at = end + close.length;
    } else if (open === '{# ') {
      result.leftOut.push({ text: inner, why: 'it is a comment', words: 0 });
      at = end + close.length;
    } else {
      const tag = writeTag(open, inner);
      result.text += tag.markdown;
      at = end + close.length;
      if (tag.how === 'left out')
        result.leftOut.push({
          text: markdown.slice(start, at),
          why: 'it is a template tag, and what it stood for is not in the copy',
          words: 0,
        });
      else
        written.set(tag.how, [
          ...(written.get(tag.how) ?? []),
          `${cutStart(inner, 80)} -> ${tag.markdown.trim() || 'nothing'}`,
        ]);
    }
  }
  result.text += markdown.slice(at);
  const texts = written.get('text') ?? [];
  if (texts.length > 0)
    result.doubts.push(
      `Template tags were read as the text in their quotes (${texts.length}): ${texts.join('; ')}. Look at them.`,
    );
  const links = written.get('link') ?? [];
  if (links.length > 0)
    result.doubts.push(`Embedded films and the like are links now (${links.length}): ${links.join('; ')}.`);
  return result;
}

function findOpening(text: string, from: number): number {
  const found = ['{{', '{%', '{# '].map((sign) => text.indexOf(sign, from)).filter((index) => index !== -1);
  return found.length === 0 ? -1 : Math.min(...found);
}

/** Where code stands, as offsets. */
function listCode(markdown: string): [from: number, to: number][] {
  const ranges: [number, number][] = [];
  visit(parseMarkdown(markdown), (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    const { start, end } = node.position ?? {};
    ranges.push([start?.offset ?? 0, end?.offset ?? 0]);
  });
  return ranges;
}
