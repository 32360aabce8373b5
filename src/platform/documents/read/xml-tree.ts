import { DocumentReadError, type ReadLimits } from './read-types.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const attribute = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;

/**
 * Reads XML into a tree. `take` receives each element as it closes, with the name of the one around it; what it takes is
 * not kept in the tree, so that a long document is read block by block. A document type is refused: no office format has
 * one, and entities could be nested without end.
 */
export function readXml(
  xml: string,
  limits: Pick<ReadLimits, 'deepestNesting'>,
  take: (element: XmlElement, within: string) => boolean = () => false,
): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] };
  const open: XmlElement[] = [root];
  let at = 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const end = next === -1 ? xml.length : next;
    if (end > at) (open.at(-1) as XmlElement).children.push(decode(xml.slice(at, end)));
    if (next === -1) break;
    at = readMarkup(xml, next, open, limits, take);
  }
  const first = root.children.find((child) => typeof child !== 'string');
  if (open.length !== 1 || first === undefined) throw damaged();
  return first as XmlElement;
}

function readMarkup(
  xml: string,
  at: number,
  open: XmlElement[],
  limits: Pick<ReadLimits, 'deepestNesting'>,
  take: (element: XmlElement, within: string) => boolean,
): number {
  const sign = xml[at + 1];
  if (sign === '!' || sign === '?') return skipAside(xml, at, open.at(-1) as XmlElement);
  const end = endOfTag(xml, at);
  if (sign === '/') {
    const name = xml.slice(at + 2, end).trim();
    close(open, name, take);
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
  if (open.length > limits.deepestNesting) throw new DocumentReadError('platform.document_too_nested');
  if (isEmpty) close(open, name, take);
  return end + 1;
}

function close(open: XmlElement[], name: string, take: (element: XmlElement, within: string) => boolean): void {
  const element = open.pop();
  const parent = open.at(-1);
  if (element?.name !== name || parent === undefined) throw damaged();
  if (open.length > 1 && take(element, parent.name)) parent.children.pop();
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

function skipAside(xml: string, at: number, within: XmlElement): number {
  const [opening, closing] = xml.startsWith('<!--', at)
    ? ['<!--', '-->']
    : xml.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : ['<?', '?>'];
  if (!xml.startsWith(opening, at)) throw damaged();
  const end = xml.indexOf(closing, at + opening.length);
  if (end === -1) throw damaged();
  if (opening === '<![CDATA[') within.children.push(xml.slice(at + opening.length, end));
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

function damaged(): DocumentReadError {
  return new DocumentReadError('platform.document_damaged');
}

/** The first child element of a name, or of a chain of names. */
export function childOf(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let current: XmlElement | undefined = element;
  for (const name of names) current = current && childrenOf(current, name)[0];
  return current;
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((child) => typeof child !== 'string' && child.name === name) as XmlElement[];
}

/** All text inside, without markup. */
export function textIn(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textIn(child))).join('');
}
