// Takes a corrected text as the copy where a correction explains it; the fixity of the text before goes on record.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, isSeq, parseDocument } from 'yaml';
import { contentPath } from '../disk/folders.ts';
import { bodyFixity } from '../reading/fixity.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import type { Damage, Repair } from './repairs.ts';

/** Nothing is done for a text that changed without a correction of its own. */
export function repairFixity({ findings, root }: Damage): Repair[] {
  const broken = findings.filter(({ check }) => check === 'fixity');
  const folder = contentPath(root);
  return [...new Set(broken.map(({ file }) => file))].flatMap((file): Repair[] => {
    const path = join(root, relative(folder, file));
    const mended = takeText(readFileSync(path, 'utf8'), file);
    return mended === undefined ? [] : [{ path, file, ...mended }];
  });
}

function takeText(source: string, file: string): Pick<Repair, 'text' | 'done'> | undefined {
  const { body } = readFrontMatter(source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'), file);
  const [whole, yaml = ''] = /^---[ \t]*\r?\n([^]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source) ?? [];
  if (whole === undefined || !source.startsWith(whole)) return undefined;
  // Values stay the text that was typed.
  const document = parseDocument(yaml, { schema: 'failsafe' });
  const corrections = document.get('corrections');
  const earlier = document.get('fixity');
  if (!isSeq(corrections) || typeof earlier !== 'string') return undefined;
  const newest = corrections.items.findLast((item) => isMap(item) && !item.has('replaced'));
  if (!isMap(newest)) return undefined;
  newest.set('replaced', earlier);
  document.set('fixity', bodyFixity(body));
  const text = `---\n${document.toString({ lineWidth: 0 })}---\n${source.slice(whole.length)}`;
  return { text, done: [`the corrected text is the copy now: "${String(newest.get('note'))}"`] };
}
