// Takes the report out of its ZIP file: this one file, up to a size limit, and nothing else.
import { unzipSync } from 'fflate';

/** The file's name in the archive. */
export const reportName = 'report.json';

/** The artifact of our own workflow holds one. */
const mostEntries = 16;

/** Whether bytes begin as a ZIP file does: with the header of an entry, or with the end of an empty list. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || bytes[2] === 5);

/**
 * Unpacks `report.json`. Never allocates more than `most` bytes, whatever the archive says about itself.
 * @param most bytes that the unpacked report may have
 * @throws Error with a sentence if it is too large, is not there, or the archive is broken
 */
export function unpackReport(archive: Uint8Array, most: number): Uint8Array {
  let entries = 0;
  let reports = 0;
  let tooLarge: number | undefined;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(archive, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > mostEntries) throw new Error(`more than ${mostEntries} files`);
        if (name !== reportName) return false;
        if (++reports > 1) throw new Error('two reports');
        if (size > most || originalSize > most) tooLarge = Math.max(size, originalSize);
        return tooLarge === undefined;
      },
    });
  } catch (error) {
    throw new Error(
      'The report cannot be unpacked: its ZIP file is broken or was not made by our workflow.',
      {
        cause: error,
      },
    );
  }
  if (tooLarge !== undefined)
    throw new Error(`The report has ${tooLarge} bytes when it is unpacked; more than ${most} are not read.`);
  const report = files[reportName];
  if (report === undefined) throw new Error(`The ZIP file has no ${reportName} in it.`);
  return report;
}
