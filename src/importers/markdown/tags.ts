// What one template tag is in Markdown: an address, a picture, a link, a fence of code, a text, or nothing.

export interface Written {
  markdown: string;
  /** `text` and `link` are shown to the maintainer, `left out` with the whole tag. */
  how: 'address' | 'picture' | 'link' | 'code' | 'text' | 'left out';
}

const leftOut: Written = { markdown: '', how: 'left out' };

/** An address only the other generator can work out; no link may keep it, so it is reported. */
const unknownAddress = (tag: string): Written => ({
  markdown: `template:${encodeURIComponent(tag)}`,
  how: 'address',
});

/** @param inner what stands between the signs, without white space at its ends */
export function writeTag(open: string, inner: string): Written {
  if (open === '{{<' || open === '{{%') return writeShortcode(inner);
  return open === '{%' ? writeStatement(inner) : writeOutput(inner);
}

/** Filters that make an address of a path. */
const addressFilters = /^(?:url|relative_url|absolute_url|relURL|absURL|prepend:\s*site\.\w+)$/i;

/** `{{ "/path/" | url }}`, `{{ site.baseurl }}`, `{{ "address" | embed: "Title" }}`, `{{ "id" | filter }}` */
function writeOutput(inner: string): Written {
  if (/^site\.(?:base_?url|url|github\.url)$/i.test(inner)) return { markdown: '', how: 'address' };
  const [, quote, literal, rest] = /^(["'])([^]*?)\1\s*((?:\|[^]*)?)$/.exec(inner) ?? [];
  if (quote === undefined || literal === undefined) return leftOut;
  const filters = (rest ?? '')
    .split('|')
    .map((filter) => filter.trim())
    .filter((filter) => filter !== '');
  if (filters.length > 0 && filters.every((filter) => addressFilters.test(filter)))
    return { markdown: writeAddress(literal), how: 'address' };
  const title = /^embed:\s*(["'])([^]*)\1$/.exec(filters[0] ?? '')?.[2];
  if (title !== undefined && /^https?:\/\/\S+$/.test(literal))
    return { markdown: `[${escapeText(title)}](<${literal}>)`, how: 'link' };
  return { markdown: escapeText(literal), how: 'text' };
}

/** `{% image "path" "alt" %}`, `{% highlight js %}`, `{% link x %}`, `{% post_url x %}` */
function writeStatement(inner: string): Written {
  const [, name = '', rest = ''] = /^(\S+)\s*([^]*)$/.exec(inner) ?? [];
  if (/^(?:image|img|figure|picture)/.test(name)) return writePicture(rest);
  if (name === 'highlight') return { markdown: `\n\`\`\`${/^\S*/.exec(rest)?.[0] ?? ''}\n`, how: 'code' };
  if (name === 'endhighlight') return { markdown: '\n```\n', how: 'code' };
  if (name === 'link' || name === 'post_url') return unknownAddress(inner);
  if (name === 'youtube') return writeFilm(rest);
  return leftOut;
}

/** `{{< figure src="a.jpg" alt="..." caption="..." >}}`, `{{< ref "x" >}}`, `{{< youtube id >}}` */
function writeShortcode(inner: string): Written {
  const [, name = '', rest = ''] = /^(\S+)\s*([^]*)$/.exec(inner) ?? [];
  if (name === 'ref' || name === 'relref') return unknownAddress(inner);
  if (name === 'youtube') return writeFilm(rest);
  if (name === 'highlight') return { markdown: `\n\`\`\`${/^\S*/.exec(rest)?.[0] ?? ''}\n`, how: 'code' };
  if (name === '/highlight') return { markdown: '\n```\n', how: 'code' };
  if (name !== 'figure' && name !== 'img') return leftOut;
  const value = (key: string): string | undefined =>
    new RegExp(`(?:^|\\s)${key}\\s*=\\s*(["'\`])([^]*?)\\1`).exec(rest)?.[2];
  const [caption, address] = [value('caption'), value('src')];
  if (address === undefined) return leftOut;
  const picture = `![${escapeText(value('alt') ?? value('title') ?? '')}](<${writeAddress(address)}>)`;
  return { markdown: caption === undefined ? picture : `${picture}\n\n${caption}\n`, how: 'picture' };
}

/** The address, then what the picture shows; between them may stand the name of a class, behind it whatever a comma parts. */
function writePicture(rest: string): Written {
  const [, address, described = ''] = /^["']?([^"'\s]+)["']?\s*([^]*)$/.exec(rest.trim()) ?? [];
  if (address === undefined) return leftOut;
  const [, last] =
    /^,\s*["']([^"']*)["']/.exec(described) ??
    /^"[^"\s]*"\s+"([^]*)"$/.exec(described.trim()) ??
    /^"([^]*)"$/.exec(described.trim()) ??
    [];
  return { markdown: `![${escapeText(last ?? '')}](<${writeAddress(address)}>)`, how: 'picture' };
}

function writeFilm(rest: string): Written {
  const id = /[\w-]{6,20}/.exec(rest.replace(/^id\s*=\s*/, ''))?.[0];
  return id === undefined ? leftOut : { markdown: `<https://www.youtube.com/watch?v=${id}>`, how: 'link' };
}

/** A path with one slash at its beginning; "//host" would be another site. */
const writeAddress = (path: string): string =>
  path.replace(/^\/\/+(?=\d)/, '/').replace(/[<>\s]/g, encodeURIComponent);

const escapeText = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\[\]<>*_`]/g, '\\$&');
