// The archive for what is written beside Astro's pages: read from disk, without Astro's store.
import { ContentError } from '../schema/finding.ts';
import { buildArchive, type Archive } from '../archive/build.ts';
import { contentDir } from '../disk/folders.ts';
import { readArchive } from '../reading/read.ts';

/**
 * Reads the content as it is now; costs little, for rendered bodies are kept.
 * @throws ContentError if it has errors
 */
export async function readCurrentArchive(): Promise<Archive> {
  const { entries, findings } = await readArchive(contentDir());
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new ContentError(errors);
  return buildArchive(entries);
}

let built: Promise<Archive> | undefined;

/** The archive that is being built; read once, since no content changes during a build. */
export const openBuiltArchive = (): Promise<Archive> => (built ??= readCurrentArchive());
