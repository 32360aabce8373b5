import { childOf, childrenOf, type XmlElement } from '../xml-tree.ts';
import type { NumberFormat } from './number-formats.ts';

export interface OdtListLevel {
  readonly format: NumberFormat;
  readonly bullet: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly displayLevels: number;
  readonly start: number;
  /** "%1%.%2%)", where the program that wrote it says so; it goes before prefix and suffix. */
  readonly pattern: string | null;
}

export interface OdtStyle {
  readonly isCentred: boolean;
  readonly isCapitals: boolean;
  readonly isHidden: boolean;
  readonly font: string | undefined;
  readonly hasBorders: boolean;
  readonly listStyle: string | null;
}

const plain: OdtStyle = {
  isCentred: false,
  isCapitals: false,
  isHidden: false,
  font: undefined,
  hasBorders: false,
  listStyle: null,
};
const longestChain = 20;

/** Styles of an OpenDocument text (ODF 1.3, 16): of the document and of its own styles part. */
export class OdtStyles {
  readonly #elements = new Map<string, XmlElement>();
  readonly #lists = new Map<string, ReadonlyMap<number, OdtListLevel>>();
  readonly #known = new Map<string, OdtStyle>();
  readonly outline: ReadonlyMap<number, OdtListLevel>;

  constructor(parts: readonly (XmlElement | null)[]) {
    let outline: ReadonlyMap<number, OdtListLevel> = new Map();
    for (const part of parts) {
      const groups = [
        childOf(part ?? undefined, 'office:styles'),
        childOf(part ?? undefined, 'office:automatic-styles'),
      ];
      for (const group of groups) {
        for (const style of childrenOf(group, 'style:style')) this.#elements.set(keyOf(style), style);
        for (const list of childrenOf(group, 'text:list-style'))
          this.#lists.set(list.attributes['style:name'] ?? '', readLevels(list));
        const own = childOf(group, 'text:outline-style');
        if (own) outline = readLevels(own);
      }
    }
    this.outline = outline;
  }

  levelOf(list: string, level: number): OdtListLevel | null {
    return this.#lists.get(list)?.get(level) ?? null;
  }

  of(family: 'paragraph' | 'text' | 'table-cell', name: string | undefined): OdtStyle {
    if (name === undefined) return plain;
    const key = `${family}/${name}`;
    const known = this.#known.get(key);
    if (known) return known;
    const chain: XmlElement[] = [];
    let current = this.#elements.get(key);
    while (current !== undefined && chain.length < longestChain) {
      chain.push(current);
      current = this.#elements.get(`${family}/${current.attributes['style:parent-style-name'] ?? ''}`);
    }
    const style = chain.reduceRight<OdtStyle>(addStyle, plain);
    this.#known.set(key, style);
    return style;
  }
}

function keyOf(style: XmlElement): string {
  return `${style.attributes['style:family'] ?? ''}/${style.attributes['style:name'] ?? ''}`;
}

function addStyle(below: OdtStyle, style: XmlElement): OdtStyle {
  const paragraph = childOf(style, 'style:paragraph-properties')?.attributes ?? {};
  const text = childOf(style, 'style:text-properties')?.attributes ?? {};
  const cell = childOf(style, 'style:table-cell-properties')?.attributes ?? {};
  const align = paragraph['fo:text-align'];
  const transform = text['fo:text-transform'];
  const display = text['text:display'];
  const borders = Object.entries(cell).filter(([name]) => /^fo:border(?:-\w+)?$/u.test(name));
  return {
    isCentred: align === undefined ? below.isCentred : align === 'center',
    isCapitals: transform === undefined ? below.isCapitals : transform === 'uppercase',
    isHidden: display === undefined ? below.isHidden : display === 'none',
    font: text['style:font-name'] ?? text['fo:font-family'] ?? below.font,
    hasBorders: borders.length === 0 ? below.hasBorders : borders.some(([, value]) => value !== 'none'),
    listStyle: style.attributes['style:list-style-name'] ?? below.listStyle,
  };
}

function readLevels(list: XmlElement): Map<number, OdtListLevel> {
  const levels = new Map<number, OdtListLevel>();
  for (const child of list.children) {
    if (typeof child === 'string') continue;
    const { attributes } = child;
    const isBullet = child.name === 'text:list-level-style-bullet';
    levels.set(Number(attributes['text:level'] ?? 1), {
      format: isBullet ? 'bullet' : formatOf(attributes['style:num-format'] ?? ''),
      bullet: attributes['text:bullet-char'] ?? '-',
      prefix: attributes['style:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? '',
      displayLevels: Number(attributes['text:display-levels'] ?? 1),
      start: Number(attributes['text:start-value'] ?? 1),
      pattern: attributes['loext:num-list-format'] ?? null,
    });
  }
  return levels;
}

function formatOf(sample: string): NumberFormat {
  if (sample.includes('đ')) return 'lower-vietnamese';
  if (sample.includes('Đ')) return 'upper-vietnamese';
  const formats: Readonly<Record<string, NumberFormat>> = {
    '1': 'decimal',
    a: 'lower-letter',
    A: 'upper-letter',
    i: 'lower-roman',
    I: 'upper-roman',
  };
  return formats[sample[0] ?? ''] ?? 'none';
}
