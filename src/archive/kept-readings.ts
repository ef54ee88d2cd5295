// Keeps what was read from each article between two runs, so that one which has not changed is not read again.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleReading } from './article-worker.ts';
import { renderCacheDir } from './folders.ts';
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
  /** Bytes of the rendered body, which lies in a file of its own. */
  bodySize: number;
  reading: ArticleReading;
}

/**
 * Opens the readings of the articles below `root`, one file for each year.
 * @param version names all else that a reading depends on: the code, the names of all records, the path in findings
 */
export function openKeptReadings(root: string, version: string): KeptReadings {
  const folder = renderCacheDir();
  mkdirSync(folder, { recursive: true });
  const prefix = `${hashBytes(root).slice(0, 16)}-`;
  const years = new Map<string, Record<string, Kept>>();
  for (const name of readdirSync(folder)) {
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
      if (bodySize(folder, kept.reading) !== kept.bodySize) return undefined;
      use(file.id, kept);
      return kept.reading;
    },
    keep(file, reading) {
      // What failed may only have been slow, or short of memory.
      if (reading.source === undefined || reading.failure !== undefined) return;
      const { source } = reading;
      use(file.id, { source, images: file.images, bodySize: bodySize(folder, reading), reading });
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

/** 0 for a reading without a body; -1 if it is gone. */
function bodySize(folder: string, { article }: ArticleReading): number {
  if (article === undefined) return 0;
  return statSync(join(folder, `${article.rendered.digest}.json`), { throwIfNoEntry: false })?.size ?? -1;
}

/** A first line with the version and the checksum of the rest; whatever does not agree with them counts for nothing. */
function readYear(path: string, version: string): Record<string, Kept> {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const rest = text.slice(end + 1);
    if (text.slice(0, end) !== `${version} ${hashBytes(rest)}`) return {};
    return JSON.parse(rest) as Record<string, Kept>;
  } catch {
    return {};
  }
}

/** Written beside and moved into place, so that nobody reads half of it; a full disk costs time only. */
function writeYear(path: string, version: string, articles: Record<string, Kept>): void {
  const text = JSON.stringify(articles);
  try {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, `${version} ${hashBytes(text)}\n${text}`);
    renameSync(draft, path);
  } catch {
    // Nothing is lost: it is read again.
  }
}
