// The styles of one finished page: the rules and faces that the page needs, and no others.
import { parse, type AtRule, type Root, type Rule } from 'postcss';
import parseSelectors, { type Node, type Selector } from 'postcss-selector-parser';
import type { HtmlElement } from '../markdown/html-tree.ts';

/** The tags, classes and attributes of a page that its styles name: `p`, `.p` and `[p`. */
type Names = ReadonlySet<string>;

/** The parts of a page that decide which styles it needs. */
export interface StyledPage {
  /** All elements but the styles. */
  elements: readonly HtmlElement[];
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

const known = new Map<string, Known>();

function knownOf(styles: string): Known {
  let own = known.get(styles);
  if (own === undefined) known.set(styles, (own = { named: new Map(), trimmed: new Map() }));
  return own;
}

function findNames(elements: readonly HtmlElement[], styles: string): Names {
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

const isHeavy = ({ tagName, attrs }: HtmlElement): boolean =>
  heavy.has(tagName) || (headings.has(tagName) && attrs.some(({ name }) => name === 'id'));

/** A piece of the styles: a face with the letters it is for, or what stands between two faces. */
interface Piece {
  text: string;
  face?: { isLeaning: boolean; isHeavy: boolean; ranges: (readonly [from: number, to: number])[] };
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
  ranges: ranges.split(',').map((range) => {
    const [first = '', last = first] = range.trim().slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  }),
});

/** A face that nothing on the page is set in is not described to it. */
function dropFaces(styles: string, page: StyledPage): string {
  const letters = listLetters(page.letters);
  const hasLeaning = page.elements.some(({ tagName }) => leaning.has(tagName));
  const hasHeavy = page.elements.some(isHeavy);
  return partAtFaces(styles)
    .filter(
      ({ face }) =>
        face === undefined ||
        ((hasLeaning || !face.isLeaning) &&
          (hasHeavy || !face.isHeavy) &&
          face.ranges.some(([from, to]) => letters.some((letter) => letter >= from && letter <= to))),
    )
    .map(({ text }) => text)
    .join('');
}

/** Every letter once, as its number in Unicode. */
function listLetters(text: string): number[] {
  const letters = new Set<number>();
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.codePointAt(at) ?? 0;
    if (letter > 0xffff) at += 1;
    letters.add(letter);
  }
  return [...letters];
}
