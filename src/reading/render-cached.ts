// Renders a body, or finds what was rendered from the same text and the same names before.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Block, Mention, PageLink, UnplacedNames } from '../markdown/article-file.ts';
import { readBlockNames, reportOpenNames } from '../markdown/block-names.ts';
import { findExcess } from '../markdown/find-excess.ts';
import { renderBody, type RenderedBody } from '../markdown/pipeline.ts';
import type { NameReading } from '../names/recognition/decide.ts';
import { buildOverrides } from '../names/recognition/overrides.ts';
import type { NameTrie } from '../names/recognition/trie.ts';
import type { ArticleFields } from '../schema/article.ts';
import type { Finding } from '../schema/finding.ts';
import { keep, readKept } from '../disk/kept-file.ts';
import type { ContentFile } from './list.ts';

export interface RenderSetup {
  cacheDir: string;
  /** The version of everything that renders: a change of it makes every cached body stale. */
  pipeline: string;
  names: NameTrie;
}

export interface Rendering {
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
export function renderCached(
  job: ContentFile,
  body: string,
  fields: ArticleFields | undefined,
  { cacheDir, pipeline, names }: RenderSetup,
): Rendering {
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
  const known = readJson<KnownText>(cacheDir, `${key}.blocks.json`);
  if (known !== undefined) {
    const { blocks, links, warnings } = known;
    const reading = readBlockNames(article, blocks);
    const digest = nameResult(reading);
    const cached = readJson<RenderedBody>(cacheDir, `${digest}.json`);
    if (cached !== undefined) {
      const open = reportOpenNames(job.file, body, blocks, reading);
      const findings = [...warnings.map((warning) => ({ ...warning, file: job.file })), ...open];
      return { ...cached, links, digest, findings };
    }
  }
  const excess = findExcess(body);
  if (excess !== undefined) {
    const findings: Finding[] = [{ check: 'markdown', severity: 'error', file: job.file, ...excess }];
    return { blocks: [], mentions: [], links: [], findings };
  }
  let rendered: RenderedBody;
  let reading: NameReading;
  let links: PageLink[];
  try {
    ({ reading, links, ...rendered } = renderBody(body, article));
  } catch (error) {
    const findings = article.findings;
    const failure = `cannot be read as Markdown: ${describeError(error)}`;
    return { blocks: [], mentions: [], links: [], findings, failure };
  }
  const { findings } = article;
  const { blocks, mentions } = rendered;
  if (findings.some(({ severity }) => severity === 'error')) return { blocks, mentions, links, findings };
  const digest = nameResult(reading);
  const warnings = findings.filter(({ check }) => check !== 'ambiguous-name');
  writeJson(cacheDir, `${key}.blocks.json`, { blocks, links, warnings });
  writeJson(cacheDir, `${digest}.json`, rendered);
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

function readJson<T>(cacheDir: string, name: string): T | undefined {
  const bytes = readKept(join(cacheDir, name));
  return bytes && (JSON.parse(bytes.toString()) as T);
}

const writeJson = (cacheDir: string, name: string, value: unknown): void =>
  void keep(join(cacheDir, name), JSON.stringify(value));
