import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, writeXml, type XmlElement, XmlFault, type XmlNode } from './xml-tree.ts';

const options = { deepest: 50, keepsMarkup: true };
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => !/\p{Cc}/u.test(text));
const name = fc.constantFrom('w:p', 'w:r', 'w:t', 'text:p', 'Relationships');
const element = fc.letrec<{ node: XmlNode; element: XmlElement }>((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, words, tie('element')),
  element: fc.record({
    name,
    attributes: fc.dictionary(fc.constantFrom('w:val', 'w:id', 'Target'), words),
    children: fc.array(tie('node'), { maxLength: 4 }),
  }),
})).element;
/** Neighbouring texts are one when they are read. */
function joinTexts({ name: own, attributes, children }: XmlElement): XmlElement {
  const joined: XmlNode[] = [];
  for (const child of children) {
    const last = joined.at(-1);
    if (typeof child === 'string' && typeof last === 'string') joined[joined.length - 1] = last + child;
    else joined.push(typeof child === 'string' ? child : joinTexts(child));
  }
  return { name: own, attributes: { ...attributes }, children: joined };
}

describe('an XML document', () => {
  it('is read as it was written, whatever stands in it', () => {
    fc.assert(
      fc.property(element, (tree) => {
        expect(parseXml(writeXml(tree), options).children).toEqual([joinTexts(tree)]);
      }),
    );
  });

  it('keeps its declaration and comments where it is to be written back, and leaves them out where it is only read', () => {
    const xml = '<?xml version="1.0"?><!-- ghi chú --><a b="1 &amp; 2"><c/>chữ</a>';
    expect(writeXml(parseXml(xml, options))).toBe(xml);
    expect(writeXml(parseXml(xml, { deepest: 50 }))).toBe('<a b="1 &amp; 2"><c/>chữ</a>');
  });

  it('reads attributes, and a tag of one endless word, at once', () => {
    const tree = parseXml(`<a b="1" c='2'\n d = "3>"/>`, options);
    expect(tree.children).toMatchObject([{ attributes: { b: '1', c: '2', d: '3>' } }]);
    const { user } = process.cpuUsage();
    parseXml(`<a ${'b'.repeat(200_000)}/>`, options);
    expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
  });

  it.each([
    ['', 'damaged'],
    ['<a>', 'damaged'],
    ['<a></b>', 'damaged'],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'damaged'],
    [`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`, 'too_nested'],
  ])('is refused where it is broken, defines entities or is nested too deep (%#)', (xml, reason) => {
    let fault: unknown = null;
    try {
      parseXml(xml, options);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(XmlFault);
    expect((fault as XmlFault).reason).toBe(reason);
  });
});
