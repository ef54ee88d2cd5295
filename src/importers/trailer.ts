// Finds what a publisher has put under an article: calls to contact, follow, subscribe; never anything above them.
import { countWords, quoteStart, type LeftOut } from './draft.ts';
import { isAddress } from './head-lines.ts';
import { endsSentence } from './paragraphs.ts';

/** Openings that no last paragraph of a report has. */
const certain: readonly [RegExp, string][] = [
  [/^(?:(?:copyright\s*)?(?:©|\(c\)\s*\d{4})|copyright\s*(?:\(c\)\s*)?\d{4}|copyright\b.*\ball rights reserved|all rights reserved\b)/i, 'it is a copyright notice'],
  [/^(?:sign up (?:for|to|here|now|today)\b|subscribe(?: (?:to|now|here|today)\b|[.!]?$)|click here|(?:like|find|follow) us\b|contact us\b|share this\b|donate(?: (?:to|now|here|today)\b|[.!]?$))/i, 'it calls on readers'],
  [/^(?:read more|read next|read also)(?:\s*:|$)|^(?:see also|learn more|more on this|more from|further reading|related(?: (?:articles?|stories|topics?|links?|content|coverage|news|reading))?|recommended(?: (?:articles?|stories|reading))?)\s*(?::(?!.*[^.]\.$)|$)/i, 'it leads to other articles'],
  [/^(?:tags?|topics|filed under|categories|keywords)\s*:(?!.*[.?!]["”’]?$)/i, 'it files the article'],
  [/^(?:source|original(?: article)?|permalink|url|link|retrieved from|view original|available at)\s*:?\s+(?:https?:\/\/|www\.)\S+$/i, 'it is the address of the copy'],
  [/^(?:share|tweet|e-?mail|print|comments?|donate|subscribe|newsletter|facebook|twitter|whatsapp|telegram)(?:\s*[|·•,/]?\s*(?:share|tweet|e-?mail|print|comments?|on|facebook|twitter|x|whatsapp|telegram|reddit|linkedin))*\s*:?$/i, 'it is a row of buttons'],
]; // prettier-ignore

/** Openings that need more: an address and a reader spoken to. */
const possible =
  /^(?:please|contact|follow|subscribe|sign up|donate|share|related|recommended|see|learn|more|tags?|topics|keywords|categories|read|join|support|visit|write|e-?mail|call|to (?:contact|reach|follow|subscribe|donate|sign up|support|comment|read|learn)|for (?:more|further)|if you|this (?:article|story|report|piece)|originally published|first published|the (?:author|writer) can|copyright|republish\w*|reprinted|comments?|send|like|download|\p{Lu}\S+ (?:\S+ ){1,4}(?:is|are) an? (?:\S+ ){0,4}(?:reporter|journalist|writer|editor|correspondent|columnist|contributor))\b/iu;

const address =
  /https?:\/\/|www\.|\S@\S|(?<!\S)@\w|(?:[\p{L}\p{N}-]+\.)+(?:org|com|net|info|co|io|news|uk|eu|de|fr)\b/iu;

const endsWithAddress = new RegExp(`(?:${address.source})\\S*$`, 'iu');

/** What somebody said or wrote, as a report has it: "Support our troops, it read", "... is a mess, said the judge". */
const reported =
  /[,"”’?!]\s+(?:(?:\p{L}+\s+){0,4}(?:said|says|told|wrote|asked|shouted|chanted|replied|recalled|declared)|(?:it|he|she|they|the\s+\p{L}+|one|another)\s+(?:read|reads|ran|went))\b/iu;

/** A call whose last word asks for the address that follows: "To contact the Example Times, visit:". */
const leads =
  /^(?:please|to|for (?:more|further)|contact|follow|subscribe|sign up|donate|join|support|visit|write|e-?mail|call)\b.*\b(?:visit|go to|see|click(?: here)?|follow|write to|e-?mail|call|here)\s*:$/iu;

/** A line of nothing but links: Markdown's or bare, with separators. */
const links =
  /^(?:[\s|·•,–—*-]*(?:!?\[[^\]]*\]\([^)]*\)|<?(?:https?:\/\/|www\.)[^\s>]+>?|[^\s@]+@[^\s@]+\.\w+|(?<!\S)@\w+))+[\s|·•,.]*$/iu;

const isLink = (block: string): boolean => block.length <= 1200 && (isAddress(block) || links.test(block));

/**
 * Why a block is of the publisher's making; `undefined` if it may be the article's.
 * @param aboveLink whether only links follow, which says nothing of a link itself
 */
function reasonFor(block: string, aboveLink = false): string | undefined {
  const words = countWords(block);
  // What a publisher puts under an article is short.
  if (words > 120 || block.length > 1200 || reported.test(block)) return undefined;
  const reason = certain.find(([opening]) => opening.test(block))?.[1];
  if (reason !== undefined) return reason;
  if (aboveLink && leads.test(block) && words <= 30) return 'it tells readers how to reach the publisher';
  const speaks = /\b(?:us|our|you|your|here)\b/i.test(block) || endsWithAddress.test(block);
  return possible.test(block) && words <= 60 && address.test(block) && speaks
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
    // A bare link is the publisher's only below a block that is.
    let above = end;
    while (above > 0 && isLink(blocks[above - 1] ?? '')) above -= 1;
    const reason = above === 0 ? undefined : reasonFor(blocks[above - 1] ?? '', above < end);
    const start = reason === undefined ? findList(blocks, end) : above - 1;
    if (start === undefined) break;
    for (let index = start; index < end; index += 1) {
      const block = blocks[index] ?? '';
      const own = index === start ? (reason ?? reasonFor(block)) : reasonFor(block);
      reasons.set(index, own ?? (isLink(block) ? 'it is a bare link' : 'it is in a list of other articles'));
    }
    end = start;
  }
  const trailer = blocks.slice(end).map((text, index) => ({ text, why: reasons.get(end + index) ?? '' }));
  const last = blocks[end - 1];
  const doubts =
    last !== undefined && end > 1 && (isLink(last) || (possible.test(last) && countWords(last) <= 60))
      ? [`The last paragraph, ${quoteStart(last)}, may be a trailer: kept.`]
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
