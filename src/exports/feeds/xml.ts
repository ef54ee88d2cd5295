// Text inside XML: markup signs are named, and signs that XML 1.0 cannot hold are left out.

const names: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** All but the characters of the production Char in XML 1.0, halves of surrogate pairs among them. */
const impossible = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** For element content and for attributes in double quotes. */
export const escapeXml = (text: string): string =>
  text.replace(impossible, '').replace(/[&<>"]/g, (sign) => names[sign] ?? sign);

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** An element with text in it, on a line of its own; nothing for text that is missing. */
export const element = (name: string, text: string | undefined, attributes = ''): string =>
  text === undefined ? '' : `<${name}${attributes}>${escapeXml(text)}</${name}>\n`;
