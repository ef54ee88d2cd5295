// Keeps what was read from each article between two runs, so that one which has not changed is not read again.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleReading } from './article-worker.ts';
import { renderCacheDir } from '../disk/folders.ts';
import { keep, readKept } from '../disk/kept-file.ts';
import type { ContentFile } from './list.ts';
import { readBytes } from './source.ts';

export interface KeptReadings {
  /** What was read from a file, if neither it nor anything else that counts has changed since. */
  find(file: ContentFile): ArticleReading | undefined;
  keep(file: ContentFile, reading: ArticleReading): void;
  /** Writes down what was found or kept; the rest is forgotten. */
  save(): void;
}

interface Kept {
  source: string;
  images: string[];
  reading: ArticleReading;
}

/**
 * Opens the readings of the articles below `root`, one file for each year.
 * @param version names all else that a reading depends on: the code, the names of all records, the path in findings
 */
export function openKeptReadings(root: string, version: string): KeptReadings {
  const folder = renderCacheDir();
  const prefix = `${hashBytes(root).slice(0, 16)}-`;
  const years = new Map<string, Record<string, Kept>>();
  for (const name of listNames(folder)) {
    if (name.startsWith(prefix) && name.endsWith(suffix))
      years.set(name.slice(prefix.length, -suffix.length), readYear(join(folder, name), version));
  }
  const used = new Map<string, Record<string, Kept>>();
  const changed = new Set<string>();
  const use = (id: string, kept: Kept): void => {
    const year = yearOf(id);
    const articles = used.get(year) ?? {};
    articles[id] = kept;
    used.set(year, articles);
  };
  return {
    find(file) {
      const kept = years.get(yearOf(file.id))?.[file.id];
      if (kept === undefined || kept.images.join('/') !== file.images.join('/')) return undefined;
      const bytes = readBytes(file.path);
      if ('message' in bytes || hashBytes(bytes) !== kept.source) return undefined;
      if (!hasBody(folder, kept.reading)) return undefined;
      use(file.id, kept);
      return kept.reading;
    },
    keep(file, reading) {
      // What failed may only have been slow, or short of memory.
      if (reading.source === undefined || reading.failure !== undefined) return;
      const { source } = reading;
      use(file.id, { source, images: file.images, reading });
      changed.add(yearOf(file.id));
    },
    save() {
      for (const [year, articles] of used) {
        const before = Object.keys(years.get(year) ?? {}).length;
        if (!changed.has(year) && before === Object.keys(articles).length) continue;
        writeYear(join(folder, `${prefix}${year}${suffix}`), version, articles);
      }
    },
  };
}

const suffix = '.readings.json';

const yearOf = (id: string): string => id.slice(0, 4);

const hashBytes = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** Whether the rendered body, which has a file of its own, is there and intact. */
const hasBody = (folder: string, { article }: ArticleReading): boolean =>
  article === undefined || readKept(join(folder, `${article.rendered.digest}.json`)) !== undefined;

function listNames(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A first line with the version; a file of another version is ignored. */
function readYear(path: string, version: string): Record<string, Kept> {
  const text = readKept(path)?.toString() ?? '';
  const end = text.indexOf('\n');
  return text.slice(0, end) === version ? (JSON.parse(text.slice(end + 1)) as Record<string, Kept>) : {};
}

const writeYear = (path: string, version: string, articles: Record<string, Kept>): void =>
  void keep(path, `${version}\n${JSON.stringify(articles)}`);
