// The worker thread: reads one article after another, validates, renders, and keeps the result under the hash of its sources.
import { createHash } from 'node:crypto';
import { workerData } from 'node:worker_threads';
import type { Block } from '../markdown/article-file.ts';
import { foldName } from '../names/normalize.ts';
import { openNameTrie } from '../names/recognition/trie.ts';
import { articleSchema, type ArticleFields } from '../schema/article.ts';
import type { Finding } from '../schema/finding.ts';
import { readFrontMatter, type Position } from '../schema/front-matter.ts';
import { readFields } from '../schema/sentence.ts';
import { answerJobs } from './answer-jobs.ts';
import type { Evidence, Rendered } from './entry.ts';
import { bodyFixity } from './fixity.ts';
import type { ContentFile } from './list.ts';
import { renderCached } from './render-cached.ts';
import { buildSketch } from './sketch.ts';
import { decodeSource, describeUnread, readBytes, type Source } from './source.ts';

/** What a worker is given at its start. */
export interface WorkerSetup {
  cacheDir: string;
  /** The version of everything that renders: a change of it makes every cached body stale. */
  pipeline: string;
  /** The names of all records, as `renderNameTrie` writes them. */
  trie: string;
}

/** What a worker answers for one article. */
export interface ArticleReading {
  /** SHA-256 of the file as it was read; missing if it could not be. */
  source?: string;
  findings: Finding[];
  /** Why the text could not be read as Markdown at all, in words that follow "the text". */
  failure?: string;
  /** The front matter as text, and what the reader made of it; missing if it could not be read. */
  article?: { raw: unknown; fields: ArticleFields; rendered: Rendered; evidence: Evidence };
}

const { cacheDir, pipeline, trie } = workerData as WorkerSetup;
const names = openNameTrie(trie);

answerJobs(readArticle);

function readArticle(job: ContentFile): ArticleReading {
  const bytes = readBytes(job.path);
  if ('message' in bytes) return { findings: [describeUnread(job.file, bytes)] };
  const source = createHash('sha256').update(bytes).digest('hex');
  const reading = readText(job, decodeSource(bytes, job.file));
  return { source, ...reading, findings: limitFindings(reading.findings) };
}

function readText(job: ContentFile, { source, findings, warnings }: Source): ArticleReading {
  if (findings.length > 0) return { findings };
  findings.push(...warnings);
  const matter = readFrontMatter(source, job.file);
  const { fields, findings: problems } = readFields(articleSchema, matter, job.file);
  findings.push(...problems);
  const at = (path: string[], check: string, message: string, fix: string): void => {
    findings.push({ check, severity: 'error', file: job.file, ...matter.locate(path), message, fix });
  };
  if (fields !== undefined) {
    const day = job.id.slice(0, 10).replaceAll('/', '-');
    if (fields.published !== day) {
      at(
        ['published'],
        'path',
        `published is ${fields.published}, but the file lies under ${day}`,
        'Change the date, or move the file',
      );
    }
    const fixity = bodyFixity(matter.body);
    if (fields.fixity !== undefined && fields.fixity !== fixity) {
      const isExplained = fields.corrections.some(({ replaced }) => replaced === undefined);
      const fix = isExplained
        ? `If the newest correction explains the change, "npm run check -- --fix" takes the new text, or write "fixity: ${fixity}", and "replaced: ${fields.fixity}" under the correction; else restore the old one`
        : 'Restore the text; or, if the copy was wrong, add an entry with "date:" and "note:" under "corrections:", and run "npm run check -- --fix"';
      at(['fixity'], 'fixity', 'the body is no longer the copy that was taken', fix);
    }
    if (matter.body.replace(/^(?:#{1,6}\s.*|[-*_ ]{3,})$/gm, '').trim() === '') {
      at(['copy'], 'empty', 'the article has no text', 'Add the text below the closing ---');
    }
  }
  // The body is read even where the front matter is wrong, so that all problems are reported at once.
  const body = '\n'.repeat(matter.bodyLine - 1) + matter.body;
  const rendering = renderCached(job, body, fields, { cacheDir, pipeline, names });
  findings.push(...rendering.findings);
  for (const image of job.images) {
    if (!matter.body.includes(image)) {
      const fix = 'Show it in the text, or remove the file';
      at([], 'picture', `the article does not show its picture "${image}"`, fix);
    }
  }
  if (rendering.failure !== undefined) return { findings, failure: rendering.failure };
  if (fields === undefined || rendering.digest === undefined) return { findings };
  const { digest, blocks, mentions, links, unplaced } = rendering;
  const words = blocks.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const rendered = { digest, words, mentions, ...(unplaced && { unplaced }), images: [...job.images].sort() };
  findings.push(...reportUnusedHelp(job.file, fields, blocks, (path) => matter.locate(path, 'key')));
  const evidence = {
    links,
    anchors: blocks.map(({ anchor }) => anchor),
    sketch: buildSketch(blocks.map(({ text }) => text).join('\n')),
  };
  return { findings, article: { raw: matter.data, fields, rendered, evidence } };
}

/** Help for a name that the article does not have is a spelling mistake, or left from another text. */
function reportUnusedHelp(
  file: string,
  { title, mentions }: ArticleFields,
  blocks: readonly Block[],
  locate: (path: string[]) => Position,
): Finding[] {
  const spellings = Object.keys(mentions);
  if (spellings.length === 0) return [];
  const text = ` ${[title, ...blocks.map((block) => block.text)].map(foldName).join(' | ')} `;
  return spellings
    .filter((spelling) => !text.includes(` ${foldName(spelling)} `))
    .map((spelling) => ({
      check: 'unused-help',
      severity: 'warning',
      file,
      ...locate(['mentions', spelling]),
      message: `the article does not say "${spelling}"`,
      fix: 'Write it as the article does, or remove the line',
    }));
}

/** More findings of one check would say nothing new, and a web page saved as an article has thousands. */
const enough = 30;

function limitFindings(findings: readonly Finding[]): Finding[] {
  const byKind = Map.groupBy(findings, ({ severity, check }) => `${severity} ${check}`);
  return [...byKind.values()].flatMap((kind) => {
    const more = kind.length - enough - 1;
    return kind
      .slice(0, enough + 1)
      .map((finding, at) =>
        at === enough && more > 0
          ? { ...finding, message: `${finding.message} (and ${more} more of its kind)` }
          : finding,
      );
  });
}
