import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import { attributeOf, isOn, type NumberReference } from './docx-numbering.ts';

export interface DocxStyle {
  readonly isCentred: boolean | null;
  readonly isCapitals: boolean | null;
  readonly isHidden: boolean | null;
  readonly font: string | undefined;
  readonly listId: string | null;
  readonly listLevel: number | null;
  readonly hasBorders: boolean | null;
}

const unknown: DocxStyle = {
  isCentred: null,
  isCapitals: null,
  isHidden: null,
  font: undefined,
  listId: null,
  listLevel: null,
  hasBorders: null,
};
const longestChain = 20;

/** What a style says of the things that change the words or their numbers, with what it is based on. */
export class DocxStyles {
  readonly #elements: ReadonlyMap<string, XmlElement>;
  readonly #known = new Map<string, DocxStyle>();
  readonly #defaultParagraph: string | null;

  constructor(styles: XmlElement | null) {
    const all = styles === null ? [] : childrenOf(styles, 'w:style');
    this.#elements = new Map(all.map((each) => [each.attributes['w:styleId'] ?? '', each]));
    const standard = all.find(
      ({ attributes }) => attributes['w:default'] === '1' && attributes['w:type'] === 'paragraph',
    );
    this.#defaultParagraph = standard?.attributes['w:styleId'] ?? null;
  }

  ofParagraph(properties: XmlElement | undefined): DocxStyle {
    return this.of(attributeOf(childOf(properties, 'w:pStyle')) ?? this.#defaultParagraph);
  }

  of(id: string | null): DocxStyle {
    if (id === null) return unknown;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const chain: DocxStyle[] = [];
    let current: string | null = id;
    for (let step = 0; current !== null && step < longestChain; step += 1) {
      const element: XmlElement | undefined = this.#elements.get(current);
      if (element === undefined) break;
      chain.push(readStyle(element));
      current = attributeOf(childOf(element, 'w:basedOn'));
    }
    const style = chain.reduceRight<DocxStyle>((below, own) => merge(below, own), unknown);
    this.#known.set(id, style);
    return style;
  }

  listOf(id: string): string | null {
    return this.of(id).listId;
  }

  /** The list and level of a paragraph: its own, else those of its style. A list of number 0 takes the number away. */
  numberOf(
    properties: XmlElement | undefined,
    levelOfStyle: (listId: string, style: string) => number | null,
  ): NumberReference | null {
    const own = childOf(properties, 'w:numPr');
    const style = this.ofParagraph(properties);
    const listId = attributeOf(childOf(own, 'w:numId')) ?? style.listId;
    if (listId === null || listId === '0') return null;
    const named = attributeOf(childOf(properties, 'w:pStyle'));
    const level = attributeOf(childOf(own, 'w:ilvl'));
    return {
      listId,
      level: level !== null ? Number(level) : (style.listLevel ?? (named && levelOfStyle(listId, named)) ?? 0) || 0,
    };
  }
}

function readStyle(element: XmlElement): DocxStyle {
  const paragraph = childOf(element, 'w:pPr');
  const run = childOf(element, 'w:rPr');
  const align = attributeOf(childOf(paragraph, 'w:jc'));
  const level = attributeOf(childOf(paragraph, 'w:numPr', 'w:ilvl'));
  const borders = childOf(element, 'w:tblPr', 'w:tblBorders');
  return {
    isCentred: align === null ? null : align === 'center',
    isCapitals: onOff(childOf(run, 'w:caps')),
    isHidden: onOff(childOf(run, 'w:vanish')),
    font: fontOf(run),
    listId: attributeOf(childOf(paragraph, 'w:numPr', 'w:numId')),
    listLevel: level === null ? null : Number(level),
    hasBorders: borders === undefined ? null : hasVisibleBorder(borders),
  };
}

function merge(below: DocxStyle, own: DocxStyle): DocxStyle {
  return {
    isCentred: own.isCentred ?? below.isCentred,
    isCapitals: own.isCapitals ?? below.isCapitals,
    isHidden: own.isHidden ?? below.isHidden,
    font: own.font ?? below.font,
    listId: own.listId ?? below.listId,
    listLevel: own.listLevel ?? below.listLevel,
    hasBorders: own.hasBorders ?? below.hasBorders,
  };
}

export function onOff(element: XmlElement | undefined): boolean | null {
  return element === undefined ? null : isOn(element);
}

export function fontOf(run: XmlElement | undefined): string | undefined {
  const fonts = childOf(run, 'w:rFonts')?.attributes;
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'];
}

export function hasVisibleBorder(borders: XmlElement): boolean {
  return borders.children.some(
    (side) => typeof side !== 'string' && !/^(?:none|nil)$/u.test(side.attributes['w:val'] ?? 'none'),
  );
}
