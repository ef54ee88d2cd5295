// The elements of a page's head that machines read, as data: a component turns them into HTML and a test reads them.

export type HeadTag =
  | { tag: 'meta'; name: string; content: string }
  | { tag: 'meta'; property: string; content: string }
  | { tag: 'link'; rel: string; href: string; type?: string; title?: string };

export const meta = (name: string, content: string): HeadTag => ({ tag: 'meta', name, content });

/** Open Graph names its properties in an attribute of their own. */
export const graph = (property: string, content: string): HeadTag => ({ tag: 'meta', property, content });

export const link = (rel: string, href: string, more: { type?: string; title?: string } = {}): HeadTag => ({
  tag: 'link',
  rel,
  href,
  ...more,
});
