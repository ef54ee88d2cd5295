// The files of a site besides its pages: nothing else may be published at their addresses or below them.

/** Folders that the program fills; the pages in them are its own too. */
const folders = ['_astro', 'cards', 'dataset', 'pagefind', 'search', 'sitemaps'] as const;

/** Paths from the top of the site, in lower case, because some systems and hosts ignore case. */
const files: readonly RegExp[] = [
  /^(?:404|500)(?:\.html)?$/,
  /^feed\.(?:xml|json)$/,
  /^(?:robots\.txt|sitemap\.xml|opensearch\.xml|manifest\.webmanifest|favicon\.ico|icon-\d+\.png|licences\.txt|moved\.json)$/,
  /^\.well-known\/(?:security\.txt|tdmrep\.json)$/,
  /^(?:people|places|organizations|topics|publications)\/[^/]+\/feed\.(?:xml|json)$/,
  /^\d{4}\/\d\d\/\d\d\/[^/]+\/citation\.(?:ris|bib|json)$/,
];

/**
 * The program's own file or folder that blocks a path, as `feed.xml` blocks `feed.xml/x/index.html`.
 * @param path from the top of the site, without a slash at either end
 */
export function findOwnFile(path: string): string | undefined {
  const parts = path.toLowerCase().split('/');
  const [first = ''] = parts;
  if (folders.some((folder) => folder === first)) return `${first}/`;
  for (let length = 1; length <= parts.length; length += 1) {
    const part = parts.slice(0, length).join('/');
    if (files.some((file) => file.test(part))) return part;
  }
  return undefined;
}
