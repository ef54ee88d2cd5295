// Adds the sizes of pictures to a rendered text, so that the words below do not move when a picture loads.
import { join } from 'node:path';
import { applyEdits, readPiece, valueOf, type Edit } from '../markdown/html-tree.ts';
import { imageUrl } from '../urls.ts';
import { contentDir } from '../disk/folders.ts';
import { readPicture } from './picture-file.ts';

/**
 * Puts `width` and `height` in pixels into each picture of an article; a picture of unknown size stays as it is.
 * Sizes are read when the page is made, not kept with the text: a file may be replaced by a larger one.
 * @param html as the pipeline has rendered it
 * @param article its id, and the names of its pictures
 * @param root the content folder
 */
export function addPictureSizes(
  html: string,
  { id, images }: { id: string; images: readonly string[] },
  root = contentDir(),
): string {
  if (images.length === 0) return html;
  const sizes = new Map(
    images.map((name) => [imageUrl(id, name), readPicture(join(root, 'articles', id, name)).pixels]),
  );
  const edits = readPiece(html).flatMap((element): Edit[] => {
    const pixels = element.tagName === 'img' ? sizes.get(valueOf(element, 'src') ?? '') : undefined;
    if (pixels === undefined) return [];
    const at = element.start + '<img'.length;
    return [{ start: at, end: at, text: ` width="${pixels.width}" height="${pixels.height}"` }];
  });
  return applyEdits(html, edits);
}
