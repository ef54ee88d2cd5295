// Pictures in a rendered text say how large they are, and nothing else of the text changes.
import assert from 'node:assert/strict';
import { cp, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { addPictureSizes } from '../../src/reading/picture-sizes.ts';
import { buildTemporaryArchive } from '../temporary-archive.ts';

const picture = 'tests/exports/fixtures/scholars/articles/2023/09/30/an-unusual-headline/quay.png';

test('a picture of the article gets the pixels of its file; words that look like one, and other pictures, stay', async (context) => {
  const content = await buildTemporaryArchive(context);
  const folder = join(content, 'articles/2023/09/30/quay');
  await mkdir(folder, { recursive: true });
  await cp(picture, join(folder, 'quay.png'));
  const [own, other] = ['/2023/09/30/quay/quay.png', '/2023/09/30/quay/gone.png'];
  const html = (size: string): string =>
    `<p>&#x3C;img src="${own}"> 1 &#x3C; 2<img${size} src="${own}" alt="&#x3C;img>"><img src="${other}" alt="x"></p>`;
  const article = { id: '2023/09/30/quay', images: ['quay.png'] };
  assert.equal(addPictureSizes(html(''), article, content), html(' width="1" height="1"'));
  assert.equal(addPictureSizes(html(''), { ...article, images: [] }, content), html(''));
});
