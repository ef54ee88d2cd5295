// Whether text and data may be mined, in the form of TDMRep (W3C Community Group, 2024), from the choice in site.ts.
import { site } from '../../site.ts';
import { absoluteUrl, rightsUrl, sitePath } from '../../urls.ts';
import { meta, type HeadTag } from '../../views/metadata/head-tags.ts';

/** Where the terms are that apply instead; only what is reserved has any. */
const policy = (): string => site.mining.policy ?? absoluteUrl(rightsUrl());

/** For the head of every page. */
export const buildMiningTags = (): HeadTag[] => [
  meta('tdm-reservation', site.mining.reserved ? '1' : '0'),
  ...(site.mining.reserved ? [meta('tdm-policy', policy())] : []),
];

/** For `/.well-known/tdmrep.json`: one rule for all that the archive publishes. */
export function renderMiningRules(): string {
  const rule = {
    location: sitePath(''),
    'tdm-reservation': site.mining.reserved ? 1 : 0,
    ...(site.mining.reserved && { 'tdm-policy': policy() }),
  };
  return `${JSON.stringify([rule], null, 2)}\n`;
}
