// From articles to the full-text index: Pagefind is given each in a fixed order and hands back its files.
import * as pagefind from 'pagefind';
import { readBody } from '../reading/body.ts';
import type { Block } from '../markdown/article-file.ts';
import { compareText } from '../schema/finding.ts';
import { site } from '../site.ts';
import { yielder } from '../text/yielder.ts';
import { sortIndex } from './canonical.ts';
import { buildWordCounter } from './word-lists.ts';
import { renderSearchDocument, type IndexedArticle } from './document.ts';
import type { SearchFiles } from './files.ts';

/** Articles that Pagefind is given before it has answered. */
const mostWaiting = 32;

/** The build before: they wait for each other, for all share Pagefind's one backend and closing it ends them all. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Builds one index of articles, whatever their language. The same articles give the same bytes.
 * @param readBlocks where an article's blocks come from; by default its rendered body on disk
 * @throws Error with a sentence if Pagefind cannot be run or refuses an article
 */
export function buildSearchIndex(
  articles: readonly IndexedArticle[],
  readBlocks = ({ digest }: IndexedArticle): readonly Block[] => readBody(digest).blocks,
): Promise<SearchFiles> {
  const built = last.then(() => runPagefind(articles, readBlocks));
  last = built.catch(() => undefined);
  return built;
}

async function runPagefind(
  articles: readonly IndexedArticle[],
  readBlocks: (article: IndexedArticle) => readonly Block[],
): Promise<SearchFiles> {
  try {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: site.language });
    if (index === undefined) throw new Error(explain('The search index could not be begun', errors));
    // Several are on their way, so that Pagefind need not wait for the next; it takes them in this order.
    const waiting: Promise<void>[] = [];
    const pause = yielder();
    const words = buildWordCounter();
    for (const article of articles) {
      const blocks = readBlocks(article);
      words.add([article.title, article.description, ...blocks.map(({ text }) => text)]);
      const document = renderSearchDocument(article, blocks);
      const added = index.addHTMLFile(document).then(({ errors: problems }) => {
        if (problems.length === 0) return;
        const what = `The article ${article.id} could not be added to the search index`;
        throw new Error(explain(what, problems));
      });
      added.catch(() => undefined);
      waiting.push(added);
      if (waiting.length > mostWaiting) await waiting.shift();
      await pause();
    }
    await Promise.all(waiting);
    const built = await index.getFiles();
    if (built.errors.length > 0)
      throw new Error(explain('The search index could not be finished', built.errors));
    const files = new Map(built.files.map(({ path, content }): [string, Uint8Array] => [path, content]));
    dropUnused(files);
    sortIndex(files);
    for (const [path, content] of words.render()) files.set(path, content);
    return new Map([...files].sort(([a], [b]) => compareText(a, b)));
  } finally {
    await pagefind.close();
  }
}

/** Pagefind's own search boxes, and engines for languages the index is not in: this site loads none of them. */
function dropUnused(files: SearchFiles): void {
  const entry = new TextDecoder().decode(files.get('pagefind-entry.json'));
  const { languages } = JSON.parse(entry) as { languages: Record<string, { wasm: string | null }> };
  const engines = new Set(Object.values(languages).map(({ wasm }) => `wasm.${wasm ?? 'unknown'}.pagefind`));
  for (const path of files.keys()) {
    if (/^pagefind-(?:ui|modular-ui|component-ui|highlight|playground)\b/.test(path)) files.delete(path);
    if (path.startsWith('wasm.') && !engines.has(path)) files.delete(path);
  }
}

function explain(sentence: string, errors: readonly string[]): string {
  return `${sentence}: ${errors.length > 0 ? errors.join('; ') : 'Pagefind gave no reason'}.`;
}
