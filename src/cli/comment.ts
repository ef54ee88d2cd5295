// `comment FILE`: turns the report of a pull request into the text of its comment; the file may come from anybody.
import { readReportFile } from '../changes/report-file.ts';
import { renderComment } from '../changes/render-comment.ts';

/** Exit code 1 if the file is not a report, 2 if there is none. */
export async function runComment(args: string[]): Promise<number> {
  const [path, ...more] = args;
  if (path === undefined || more.length > 0) {
    console.error(
      'Usage: npm run comment -- FILE, a file that "npm run report -- --json FILE" has written, or the ZIP file of it.',
    );
    return 2;
  }
  try {
    process.stdout.write(renderComment(await readReportFile(path)));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}
