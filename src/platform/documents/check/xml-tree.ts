/** An XML document as a tree that can be changed and written back without losing anything but white space in tags. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  children: XmlNode[];
}
/** Text as a person reads it, or markup that is kept as it came (declaration, comment). */
export type XmlNode = XmlElement | { text: string } | { readonly markup: string };

export class XmlFault extends Error {}

const deepest = 200;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, entity: string) => {
    if (!entity.startsWith('#')) return named[entity] ?? whole;
    const code = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function encode(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;');
}

const attribute = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function openElement(inside: string): XmlElement {
  const name = /^[^\s/]+/.exec(inside)?.[0] ?? '';
  const attributes = new Map<string, string>();
  for (const [, key = '', double, single] of inside.slice(name.length).matchAll(attribute))
    attributes.set(key, decode(double ?? single ?? ''));
  return { name, attributes, children: [] };
}

/** Reads what word processors write. A document type is refused, since it may define entities that grow without end. */
export function parseXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const open = [root];
  let at = 0;
  const until = (mark: string, from: number) => {
    const found = xml.indexOf(mark, from);
    if (found < 0) throw new XmlFault('not closed');
    return found + mark.length;
  };
  while (at < xml.length) {
    const parent = open.at(-1) ?? root;
    if (xml[at] !== '<') {
      const next = xml.indexOf('<', at);
      const end = next < 0 ? xml.length : next;
      parent.children.push({ text: decode(xml.slice(at, end)) });
      at = end;
      continue;
    }
    if (xml.startsWith('<!--', at) || xml.startsWith('<?', at)) {
      const end = until(xml[at + 1] === '?' ? '?>' : '-->', at);
      parent.children.push({ markup: xml.slice(at, end) });
      at = end;
    } else if (xml.startsWith('<![CDATA[', at)) {
      const end = until(']]>', at);
      parent.children.push({ text: xml.slice(at + 9, end - 3) });
      at = end;
    } else if (xml.startsWith('<!', at)) throw new XmlFault('document type');
    else {
      const end = until('>', at);
      const inside = xml.slice(at + 1, end - 1);
      at = end;
      if (inside.startsWith('/')) {
        if (open.length < 2 || open.pop()?.name !== inside.slice(1).trim()) throw new XmlFault('closes nothing');
        continue;
      }
      const element = openElement(inside);
      parent.children.push(element);
      if (inside.endsWith('/')) continue;
      if (open.push(element) > deepest) throw new XmlFault('too deep');
    }
  }
  if (open.length !== 1) throw new XmlFault('not closed');
  return root;
}

export function writeXml(node: XmlNode): string {
  if ('text' in node) return encode(node.text);
  if ('markup' in node) return node.markup;
  const inside = node.children.map(writeXml).join('');
  if (node.name === '') return inside;
  const attributes = [...node.attributes].map(([key, value]) => ` ${key}="${encode(value)}"`).join('');
  return inside === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inside}</${node.name}>`;
}

export function isElement(node: XmlNode): node is XmlElement {
  return 'name' in node;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

export function childrenNamed(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter((node): node is XmlElement => isElement(node) && node.name === name);
}

/** The child of that name, made where it is missing; `before` are the names that must not stand in front of it. */
export function ensureChild(element: XmlElement, name: string, order: readonly string[] = []): XmlElement {
  const found = child(element, name);
  if (found) return found;
  const made: XmlElement = { name, attributes: new Map(), children: [] };
  const rank = order.indexOf(name);
  const later = element.children.findIndex((node) => isElement(node) && order.indexOf(node.name) > rank);
  if (rank < 0 || later < 0) element.children.push(made);
  else element.children.splice(later, 0, made);
  return made;
}

export function descendants(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((node) =>
    isElement(node) ? [...(node.name === name ? [node] : []), ...descendants(node, name)] : [],
  );
}
