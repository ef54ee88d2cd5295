// Finds what a publisher has put under an article: calls to contact, follow, subscribe; never anything above them.
import { countWords, quoteStart, type LeftOut } from './draft.ts';
import { isAddress } from './head-lines.ts';
import { endsSentence } from './paragraphs.ts';

/** Openings that no last paragraph of a report has. */
const certain: readonly [RegExp, string][] = [
  [/^to (?:contact|reach|follow|subscribe|donate|sign up|support|comment on|read more|learn more)\b/i, 'it tells readers how to reach the publisher'],
  [/^(?:copyright\b.*(?:©|\(c\)|\d{4})|©|\(c\)\s|all rights reserved\b)/i, 'it is a copyright notice'],
  [/^(?:sign up (?:for|to|here)|subscribe(?: (?:to|now|here|today)\b|$)|click here|like us on|find us on|follow us\b|join (?:us|our)\b|contact us\b|write to us\b|share this\b|support (?:us|our)\b|donate (?:to|now|here|today)\b)/i, 'it calls on readers'],
  [/^(?:read more|read next|read also|see also|learn more|more on this|more from|further reading|related(?: (?:articles?|stories|topics?|links?|content|coverage|news|reading))?|recommended(?: (?:articles?|stories|reading))?)(?:\s*:|$)/i, 'it leads to other articles'],
  [/^(?:tags?|topics|filed under|categories|keywords)\s*:/i, 'it files the article'],
  [/^(?:source|original(?: article)?|permalink|url|link|retrieved from|view original|available at)\s*:?\s+(?:https?:\/\/|www\.)\S+$/i, 'it is the address of the copy'],
  [/^(?:share|tweet|e-?mail|print|comments?|donate|subscribe|newsletter|facebook|twitter|whatsapp|telegram)(?:\s*[|·•,/]?\s*(?:share|tweet|e-?mail|print|comments?|on|facebook|twitter|x|whatsapp|telegram|reddit|linkedin))*\s*:?$/i, 'it is a row of buttons'],
]; // prettier-ignore

/** Openings that need more: an address, a reader spoken to, or a line that leads to one. */
const possible =
  /^(?:contact|follow|subscribe|sign up|donate|share|related|read|join|support|visit|e-?mail|call|for (?:more|further)|if you|this (?:article|story|report|piece)|originally published|first published|the (?:author|writer) can|copyright|republish\w*|reprinted|comments?|send|like|download|\p{Lu}\S+ (?:\S+ ){1,4}(?:is|are) an? (?:\S+ ){0,4}(?:reporter|journalist|writer|editor|correspondent|columnist|contributor))\b/iu;

const address =
  /https?:\/\/|www\.|\S@\S|(?<!\S)@\w|(?:[\p{L}\p{N}-]+\.)+(?:org|com|net|info|co|io|news|uk|eu|de|fr)\b/iu;

const endsWithAddress = new RegExp(`(?:${address.source})\\S*$`, 'iu');

/** A call in so many words: "Support our work", "Follow the author". "Share prices fell, a trader told us" is none. */
const calls =
  /^(?:please\s+)?(?:follow|support|join|visit|contact|help|e-?mail|send|share|like|donate to)\s+(?:us|our|me|the author|the writer|this (?:article|story|page))\b/i;

/** A line of nothing but links: Markdown's or bare, with separators. */
const links =
  /^(?:[\s|·•,–—*-]*(?:!?\[[^\]]*\]\([^)]*\)|<?(?:https?:\/\/|www\.)[^\s>]+>?|[^\s@]+@[^\s@]+\.\w+|(?<!\S)@\w+))+[\s|·•,.]*$/iu;

/** Why a block is of the publisher's making; `undefined` if it may be the article's. */
function reasonFor(block: string): string | undefined {
  // What a publisher puts under an article is short.
  if (block.length > 1200) return undefined;
  if (isAddress(block) || links.test(block)) return 'it is a bare link';
  const reason = certain.find(([opening]) => opening.test(block))?.[1];
  if (reason !== undefined) return countWords(block) <= 120 ? reason : undefined;
  if (calls.test(block) && countWords(block) <= 60) return 'it calls on readers';
  const leads = /\b(?:us|our|you|your|here)\b/i.test(block) || endsWithAddress.test(block);
  return possible.test(block) && countWords(block) <= 60 && address.test(block) && leads
    ? 'it sends readers to an address'
    : undefined;
}

/**
 * Splits the trailer off the end of an article.
 * @param blocks paragraphs in order, before any are joined
 */
export function splitTrailer(blocks: readonly string[]): {
  body: string[];
  trailer: LeftOut[];
  doubts: string[];
} {
  let end = blocks.length;
  const reasons = new Map<number, string>();
  while (end > 0) {
    const reason = reasonFor(blocks[end - 1] ?? '');
    if (reason === undefined) {
      const list = findList(blocks, end);
      if (list === undefined) break;
      for (let index = list; index < end; index += 1)
        reasons.set(index, reasonFor(blocks[index] ?? '') ?? 'it is in a list of other articles');
      end = list;
      continue;
    }
    end -= 1;
    reasons.set(end, reason);
  }
  const trailer = blocks.slice(end).map((text, index) => ({ text, why: reasons.get(end + index) ?? '' }));
  const last = blocks[end - 1];
  const doubts =
    last !== undefined && end > 1 && possible.test(last) && countWords(last) <= 60
      ? [`The last paragraph, ${quoteStart(last)}, may be the publisher's: kept.`]
      : [];
  return { body: blocks.slice(0, end), trailer, doubts };
}

/** Where a list of titles under "Read more" begins, if the blocks before `end` are one. */
function findList(blocks: readonly string[], end: number): number | undefined {
  for (let index = end - 1; index > 0 && index >= end - 12; index -= 1) {
    const block = blocks[index] ?? '';
    if (reasonFor(block) === 'it leads to other articles') return index < end - 1 ? index : undefined;
    if (endsSentence(block) && !/[?!]$/.test(block)) return undefined;
    if (countWords(block) > 20) return undefined;
  }
  return undefined;
}
