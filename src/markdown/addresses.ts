// Lists the addresses outside the archive that a body links to: on paper they stand under the text.
import type { Root } from 'hast';
import { walkElements } from './walk.ts';

/** Every address of a link to another site, in the order of the text, repeated ones too. */
export function listAddresses(tree: Root): string[] {
  const addresses: string[] = [];
  walkElements(tree, ({ tagName, properties: { href } }) => {
    if (tagName === 'a' && typeof href === 'string' && /^https?:/i.test(href)) addresses.push(href);
  });
  return addresses;
}
