// What goes into an import and what it is going to do: the maintainer's options, and the plan made of them.
import type { Mention, PageLink, UnplacedNames } from '../markdown/article-file.ts';
import type { KnownArchive } from './known.ts';
import type { PlannedFile } from './save.ts';

/** What the maintainer said on the command line. */
export interface ImportOptions {
  title?: string | undefined;
  authors: string[];
  published?: string | undefined;
  publication?: string | undefined;
  publicationName?: string | undefined;
  slug?: string | undefined;
  url?: string | undefined;
  retrieved?: string | undefined;
  rightsNote?: string | undefined;
  /** What readers are told of a full copy whose text changes. */
  correction?: string | undefined;
  replace: boolean;
  /** `YYYY-MM-DD`, UTC. */
  today: string;
}

export interface ImportPlan {
  outcome: 'new' | 'in place of the summary' | 'in place of the copy' | 'unchanged';
  /** `2020/01/03/slug`. */
  id: string;
  /** The article's file as the maintainer knows it. */
  file: string;
  title: string;
  published: string;
  publication: string;
  /** Names of the authors and the ids of their records. */
  authors: { name: string; id: string }[];
  /** Records first, the article last; empty if unchanged. */
  files: PlannedFile[];
  /** Sentences to look at, beside the draft's doubts. */
  notes: string[];
  mentions: Mention[];
  /** Capitalized names that no record has. */
  unplaced: UnplacedNames['names'];
  /** The places in this archive that the text links to. */
  links: PageLink[];
  /** What shows whether two texts are the same; see reading/sketch.ts. */
  sketch: string;
  /** The archive as it is once the files are written. */
  archive: KnownArchive;
}
