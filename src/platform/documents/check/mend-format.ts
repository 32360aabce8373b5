import { ensureChild, isElement, type XmlElement } from '../xml-tree.ts';
import type { CheckedParagraph, CheckedRun } from './docx-model.ts';

// The order in which the schema of Office Open XML wants the properties (ECMA-376, CT_RPr and CT_PPrBase).
const runOrder = [
  'w:rStyle',
  'w:rFonts',
  'w:b',
  'w:bCs',
  'w:i',
  'w:iCs',
  'w:caps',
  'w:smallCaps',
  'w:strike',
  'w:color',
  'w:spacing',
  'w:kern',
  'w:position',
  'w:sz',
  'w:szCs',
  'w:highlight',
  'w:u',
  'w:shd',
  'w:vertAlign',
  'w:lang',
];
const paragraphOrder = [
  'w:pStyle',
  'w:keepNext',
  'w:keepLines',
  'w:pageBreakBefore',
  'w:framePr',
  'w:widowControl',
  'w:numPr',
  'w:pBdr',
  'w:shd',
  'w:tabs',
  'w:spacing',
  'w:ind',
  'w:contextualSpacing',
  'w:jc',
  'w:outlineLvl',
  'w:rPr',
  'w:sectPr',
];

function runProperties(run: XmlElement): XmlElement {
  return ensureChild(run, 'w:rPr', ['w:rPr', 'w:t', 'w:tab', 'w:br']);
}

function paragraphProperties(paragraph: XmlElement): XmlElement {
  const found = paragraph.children.find((node): node is XmlElement => isElement(node) && node.name === 'w:pPr');
  if (found) return found;
  const made: XmlElement = { name: 'w:pPr', attributes: {}, children: [] };
  paragraph.children.unshift(made);
  return made;
}

export function setRun(
  run: CheckedRun,
  wanted: { sizePt?: number; bold?: boolean; italic?: boolean; font?: string; color?: string },
): void {
  const properties = runProperties(run.node);
  const set = (name: string, value: string) => {
    ensureChild(properties, name, runOrder).attributes['w:val'] = value;
  };
  if (wanted.font !== undefined) {
    const fonts = ensureChild(properties, 'w:rFonts', runOrder);
    for (const key of Object.keys(fonts.attributes)) delete fonts.attributes[key];
    for (const key of ['w:ascii', 'w:hAnsi', 'w:cs', 'w:eastAsia']) fonts.attributes[key] = wanted.font;
  }
  if (wanted.bold !== undefined) set('w:b', wanted.bold ? '1' : '0');
  if (wanted.italic !== undefined) set('w:i', wanted.italic ? '1' : '0');
  if (wanted.color !== undefined) set('w:color', wanted.color);
  if (wanted.sizePt !== undefined) {
    set('w:sz', String(wanted.sizePt * 2));
    set('w:szCs', String(wanted.sizePt * 2));
  }
}

export function setParagraph(
  paragraph: CheckedParagraph,
  wanted: { alignment?: string; beforePt?: number; line?: number; firstLineMm?: number },
): void {
  const properties = paragraphProperties(paragraph.node);
  if (wanted.alignment !== undefined)
    ensureChild(properties, 'w:jc', paragraphOrder).attributes['w:val'] = wanted.alignment;
  const spacing = () => ensureChild(properties, 'w:spacing', paragraphOrder).attributes;
  if (wanted.beforePt !== undefined) {
    spacing()['w:before'] = String(wanted.beforePt * 20);
    delete spacing()['w:beforeAutospacing'];
  }
  if (wanted.line !== undefined)
    Object.assign(spacing(), { 'w:line': String(wanted.line * 240), 'w:lineRule': 'auto' });
  if (wanted.firstLineMm !== undefined) {
    const indent = ensureChild(properties, 'w:ind', paragraphOrder).attributes;
    delete indent['w:hanging'];
    indent['w:firstLine'] = String(Math.round((wanted.firstLineMm * 1440) / 25.4));
  }
}

interface TextNode {
  readonly element: XmlElement;
  text: string;
}

function textNodes(paragraph: CheckedParagraph): TextNode[] {
  return paragraph.runs.flatMap(({ node }) =>
    node.children
      .filter(
        (part): part is XmlElement =>
          isElement(part) && ['w:t', 'w:tab', 'w:br', 'w:noBreakHyphen'].includes(part.name),
      )
      .map((element) => ({
        element,
        text:
          element.name === 'w:t'
            ? element.children.map((part) => (typeof part === 'string' ? part : '')).join('')
            : element.name === 'w:noBreakHyphen'
              ? '-'
              : ' ',
      })),
  );
}

/** Puts `text` in the place of what is read from `start` to `end`; the runs keep their formats. */
export function replaceText(paragraph: CheckedParagraph, start: number, end: number, text: string): void {
  let at = 0;
  let isWritten = false;
  for (const node of textNodes(paragraph)) {
    const [from, to] = [Math.max(start - at, 0), Math.min(end - at, node.text.length)];
    const touches =
      node.element.name === 'w:t' && (from < to || (start === end && start >= at && start <= at + node.text.length));
    at += node.text.length;
    if (!touches) continue;
    const next = node.text.slice(0, from) + (isWritten ? '' : text) + node.text.slice(Math.max(to, from));
    isWritten = true;
    node.element.children = [next];
    node.element.attributes['xml:space'] = 'preserve';
  }
}

/** Every place where the pattern stands, from the last to the first, so that earlier places stay where they are. */
export function replaceAll(paragraph: CheckedParagraph, pattern: RegExp, replacement: (found: string) => string): void {
  const places = [...paragraph.text.matchAll(pattern)].toReversed();
  for (const found of places) replaceText(paragraph, found.index, found.index + found[0].length, replacement(found[0]));
}
