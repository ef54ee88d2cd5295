// The one file to edit to make the archive yours: its name, address and language.

export interface Site {
  /** Shown in the masthead and after every page title. */
  name: string;
  /** One sentence for the home page and for search engines. */
  description: string;
  /** Where the archive is published: scheme and host, no path, no slash at the end. */
  origin: string;
  /** The path the archive lives under: '/' or, for a project page, '/archive/'. */
  base: string;
  /** BCP 47 tag of the language the archive itself speaks; articles may be in any. */
  language: string;
  /** Where a reader writes to: a mailto: or https: address. */
  contact: string;
  /** Where the archive's files lie on GitHub, and on which branch; without it readers are asked to write. */
  repository?: { address: string; branch: string };
  /** Whether the right to mine text and data is reserved, and where the terms are; without an address, the page of rights. */
  mining: { reserved: boolean; policy?: string };
  /** Files in public/ that may hold scripts: `google1234.html`, `tools/map.svg`. Others stop the build. */
  publicScripts: readonly string[];
  /** Where a weakness is told, if not to the contact; and the day, at most a year ahead, until when that will be true. */
  security: { contact?: string; expires: string };
}

export const site: Site = {
  name: 'Dateline',
  description: 'Faithful copies of news articles, and every person, place and organization they name.',
  origin: 'https://dateline.example',
  base: '/',
  language: 'en',
  contact: 'mailto:archive@dateline.example',
  repository: { address: 'https://github.com/octo-org/dateline', branch: 'main' },
  mining: { reserved: true },
  publicScripts: [],
  security: { expires: '2027-11-01' },
};
