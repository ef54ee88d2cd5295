// The styles of one finished page: the rules and faces that the page needs, and no others.
import { parse, type AtRule, type Root, type Rule } from 'postcss';
import parseSelectors, { type Node, type Selector } from 'postcss-selector-parser';
import type { PageElement } from '../markdown/plain-html.ts';

/** The tags, classes and attributes of a page that its styles name: `p`, `.p` and `[p`. */
type Names = ReadonlySet<string>;

/** The parts of a page that decide which styles it needs. */
export interface StyledPage {
  /** All elements but the styles. */
  elements: readonly PageElement[];
  /** A text that has every letter of the page. */
  letters: string;
  /** Whether a script may add elements: then every rule stays. */
  grows: boolean;
}

/** The rules and faces that a page needs. */
export function trimStyles(styles: string, page: StyledPage): string {
  if (page.grows) return styles;
  return dropFaces(dropRules(styles, findNames(page.elements, styles)), page);
}

/** What was found out about one text of styles; all pages of a kind have the same. */
interface Known {
  /** Whether the styles name something. */
  named: Map<string, boolean>;
  /** The styles without the rules that a page has no use for, by what such a page has. */
  trimmed: Map<string, string>;
}

/** They are compared, not looked up: hashing so long a text takes longer. */
const known: { styles: string; own: Known }[] = [];

function knownOf(styles: string): Known {
  let found = known.find((each) => each.styles === styles);
  if (found === undefined) known.push((found = { styles, own: { named: new Map(), trimmed: new Map() } }));
  return found.own;
}

function findNames(elements: readonly PageElement[], styles: string): Names {
  const { named } = knownOf(styles);
  const names = new Set<string>();
  const add = (name: string): void => {
    let isNamed = named.get(name);
    if (isNamed === undefined) named.set(name, (isNamed = styles.includes(name)));
    if (isNamed) names.add(name);
  };
  for (const { tagName, attrs } of elements) {
    add(tagName);
    for (const { name, value } of attrs) {
      add(`[${name}`);
      if (name === 'class') for (const word of value.split(/\s+/)) add(`.${word}`);
    }
  }
  return new Set([...names].sort());
}

/** Pages of a kind have mostly the same of what their styles name, and share the answer. */
function dropRules(styles: string, names: Names): string {
  const { trimmed } = knownOf(styles);
  const key = [...names].join(' ');
  const rules = trimmed.get(key) ?? dropUnmatched(styles, names);
  trimmed.set(key, rules);
  return rules;
}

function dropUnmatched(styles: string, names: Names): string {
  const sheet = parse(styles);
  const selectors = parseSelectors((root) => {
    root.walk((node) => {
      if (node.type === 'selector' && isAlternative(node) && !mayMatch(node, names)) node.remove();
    });
  });
  sheet.walkRules((rule) => {
    // The steps of an animation are written as if they were tags.
    if (rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes')) return;
    rule.selector = selectors.processSync(rule.selector);
    if (rule.selector === '') drop(rule);
  });
  joinLayers(sheet);
  return sheet.toString();
}

/** The order within a layer is all that counts, and a layer is named once. */
function joinLayers(sheet: Root): void {
  const layers = new Map<string, AtRule>();
  sheet.each((node) => {
    if (node.type !== 'atrule' || node.name !== 'layer' || node.nodes === undefined) return;
    const layer = layers.get(node.params);
    if (layer === undefined) layers.set(node.params, node);
    else {
      layer.append(node.nodes);
      node.remove();
    }
  });
}

/** With a rule goes what held no other. */
function drop(rule: Rule | AtRule): void {
  const holder = rule.parent;
  rule.remove();
  if (holder?.type === 'atrule' && holder.nodes?.length === 0) drop(holder as AtRule);
}

/** Whether a selector may be left out: one of a list, of a rule or of `:is()`. */
const isAlternative = ({ parent }: Selector): boolean =>
  parent?.type === 'root' || isChoice.test(parent?.type === 'pseudo' ? parent.value : '');

const isChoice = /^:(?:is|where)$/;

/** Whether something on the page, in whatever state, may be what the selector asks for. */
const mayMatch = (selector: Selector, names: Names): boolean =>
  selector.nodes.every((node) => mayHave(node, names));

function mayHave(node: Node, names: Names): boolean {
  switch (node.type) {
    case 'tag':
      return names.has(node.value);
    case 'class':
      return names.has(`.${node.value}`);
    case 'attribute':
      // A reader opens what was closed.
      return node.attribute === 'open' || names.has(`[${node.attribute}`);
    case 'pseudo':
      return !isChoice.test(node.value) || node.nodes.some((branch) => mayMatch(branch, names));
    default:
      return true;
  }
}

/** What on a page is set in a face that leans, and in one that is heavy: only running text has both. */
const leaning = new Set(['em', 'i', 'dfn', 'var']);
const heavy = new Set(['strong', 'th']);
const headings = new Set(['h3', 'h4', 'h5', 'h6']);

const isHeavy = ({ tagName, attrs }: PageElement): boolean =>
  heavy.has(tagName) || (headings.has(tagName) && attrs.some(({ name }) => name === 'id'));

/** A piece of the styles: a face with the letters it is for, or what stands between two faces. */
interface Piece {
  text: string;
  face?: { isLeaning: boolean; isHeavy: boolean; letters: RegExp };
}

const pieces = new Map<string, Piece[]>();

function partAtFaces(styles: string): Piece[] {
  const parted = pieces.get(styles);
  if (parted !== undefined) return parted;
  const parts: Piece[] = [];
  let at = 0;
  for (const { 0: text, 1: ranges = '', index } of styles.matchAll(facePattern)) {
    parts.push({ text: styles.slice(at, index) }, { text, face: readFace(text, ranges) });
    at = index + text.length;
  }
  parts.push({ text: styles.slice(at) });
  pieces.set(styles, parts);
  return parts;
}

const facePattern = /@font-face\{[^}]*unicode-range:([^;}]*)[^}]*\}/g;

const readFace = (face: string, ranges: string): NonNullable<Piece['face']> => ({
  isLeaning: /font-style:italic/.test(face),
  isHeavy: /font-weight:600/.test(face),
  letters: lettersOf(ranges),
});

const letterPatterns = new Map<string, RegExp>();

/** @param ranges as in `unicode-range`: `U+A1-FF,U+131`; several faces have the same */
function lettersOf(ranges: string): RegExp {
  let pattern = letterPatterns.get(ranges);
  if (pattern === undefined) {
    const parts = ranges.split(',').map((range) => {
      const [first = '', last = first] = range.trim().slice(2).split('-');
      return `\\u{${first}}-\\u{${last}}`;
    });
    letterPatterns.set(ranges, (pattern = new RegExp(`[${parts.join('')}]`, 'u')));
  }
  return pattern;
}

/** A face that nothing on the page is set in is not described to it. */
function dropFaces(styles: string, page: StyledPage): string {
  const hasLeaning = page.elements.some(({ tagName }) => leaning.has(tagName));
  const hasHeavy = page.elements.some(isHeavy);
  /** Whether the page has letters of a pattern. */
  const found = new Map<RegExp, boolean>();
  const hasLetters = (letters: RegExp): boolean => {
    let has = found.get(letters);
    if (has === undefined) found.set(letters, (has = letters.test(page.letters)));
    return has;
  };
  return partAtFaces(styles)
    .filter(
      ({ face }) =>
        face === undefined ||
        ((hasLeaning || !face.isLeaning) && (hasHeavy || !face.isHeavy) && hasLetters(face.letters)),
    )
    .map(({ text }) => text)
    .join('');
}
