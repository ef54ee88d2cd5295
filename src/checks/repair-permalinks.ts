// Brings the ledger up to date: adds new addresses, and where a page has moved without doubt writes the redirect.
import { readLedger, renderLedger, type Permalink } from '../reading/permalinks.ts';
import { publishedPaths } from '../views/published.ts';
import { followAll } from './permalinks.ts';
import type { Damage, Repair } from './repairs.ts';
import { findSuccessor } from './successor.ts';

/** Nothing is done while there are other errors: what is missing because of them has not moved. */
export function repairPermalinks({ archive, findings, root }: Damage): Repair[] {
  if (findings.some(({ severity, check }) => severity === 'error' && check !== 'permalink')) return [];
  const { onDisk, file, text: current, permalinks, findings: unreadable } = readLedger(root);
  if (unreadable.length > 0) return [];
  const published = publishedPaths(archive);
  const mended = new Map<string, Omit<Permalink, 'line'>>();
  const done: string[] = [];
  for (const { path, to, reason } of permalinks.values()) {
    const successor =
      to === undefined && !published.has(path) ? findSuccessor(path, archive, permalinks, published) : to;
    mended.set(path, {
      path,
      ...(successor !== undefined && !published.has(path) && { to: successor }),
      ...(reason !== undefined && !published.has(path) && { reason }),
    });
  }
  const ends = followAll(mended, published);
  for (const permalink of mended.values()) {
    const end = permalink.to && ends.get(permalink.path);
    if (end !== undefined) permalink.to = end;
    const { path, to } = permalink;
    if (to === permalinks.get(path)?.to) continue;
    done.push(to === undefined ? `${path} is published again` : `${path} leads to ${to}`);
  }
  const fresh = [...published].filter((path) => !permalinks.has(path));
  for (const path of fresh) mended.set(path, { path });
  if (fresh.length > 0)
    done.push(`${fresh.length} new ${fresh.length === 1 ? 'address' : 'addresses'} recorded`);
  const text = renderLedger(mended.values());
  if (text === current) return [];
  return [{ path: onDisk, file, text, done: done.length > 0 ? done : ['in order again'] }];
}
