// What travels with one article through the pipeline: what the plugins need to know, and what they have found.
import type { VFile } from 'vfile';
import type { NameTrie, NameTarget } from '../names/recognition/recognize.ts';
import type { NameReading } from '../names/recognition/decide.ts';
import type { NameKind } from '../names/recognition/guess-kind.ts';
import type { UnplacedName } from '../names/recognition/unplaced.ts';
import type { Finding } from '../schema/finding.ts';

/** A piece of the copy that has an anchor: a paragraph, heading, list item, table row or preformatted text. */
export interface Block {
  /** `p1`, `p2`, ... in reading order. */
  anchor: string;
  /** Its text as the reader sees it, without footnote marks. */
  text: string;
  /** The line of the file on which it starts, 1-based. */
  line: number;
  /** Where it is code, as offsets in `text`; names are not looked for there. */
  code?: [start: number, end: number][];
}

/** One occurrence of a name in the text. */
export interface Mention extends NameTarget {
  /** The anchor of the block it stands in. */
  anchor: string;
  /** Offsets in the block's text, in UTF-16 code units. */
  start: number;
  end: number;
  /** As printed. */
  spelling: string;
}

/** What an article names with a capital and no record has. */
export interface UnplacedNames {
  /** The most frequent first. */
  names: Pick<UnplacedName, 'name' | 'count'>[];
  /** A guess at what the first of them is. */
  kind?: NameKind;
  /** Where it stands in the file, 1-based. */
  line: number;
  column: number;
}

/** A link to another page of the archive, or to a place on the same page. */
export interface PageLink {
  /** As typed: `/people/x/`, `../slug/`, `#p3`. */
  url: string;
  /** Where it stands in the file, 1-based. */
  line: number;
  column: number;
}

export interface ArticleFile {
  /** `2020/01/03/slug`. */
  id: string;
  /** The path to name in findings. */
  file: string;
  /** Who is named in full in the headline is known in the text. */
  title?: string;
  /** Names of the files in the article's own folder. */
  images: ReadonlySet<string>;
  names: NameTrie;
  /** Names this article reads in its own way. */
  overrides: NameTrie | undefined;
  /** Filled by the plugins. */
  blocks: Block[];
  mentions: Mention[];
  links: PageLink[];
  unplaced: UnplacedNames | undefined;
  reading: NameReading;
  findings: Finding[];
}

declare module 'vfile' {
  interface DataMap {
    article: ArticleFile;
  }
}

/** The article a plugin works on; every file that enters the pipeline carries one. */
export function articleOf(file: VFile): ArticleFile {
  const { article } = file.data;
  if (article === undefined) throw new TypeError('the Markdown pipeline was run without its article');
  return article;
}
