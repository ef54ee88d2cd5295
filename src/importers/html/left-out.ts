// Says block by block what of a page is not its article: navigation, share bars, notices, and where it cannot say what.
import type { Element } from 'hast';
import type { LeftOut } from '../draft.ts';
import type { Run } from './runs.ts';

/** What names of classes and ids give away, the telling first. */
const byName: readonly [RegExp, string][] = [
  [/comment|disqus|respond/, 'it is what readers wrote'],
  [/cookie|consent|gdpr|privacy-(?:notice|banner)/, 'it is a notice about cookies'],
  [/share|sharing|social|follow-us|addthis/, 'it is for sharing the article'],
  [/related|recommend|most-?(?:read|popular|viewed)|popular|trending|more-(?:stories|from|on)|read-(?:more|next)|see-also|outbrain|taboola/, 'it leads to other articles'],
  [/newsletter|subscri|sign-?up|paywall|donat|membership/, 'it calls on readers'],
  [/(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promo\w*|banner)(?:$|[\s_-])/, 'it is an advertisement'],
  [/breadcrumb|navigation|(?:^|[\s_-])(?:nav|menu)(?:$|[\s_-])|pagination|skip-/, 'it is navigation'],
  [/byline|author|dateline|published|timestamp|(?:^|[\s_-])meta(?:$|[\s_-])/, 'it is about the article, not of it'],
  [/caption|credit/, 'it belongs to a picture'],
]; // prettier-ignore

const byElement: Readonly<Record<string, string>> = {
  nav: 'it is navigation',
  navigation: 'it is navigation',
  aside: 'it stands beside the article',
  complementary: 'it stands beside the article',
  footer: 'it is the foot of the page',
  contentinfo: 'it is the foot of the page',
  header: 'it is the head of the page',
  banner: 'it is the head of the page',
  form: 'it is a form',
  button: 'it is a button',
  figcaption: 'it belongs to a picture',
};

/** Why a text that says nothing of itself is left out. */
export const unexplained = 'the extractor does not take it for part of the article';

/** Reasons that do not outweigh the extractor's word: articles have pictures, bylines, asides and heads of their own. */
const weak = new Set([
  unexplained,
  'it is about the article, not of it',
  'it belongs to a picture',
  'it stands beside the article',
  'it is the head of the page',
  'it is the foot of the page',
]);

/** Why the elements around a text say that it is not the article's. */
export function findReason(path: readonly Element[]): string {
  const inward = [...path].reverse();
  const names = inward
    .filter(({ tagName }) => !['body', 'html', 'main'].includes(tagName))
    .map(({ properties }) =>
      `${String(properties['id'] ?? '')} ${[properties['className']].flat().join(' ')}`.toLowerCase(),
    );
  const named = byName.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1];
  if (named !== undefined) return named;
  for (const { tagName, properties } of inward) {
    const reason = byElement[String(properties['role'] ?? '')] ?? byElement[tagName];
    if (reason !== undefined) return reason;
  }
  return unexplained;
}

/** Why an element says by itself that what it holds is not the article's, however that reads; most say nothing. */
export function findForeignReason(element: Element): string | undefined {
  const reason = findReason([element]);
  return weak.has(reason) ? undefined : reason;
}

/** One entry for all that stands together and is left out for one reason. */
export function groupLeftOut(runs: readonly { run: Run; why: string | undefined }[]): LeftOut[] {
  const groups: LeftOut[] = [];
  let open: (LeftOut & { words: number }) | undefined;
  for (const { run, why } of runs) {
    if (why === undefined) {
      open = undefined;
    } else if (open !== undefined && open.why === why) {
      open.text += ` | ${run.text}`;
      open.words += run.words;
    } else {
      open = { text: run.text, why, words: run.words };
      groups.push(open);
    }
  }
  return groups;
}
