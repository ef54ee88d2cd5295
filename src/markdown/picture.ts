// Looks at a picture: it lies in the article's own folder, is of a kind the archive publishes, and has words.
import type { Definition, Image, ImageReference } from 'mdast';
import { pictureName } from '../schema/picture.ts';
import { didYouMean } from '../schema/sentence.ts';
import { imageUrl } from '../urls.ts';
import type { ArticleFile } from './article-file.ts';
import { report, shorten } from './report.ts';

/** Those who cannot see a picture are told what it shows. */
export function checkWords(article: ArticleFile, node: Image | ImageReference): void {
  const words = (node.alt ?? '').trim();
  if (words !== '' && !pictureName.test(words)) return;
  report(
    article,
    node,
    words === ''
      ? 'this picture has no words for those who cannot see it'
      : `the name of a file, "${shorten(words)}", tells nobody what the picture shows`,
    'Say what it shows between "![" and "]"',
  );
}

/** A picture lies beside the article, in the folder that has its name: `![...](slug/photo.jpg)`. */
export function checkPicture(article: ArticleFile, node: Image | Definition): void {
  const slug = article.id.split('/').at(-1) ?? '';
  const fix = `Put the file into the folder "${slug}" beside the article and write ![what it shows](${slug}/name.jpg)`;
  const { url } = node;
  // A refused picture is not loaded at all.
  node.url = '';
  let path: string;
  try {
    path = decodeURIComponent(url);
  } catch {
    report(article, node, `the picture's address is not readable: "${shorten(url)}"`, fix);
    return;
  }
  const name = path.replace(/^\.\//, '').slice(slug.length + 1);
  if (!path.replace(/^\.\//, '').startsWith(`${slug}/`) || /[/\\]|^\./.test(name)) {
    report(article, node, `a picture must lie in the article's own folder, not at "${shorten(url)}"`, fix);
  } else if (!pictureName.test(name)) {
    report(
      article,
      node,
      `"${name}" is not a picture the archive publishes`,
      'Use AVIF, GIF, JPEG, PNG or WebP, and letters a-z, digits, dots and hyphens in its name',
    );
  } else if (!article.images.has(name)) {
    report(article, node, `the picture "${name}" is missing`, fix + didYouMean(name, article.images));
  } else {
    node.url = imageUrl(article.id, name);
  }
}
