// What the command "import" is told: its usage, its flags, and what is wrong with them.
import { parseArgs } from 'node:util';
import { isEncoding } from '../importers/encoding.ts';
import type { CopyFlags } from '../importers/copy.ts';
import type { ImportOptions } from '../importers/plan.ts';
import { sourceFormats } from '../schema/article.ts';
import { id, isoDate, webAddress } from '../schema/field.ts';

export const usage = `Usage: npm run import -- FILE... [options]

  FILE                     a copy of an article: text, HTML, PDF or Markdown, told apart by its content;
                           a folder, or a pattern such as "copies/*.html", for many
  --publication ID         where it appeared; an unknown id makes a new record
  --publication-name NAME  the name for that new record
  --title TITLE            the headline, if the copy has none or a wrong one
  --author NAME            who wrote it; repeat it for several
  --published YYYY-MM-DD   the day of publication
  --slug SLUG              the last part of the article's address
  --url URL                where the copy was taken from
  --retrieved YYYY-MM-DD   the day it was taken; without it, today
  --rights-note TEXT       on what ground a full copy is kept
  --format KIND            ${sourceFormats.join(', ')}: if the content is misread
  --encoding NAME          such as windows-1251, if the text is not UTF-8
  --replace                put the copy in the place of an article the archive has
  --correction TEXT        with --replace: what readers are told if the text of a full copy changes
  --dry-run                report, write nothing
  --help                   show this`;

export interface ImportCommand {
  /** Files, folders and patterns. */
  files: string[];
  options: ImportOptions & CopyFlags;
  dryRun: boolean;
  help: boolean;
}

/** @param today `YYYY-MM-DD` */
export function readImportCommand(args: string[], today: string): ImportCommand | { problem: string } {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        publication: text,
        'publication-name': text,
        title: text,
        author: { type: 'string', multiple: true },
        published: text,
        slug: text,
        url: text,
        retrieved: text,
        'rights-note': text,
        correction: text,
        format: text,
        encoding: text,
        replace: flag,
        'dry-run': flag,
        help: flag,
      },
    });
  } catch (error) {
    return {
      problem: error instanceof Error ? (error.message.split(/\. To specify|\n/)[0] ?? '') : String(error),
    };
  }
  const { values, positionals: files } = parsed;
  const empty = Object.entries(values).find(([, value]) =>
    [value].flat().some((one) => typeof one === 'string' && one.trim() === ''),
  );
  if (empty !== undefined) return { problem: `--${empty[0]} is empty.` };
  for (const name of ['published', 'retrieved'] as const) {
    const day = values[name];
    if (day !== undefined && !isoDate.safeParse(day).success)
      return { problem: `--${name} must be a day that exists, written YYYY-MM-DD, not "${day}".` };
  }
  if (values.slug !== undefined && !id.safeParse(values.slug).success)
    return {
      problem: `--slug takes lower-case letters a-z, digits and single hyphens, not "${values.slug}".`,
    };
  if (values.url !== undefined && !webAddress.safeParse(values.url).success)
    return {
      problem: `--url must be a whole web address, starting with https:// or http://, not "${values.url}".`,
    };
  const format = sourceFormats.find((name) => name === values.format);
  if (values.format !== undefined && format === undefined)
    return { problem: `--format is one of ${sourceFormats.join(', ')}, not "${values.format}".` };
  if (values.encoding !== undefined && !isEncoding(values.encoding))
    return { problem: `--encoding does not know "${values.encoding}"; windows-1252 is one it knows.` };
  if (files.length === 0 && !values.help) return { problem: 'Name the file of a copy to import.' };
  const single = (['title', 'slug', 'url'] as const).find((name) => values[name] !== undefined);
  if (files.length > 1 && single !== undefined)
    return { problem: `--${single} is for one file, not for ${files.length}.` };
  return {
    files,
    dryRun: values['dry-run'],
    help: values.help,
    options: {
      title: values.title?.trim(),
      authors: (values.author ?? []).map((name) => name.trim()),
      published: values.published,
      publication: values.publication,
      publicationName: values['publication-name'],
      slug: values.slug,
      url: values.url,
      retrieved: values.retrieved,
      rightsNote: values['rights-note'],
      correction: values.correction?.trim(),
      format,
      encoding: values.encoding,
      replace: values.replace,
      today,
    },
  };
}
