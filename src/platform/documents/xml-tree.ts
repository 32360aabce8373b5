/** An element of an XML document. Text stands among its children as a person reads it, without entities. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  children: XmlNode[];
}
export type XmlNode = XmlElement | string;

/** Why a part is no document: broken markup, or more elements inside each other than any real one has. */
export class XmlFault extends Error {
  readonly reason: 'damaged' | 'too_nested';
  constructor(reason: 'damaged' | 'too_nested') {
    super(reason);
    this.name = 'XmlFault';
    this.reason = reason;
  }
}

export interface XmlOptions {
  readonly deepest: number;
  /**
   * Receives each element as it closes, with the name of the one around it; what it takes is not kept in the tree, so
   * that a long document is read block by block.
   */
  readonly take?: (element: XmlElement, within: string) => boolean;
  /** Declaration and comments stay in the tree, so that it can be written back as it came. */
  readonly keepsMarkup?: boolean;
}

/** The name of what stands for a declaration or comment; no element can be called so. */
const markup = '#markup';
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// A name is tried from its first letter only: else a tag of one endless word costs the square of its length.
const attribute = /(?<![^\s=/>])([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/**
 * Reads XML into a tree below a nameless root. A document type is refused: no office format has one, and entities could
 * be nested without end.
 */
export function parseXml(xml: string, options: XmlOptions): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next === -1 ? xml.length : next;
    if (end > at) (open.at(-1) as XmlElement).children.push(decode(xml.slice(at, end)));
    if (next === -1) break;
    at = readMarkup(xml, next, open, options);
  }
  if (open.length !== 1 || firstElement(root) === undefined) throw damaged();
  return root;
}

export function firstElement(root: XmlElement): XmlElement | undefined {
  return root.children.find(isElement);
}

function readMarkup(xml: string, at: number, open: XmlElement[], options: XmlOptions): number {
  const sign = xml[at + 1];
  if (sign === '!' || sign === '?') return readAside(xml, at, open.at(-1) as XmlElement, options);
  const end = endOfTag(xml, at);
  if (sign === '/') {
    const name = xml.slice(at + 2, end).trim();
    close(open, name, options);
    return end + 1;
  }
  const isEmpty = xml[end - 1] === '/';
  const tag = xml.slice(at + 1, isEmpty ? end - 1 : end);
  const blank = tag.search(/\s/u);
  const name = blank === -1 ? tag : tag.slice(0, blank);
  if (name === '') throw damaged();
  const element: XmlElement = {
    name,
    attributes: blank === -1 ? {} : readAttributes(tag.slice(blank)),
    children: [],
  };
  (open.at(-1) as XmlElement).children.push(element);
  open.push(element);
  if (open.length > options.deepest) throw new XmlFault('too_nested');
  if (isEmpty) close(open, name, options);
  return end + 1;
}

function close(open: XmlElement[], name: string, { take }: XmlOptions): void {
  const element = open.pop();
  const parent = open.at(-1);
  if (element?.name !== name || parent === undefined) throw damaged();
  if (take && open.length > 1 && take(element, parent.name)) parent.children.pop();
}

/** A bracket may stand inside a quoted value. */
function endOfTag(xml: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < xml.length; index += 1) {
    const sign = xml[index];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return index;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  throw damaged();
}

function readAside(xml: string, at: number, within: XmlElement, options: XmlOptions): number {
  const [opening, closing] = xml.startsWith('<!--', at)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  if (!xml.startsWith(opening, at)) throw damaged();
  const end = xml.indexOf(closing, at + opening.length);
  if (end === -1) throw damaged();
  if (opening === '<![CDATA[') within.children.push(xml.slice(at + opening.length, end));
  else if (options.keepsMarkup)
    within.children.push({ name: markup, attributes: {}, children: [xml.slice(at, end + closing.length)] });
  return end + closing.length;
}

function readAttributes(words: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of words.matchAll(attribute)) found[match[1] as string] = decode(match[2] ?? match[3] ?? '');
  return found;
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[\da-fA-F]{1,6}|#\d{1,7}|\w+);/gu, (whole, name: string) => {
    if (name[0] !== '#') return entities[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function damaged(): XmlFault {
  return new XmlFault('damaged');
}

/** Writes a tree; but for blanks inside of tags it is what was read. */
export function writeXml(node: XmlNode): string {
  if (typeof node === 'string') return encode(node);
  if (node.name === markup) return node.children.join('');
  const inside = node.children.map(writeXml).join('');
  if (node.name === '') return inside;
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${encode(value)}"`);
  return inside === ''
    ? `<${node.name}${attributes.join('')}/>`
    : `<${node.name}${attributes.join('')}>${inside}</${node.name}>`;
}

function encode(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string' && node.name !== markup;
}

/** The first child element of a name, or of a chain of names. */
export function childOf(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let current: XmlElement | undefined = element;
  for (const name of names) current = current && childrenOf(current, name)[0];
  return current;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((child): child is XmlElement => isElement(child) && child.name === name);
}

/** All text inside, without markup. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}

export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((node) =>
    isElement(node) ? [...(node.name === name ? [node] : []), ...descendants(node, name)] : [],
  );
}

/** The child of that name, made where it is missing; `order` says which names stand behind it. */
export function ensureChild(element: XmlElement, name: string, order: readonly string[] = []): XmlElement {
  const found = childOf(element, name);
  if (found) return found;
  const made: XmlElement = { name, attributes: {}, children: [] };
  const rank = order.indexOf(name);
  const later = element.children.findIndex((node) => isElement(node) && order.indexOf(node.name) > rank);
  if (rank < 0 || later < 0) element.children.push(made);
  else element.children.splice(later, 0, made);
  return made;
}
