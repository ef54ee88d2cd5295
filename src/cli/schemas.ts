// `npm run schemas`: tells the editor which fields a file may have and which ids there are.
import { relative } from 'node:path';
import { contentDir } from '../disk/folders.ts';
import { editorFolder, writeEditorFiles } from '../exports/editors/write-editor-files.ts';

/** Exit code 2 for arguments, which it has none of. */
export async function runSchemas(args: string[]): Promise<number> {
  if (args.length > 0) {
    console.error(`schemas takes no arguments, and was given "${args.join(' ')}".`);
    return 2;
  }
  await writeEditorFiles(contentDir());
  console.log(`Wrote the schemas into ${relative(process.cwd(), editorFolder())}.`);
  return 0;
}
