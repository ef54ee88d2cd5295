// The worker thread: reads one article after another, validates, renders, and keeps the result under the hash of its sources.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import type { Block, Mention, PageLink, UnplacedNames } from '../markdown/article-file.ts';
import { readBlockNames, reportOpenNames } from '../markdown/block-names.ts';
import { renderBody, type RenderedBody } from '../markdown/pipeline.ts';
import type { NameReading } from '../names/decide.ts';
import { buildOverrides } from '../names/overrides.ts';
import { openNameTrie } from '../names/trie.ts';
import { articleSchema, type ArticleFields } from '../schema/article.ts';
import type { Finding } from '../schema/finding.ts';
import { readFrontMatter } from '../schema/front-matter.ts';
import { readFields } from '../schema/sentence.ts';
import type { Evidence, Rendered } from './entry.ts';
import { bodyFixity } from './fixity.ts';
import type { ContentFile } from './list.ts';
import { workerReady } from './pool.ts';
import { buildSketch } from './sketch.ts';
import { decodeSource, readBytes, readSource, type Source } from './source.ts';

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
  /** Why the text could not be read as Markdown at all. */
  failure?: string;
  /** The front matter as text, and what the reader made of it; missing if it could not be read. */
  article?: { raw: unknown; fields: ArticleFields; rendered: Rendered; evidence: Evidence };
}

const { cacheDir, pipeline, trie } = workerData as WorkerSetup;
const names = openNameTrie(trie);
mkdirSync(cacheDir, { recursive: true });

parentPort?.postMessage(workerReady);
parentPort?.on('message', (job: ContentFile) => {
  parentPort?.postMessage(readArticle(job));
});

function readArticle(job: ContentFile): ArticleReading {
  const bytes = readBytes(job.path);
  if ('message' in bytes) return { findings: readSource(job.path, job.file).findings };
  const source = createHash('sha256').update(bytes).digest('hex');
  const reading = readText(job, decodeSource(bytes, job.file));
  return { source, ...reading, findings: limitFindings(reading.findings) };
}

function readText(job: ContentFile, { source, findings }: Source): ArticleReading {
  if (findings.length > 0) return { findings };
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
      const fix =
        fields.corrections.length === 0
          ? `Restore the text; or, if the copy was wrong, add an entry under "corrections:" and set fixity to ${fixity}`
          : `If the newest correction explains the change, set fixity to ${fixity}; else restore the text`;
      at(['fixity'], 'fixity', 'the body is no longer the copy that was taken', fix);
    }
    if (matter.body.trim() === '') {
      at(['copy'], 'empty', 'the article has no text', 'Add the text below the closing ---');
    }
  }
  // The body is read even where the front matter is wrong, so that all problems are reported at once.
  const body = '\n'.repeat(matter.bodyLine - 1) + matter.body;
  const rendering = renderCached(job, body, fields);
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
  const evidence = {
    links,
    anchors: blocks.map(({ anchor }) => anchor),
    sketch: buildSketch(blocks.map(({ text }) => text).join('\n')),
  };
  return { findings, article: { raw: matter.data, fields, rendered, evidence } };
}

/** So many findings of one check say it all: a web page saved as an article has thousands. */
const enough = 30;

function limitFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Map<string, number>();
  return findings.flatMap((finding): Finding[] => {
    const key = `${finding.severity} ${finding.check}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count > enough + 1) return [];
    return [count <= enough ? finding : { ...finding, message: `${finding.message} (and more of its kind)` }];
  });
}

interface Rendering {
  /** Names the cached body; missing if the text has errors. */
  digest?: string;
  blocks: Block[];
  mentions: Mention[];
  links: PageLink[];
  unplaced?: UnplacedNames | undefined;
  findings: Finding[];
  /** What the parser threw on hopeless text; the thread itself is sound. */
  failure?: string;
}

/**
 * Two steps on disk: the blocks of a body depend on its text and the pipeline alone; its HTML also on the records it
 * names. So a new record re-renders only the articles in which its name is found.
 */
function renderCached(job: ContentFile, body: string, fields: ArticleFields | undefined): Rendering {
  const { title = '', mentions: help = {} } = fields ?? {};
  const key = hash(pipeline, job.id, body, JSON.stringify(help), job.images.join('/'));
  const article = {
    id: job.id,
    file: job.file,
    title,
    images: new Set(job.images),
    names,
    overrides: buildOverrides(help, names),
    findings: new Array<Finding>(),
  };
  // Names that are not linked for want of a decision change nothing on the page, but what is known of the others.
  const nameResult = (reading: NameReading): string => hash(key, JSON.stringify(reading));
  const known = readJson<KnownText>(`${key}.blocks.json`);
  if (known !== undefined) {
    const { blocks, links, warnings } = known;
    const reading = readBlockNames(article, blocks);
    const digest = nameResult(reading);
    const cached = readJson<RenderedBody>(`${digest}.json`);
    if (cached !== undefined) {
      const open = reportOpenNames(job.file, body, blocks, reading);
      const findings = [...warnings.map((warning) => ({ ...warning, file: job.file })), ...open];
      return { ...cached, links, digest, findings };
    }
  }
  let rendered: RenderedBody;
  let reading: NameReading;
  let links: PageLink[];
  try {
    ({ reading, links, ...rendered } = renderBody(body, article));
  } catch (error) {
    const findings = article.findings;
    return { blocks: [], mentions: [], links: [], findings, failure: describeError(error) };
  }
  const { findings } = article;
  const { blocks, mentions } = rendered;
  if (findings.some(({ severity }) => severity === 'error')) return { blocks, mentions, links, findings };
  const digest = nameResult(reading);
  const warnings = findings.filter(({ check }) => check !== 'ambiguous-name');
  writeJson(`${key}.blocks.json`, { blocks, links, warnings });
  writeJson(`${digest}.json`, rendered);
  return { ...rendered, links, digest, findings };
}

/** What is known of a text without the records: its blocks, its links, and what is odd in it. */
interface KnownText {
  blocks: Block[];
  links: PageLink[];
  warnings: Finding[];
}

const describeError = (error: unknown): string =>
  error instanceof RangeError
    ? 'it is nested too deeply'
    : error instanceof Error
      ? error.message
      : String(error);

const hash = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 40);

function readJson<T>(name: string): T | undefined {
  try {
    return JSON.parse(readFileSync(join(cacheDir, name), 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** Written beside and moved into place, so that another build never reads half a file. */
function writeJson(name: string, value: unknown): void {
  const draft = join(cacheDir, `${name}.${process.pid}-${threadId}`);
  writeFileSync(draft, JSON.stringify(value));
  renameSync(draft, join(cacheDir, name));
}
