// Decides which publication a copy is from: the maintainer's word first, then addresses, then names in head and trailer.
import { foldName } from '../names/normalize.ts';
import { webAddress } from '../schema/field.ts';
import { nearest } from '../schema/sentence.ts';
import type { Publication } from '../schema/publication.ts';
import type { WrittenDraft } from './draft.ts';
import { findByName, type KnownArchive } from './known.ts';
import { buildSlug, isId } from './slug.ts';

export interface PublicationChoice {
  id: string;
  fields: Publication;
  /** Whether its record is yet to be written. */
  isNew: boolean;
  /** From what it was taken, and what to look at: sentences. */
  notes: string[];
}

export interface PublicationFlags {
  publication?: string | undefined;
  publicationName?: string | undefined;
  url?: string | undefined;
}

export function choosePublication(
  draft: WrittenDraft,
  archive: KnownArchive,
  flags: PublicationFlags,
): PublicationChoice | { refusal: string } {
  const { publications } = archive;
  if (flags.publication !== undefined) return choosePublicationById(flags.publication, archive, flags);

  const url = flags.url ?? draft.facts.url;
  const { siteName } = draft.facts;
  // What a page says of itself is enough; around its article other papers may be named.
  const saysItself = draft.format === 'html' && (url !== undefined || siteName !== undefined);
  const texts = saysItself
    ? [siteName ?? '']
    : [...draft.head, ...draft.leftOut.map(({ text }) => text), siteName ?? ''];
  const hosts = findHosts(url === undefined ? texts : [url, ...texts]);
  const byHost = publications.flatMap((record) => {
    const { website, aliases, name } = record.fields;
    const own = [...findHosts(website === undefined ? [] : [website]), ...findHosts([name, ...aliases])];
    const found = hosts.find(({ host }) => own.some((one) => isHost(host, one.host)));
    return found === undefined ? [] : [{ record, evidence: `the address ${found.host}` }];
  });
  const padded = texts.map((text) => ` ${foldName(text)} `);
  const byName = publications.flatMap((record) => {
    const found = [record.fields.name, ...record.fields.aliases].find((name) => {
      const folded = foldName(name);
      return folded !== '' && padded.some((text) => text.includes(` ${folded} `));
    });
    return found === undefined ? [] : [{ record, evidence: `the name ${found}` }];
  });
  const found = byHost.length > 0 ? byHost : byName;
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    const ids = found.map(({ record }) => record.id).join(' or ');
    return { refusal: `The copy may be from several publications; say which with --publication ${ids}.` };
  }
  if (first !== undefined) {
    const { record, evidence } = first;
    const isGiven = (address: string | undefined): boolean =>
      findHosts(address === undefined ? [] : [address]).some(({ host }) => evidence.endsWith(` ${host}`));
    const where = isGiven(flags.url)
      ? '--url'
      : saysItself || isGiven(draft.facts.url)
        ? "the copy's data"
        : 'the head or trailer of the copy';
    return {
      ...record,
      isNew: false,
      notes: [`Publication: ${record.fields.name}, taken from ${evidence} in ${where}.`],
    };
  }
  const [host] = hosts;
  const named = flags.publicationName ?? siteName;
  const id = buildSlug(named ?? host?.host.replaceAll('.', ' ') ?? '');
  if (!isId(id) || (host === undefined && siteName === undefined)) {
    return {
      refusal:
        'Which publication the copy is from stands neither in its head nor in a trailer; say it with --publication ID, a known one or a new one.',
    };
  }
  if (publications.some((record) => record.id === id))
    return {
      refusal: `The copy may be from ${id} or from another publication of a like name; say which with --publication ID.`,
    };
  const fields = buildPublication(named ?? host?.host ?? '', host?.origin, draft.facts.language);
  const note =
    named === undefined
      ? `Publication: unsure; a new record ${id} was named after the address ${fields.name}. Give it its proper name, or import again with --publication ID.`
      : `Publication: ${id} is new; its record has the name "${named}" and the language ${fields.language}. Look at both.`;
  return { id, fields, isNew: true, notes: [note] };
}

function choosePublicationById(
  id: string,
  { publications }: KnownArchive,
  { publicationName, url }: PublicationFlags,
): PublicationChoice | { refusal: string } {
  const known = publications.find((record) => record.id === id) ?? only(findByName(publications, id));
  if (known !== undefined) return { ...known, isNew: false, notes: [] };
  const near = nearest(
    id,
    publications.map((record) => record.id),
  );
  if (!isId(id)) {
    const example = buildSlug(id) || 'example-times';
    return { refusal: `--publication takes an id such as ${near ?? example}, not "${id}".` };
  }
  const name =
    publicationName ??
    id
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ');
  const origin = url === undefined ? undefined : findHosts([url])[0]?.origin;
  const hint = near === undefined ? '' : ` If you meant ${near}, delete it and import again.`;
  const note = `Publication: ${id} is new; its record has the name "${name}" and the language en. Look at both.${hint}`;
  return { id, fields: buildPublication(name, origin), isNew: true, notes: [note] };
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

function buildPublication(name: string, website: string | undefined, language = 'en'): Publication {
  return {
    name,
    aliases: [],
    description: 'Publisher of articles in this archive.',
    ...(website !== undefined && webAddress.safeParse(website).success && { website }),
    differentFrom: [],
    language,
  };
}

interface Host {
  /** In lower case and without `www.`. */
  host: string;
  /** As a website is written: `https://www.example.org`. */
  origin: string;
  /** Whether the text writes it as a whole web address. */
  whole: boolean;
}

/** Sites on which publications have pages but which publish nothing themselves. */
const carriers =
  /(?:^|\.)(?:facebook|twitter|x|t|instagram|youtube|youtu|linkedin|reddit|tumblr|archive|bit|goo|google|apple|whatsapp|telegram|mailchimp)\.(?:com|org|co|be|ly|gl|me)$/;
const hostPattern =
  /(?<scheme>https?:\/\/)?(?<![@\p{L}\p{N}.-])(?<host>(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,})(?![\p{L}\p{N}@])/giu;

/** The hosts that texts name: whole addresses first, for they say how a site writes its own name. */
function findHosts(texts: readonly string[]): Host[] {
  return texts
    .flatMap((text) =>
      [...text.matchAll(hostPattern)].map(({ groups }): Host => {
        const { scheme, host: written = '' } = groups ?? {};
        const host = written.toLowerCase();
        const origin = `${scheme?.toLowerCase() ?? 'https://'}${host}`;
        return { host: host.replace(/^www\./, ''), origin, whole: scheme !== undefined };
      }),
    )
    .filter(({ host }) => !carriers.test(host))
    .sort((a, b) => Number(b.whole) - Number(a.whole));
}

/** Whether a host is a site or one of its parts: `news.example.org` is of `example.org`. */
const isHost = (host: string, site: string): boolean => host === site || host.endsWith(`.${site}`);
