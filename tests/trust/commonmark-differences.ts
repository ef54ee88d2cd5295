// Each way in which articles differ from CommonMark, with its reason, recognized from the Markdown alone.
import { allTokens, type Reading, type Token } from './reference-markdown.ts';

export interface Difference {
  name: string;
  why: string;
  /** The message of the error that tells the maintainer so; the article is not published until it is fixed. */
  message: RegExp;
  /** Whether the Markdown has what the difference is about, as the reference reads it. */
  applies: (reading: Reading) => boolean;
  /** How the page differs: changes the reference's own reading; without it the page shows what CommonMark says. */
  change?: (token: Token) => Token | undefined;
}

const inTokens =
  (isMeant: (token: Token) => boolean): Difference['applies'] =>
  ({ tokens }) =>
    allTokens(tokens).some(isMeant);

const isHtml = ({ type }: Token): boolean => type === 'html_block' || type === 'html_inline';
const addressOf = (token: Token): string => String(token.attrGet('href') ?? '');

/** An address with a scheme that the archive does not allow. */
const hasForeignScheme = (address: string): boolean =>
  /^[^/?#]*:/.test(address) && !/^(?:https?|mailto):/i.test(address);

const isLink = ({ type }: Token): boolean => type === 'link_open';
const isNoWholeAddress = (address: string): boolean =>
  !/^(?:https?:\/\/[^/]|mailto:|\/(?!\/)|#|\.{1,2}\/)/i.test(address) || /[\\\0-\x1f]|%5C/i.test(address);

/** Text of the body that no backslash escapes. */
const typed = (sign: RegExp): Difference['applies'] => {
  return ({ markdown }) => sign.test(markdown);
};

export const differences: readonly Difference[] = [
  {
    name: 'raw HTML',
    why: 'a copy is Markdown: nothing in it may become markup that Markdown does not have',
    message: /^raw HTML is not allowed in an article/,
    applies: inTokens(isHtml),
    change: (token) => (isHtml(token) ? undefined : token),
  },
  {
    name: 'a link with a scheme that may run or lead off the web',
    why: 'only http, https and mailto are let through',
    message: /^this link does not lead to a web address/,
    applies: inTokens((token) => isLink(token) && hasForeignScheme(addressOf(token))),
    change: (token) => {
      if (isLink(token) && hasForeignScheme(addressOf(token)))
        token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'href');
      return token;
    },
  },
  {
    name: 'a link to a place that is neither on the web nor in the archive',
    why: 'it would be dead: only the site that the copy comes from had it',
    message: /^(?:this link does not lead to a web address|there is a sign in this address)/,
    applies: ({ tokens, addresses }) =>
      allTokens(tokens).some((token) => isLink(token) && isNoWholeAddress(addressOf(token))) ||
      addresses.some(isNoWholeAddress),
  },
  {
    name: 'an address that is not whole',
    why: 'nobody outside a network of its own reaches a host without a dot',
    message: /^this is not a whole (?:web|mail) address/,
    applies: inTokens(
      (token) =>
        isLink(token) && !/^https?:\/\/(?:[a-z0-9-]+\.)+[a-z0-9-]+(?:[/?#:]|$)/i.test(addressOf(token)),
    ),
  },
  {
    name: "a picture outside the article's folder",
    why: 'a page fetches nothing from elsewhere',
    message: /^a picture must lie in the article's own folder/,
    applies: inTokens(({ type }) => type === 'image'),
    change: (token) => {
      if (token.type === 'image') token.attrSet('src', '');
      return token;
    },
  },
  {
    name: 'a picture without words',
    why: 'those who cannot see it are told what it shows',
    message: /^this picture has no words/,
    applies: inTokens(({ type, content }) => type === 'image' && content.trim() === ''),
  },
  {
    name: 'a link without words',
    why: 'nobody could follow it',
    message: /^this link has no words/,
    applies: ({ tokens }) =>
      allTokens(tokens).some(
        (token, at, all) =>
          isLink(token) && (all[at + 1]?.type === 'link_close' || all[at + 1]?.content.trim() === ''),
      ),
  },
  {
    name: 'a heading without words',
    why: 'it shows nothing, and its sign was most likely meant as text',
    message: /^this heading has no words/,
    applies: ({ tokens }) =>
      tokens.some(({ type }, at) => type === 'heading_open' && tokens[at + 1]?.content.trim() === ''),
  },
  {
    name: 'a definition that nothing refers to',
    why: 'its words would be on no page',
    message: /^nothing refers to \[.+\]/,
    applies: ({ addresses }) => addresses.length > 0,
  },
  {
    name: 'a name defined twice',
    why: 'the second address would be on no page',
    message: /^\[.+\] is defined twice/,
    applies: typed(/(?:^|\n)\[(.+)\]: .*\n+\[\1\]: /i),
  },
  {
    name: 'a reference to a name that is not defined',
    why: 'readers would see its brackets',
    message: /^this refers to an address that is not there/,
    applies: typed(/\]\[[^\]\n]+\]/),
  },
  {
    name: 'brackets that look like a link and are none',
    why: 'readers would see its signs',
    message: /^this is not read as a link/,
    applies: ({ markdown, tokens }) =>
      /\]\(|\][ \t]+\(/.test(markdown) &&
      allTokens(tokens).some(({ type, content }) => type === 'text' && /[\]()]/.test(content)),
  },
  {
    name: 'words behind the opening of a block of code',
    why: 'they would be on no page; the name of a language may stand there',
    message: /^readers would never see ".+"$/,
    applies: inTokens(({ type, info }) => type === 'fence' && !/^[a-z][a-z0-9+#-]{0,15}$/.test(info.trim())),
  },
  {
    name: 'a block of code that is not closed',
    why: 'all that follows would be code',
    message: /^this block of code is not closed/,
    applies: inTokens(({ type }) => type === 'fence'),
  },
  {
    name: 'numbers that do not count on by one',
    why: 'a list counts for itself, and readers would see another number than the copy has',
    message: /^readers would see ".+" here, not ".+"/,
    applies: inTokens(({ type }) => type === 'ordered_list_open'),
  },
  {
    name: 'a character reference that names no character',
    why: 'readers would see a sign that says so',
    message: /^a character reference here names no character/,
    applies: ({ markdown, tokens }) =>
      /&#/.test(markdown) && allTokens(tokens).some(({ content }) => content.includes('\ufffd')),
  },
];
