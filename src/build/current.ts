// The archive for what development serves beside Astro's pages: read from disk, without Astro's store.
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
