import { childOf, childrenOf, textIn, type XmlElement } from '../xml-tree.ts';
import { tidyParagraph } from './clean-words.ts';
import { decodeXml } from './decode-xml.ts';
import { finishBlocks } from './finish-blocks.ts';
import { isLayoutText } from './layout-words.ts';
import { type OdtList, OdtLists } from './odt-lists.ts';
import { OdtStyles } from './odt-styles.ts';
import { type OdtInline, readOdtWords } from './odt-words.ts';
import type { ZipFile } from './open-zip.ts';
import {
  DocumentReadError,
  type ReadBlock,
  type ReadCell,
  type ReadDocument,
  type ReadLimits,
  type ReadWarning,
} from './read-types.ts';
import { readXml } from './read-xml.ts';

interface Place {
  readonly list: OdtList | null;
  readonly level: number;
  readonly isInLayout: boolean;
}

const top: Place = { list: null, level: 0, isInLayout: false };

/** OpenDocument text (ODF 1.3): what stands in its content part. */
export function readOdt(zip: ZipFile, limits: ReadLimits): ReadDocument {
  const part = (name: string): XmlElement | null => {
    const bytes = zip.read(name);
    return bytes === null ? null : readXml(decodeXml(bytes), limits);
  };
  const stylesPart = part('styles.xml');
  const content = part('content.xml');
  const body = childOf(content ?? undefined, 'office:body', 'office:text');
  if (body === undefined) throw new DocumentReadError('platform.document_damaged');
  const styles = new OdtStyles([stylesPart, content]);
  const warnings = new Set<ReadWarning>();
  const reader = new OdtReader({ styles, warnings });
  reader.addAll(body, top);
  const margins = childrenOf(childOf(stylesPart ?? undefined, 'office:master-styles'), 'style:master-page');
  return finishBlocks({
    kind: 'odt',
    blocks: reader.blocks,
    marginText: margins.map(textIn).join('\n'),
    pageCount: null,
    warnings,
  });
}

class OdtReader {
  readonly blocks: ReadBlock[] = [];
  readonly #inline: OdtInline;
  readonly #lists: OdtLists;

  constructor(inline: OdtInline, lists = new OdtLists(inline.styles)) {
    this.#inline = inline;
    this.#lists = lists;
  }

  addAll(element: XmlElement, place: Place): void {
    for (const child of element.children) if (typeof child !== 'string') this.#add(child, place);
  }

  #add(element: XmlElement, place: Place): void {
    switch (element.name) {
      case 'text:p':
        this.#addParagraph(element, place, '');
        return;
      case 'text:h': {
        const level = Number(element.attributes['text:outline-level'] ?? 1);
        const isPlain = place.list !== null || element.attributes['text:is-list-header'] === 'true';
        this.#addParagraph(element, place, isPlain ? '' : this.#lists.headingLabel(level));
        return;
      }
      case 'text:list':
        this.#addList(element, place);
        return;
      case 'table:table':
        this.#addTable(element);
        return;
      case 'text:tracked-changes':
        this.#inline.warnings.add('changes-accepted');
        return;
      case 'text:section':
      case 'draw:text-box':
      case 'text:index-body':
        this.addAll(element, place);
        return;
      case 'draw:frame':
      case 'draw:custom-shape':
        this.#addParagraph({ name: 'text:p', attributes: {}, children: [element] }, place, '');
        return;
    }
  }

  #addList(element: XmlElement, place: Place): void {
    const first = firstParagraph(element);
    const style = this.#inline.styles.of('paragraph', first?.attributes['text:style-name']).listStyle;
    const list = this.#lists.open(element, place.list, style);
    const level = place.level + 1;
    for (const item of element.children) {
      if (typeof item === 'string') continue;
      let isFirst = item.name === 'text:list-item';
      for (const child of item.children) {
        if (typeof child === 'string') continue;
        if (isFirst && (child.name === 'text:p' || child.name === 'text:h')) {
          this.#addParagraph(child, place, this.#lists.label(list, level, item.attributes['text:start-value']));
        } else this.#add(child, { ...place, list, level });
        isFirst = false;
      }
    }
  }

  #addParagraph(element: XmlElement, place: Place, label: string): void {
    const words = readOdtWords(element, this.#inline);
    for (const box of words.boxes) {
      this.addAll(box, { ...top, isInLayout: true });
      this.#addBreak();
    }
    const { isCentred } = this.#inline.styles.of('paragraph', element.attributes['text:style-name']);
    const text = tidyParagraph(label === '' ? words.text : `${label} ${words.text.trimStart()}`);
    this.blocks.push({ kind: 'paragraph', text, isCentred, isInLayout: place.isInLayout, page: null });
  }

  #addBreak(): void {
    this.blocks.push({ kind: 'paragraph', text: '', isCentred: false, isInLayout: false, page: null });
  }

  #addTable(table: XmlElement): void {
    const rows = rowsOf(table).map((row) =>
      row.children.filter((cell) => typeof cell !== 'string' && cell.name === 'table:table-cell'),
    ) as XmlElement[][];
    const hasLines = rows
      .flat()
      .some((cell) => this.#inline.styles.of('table-cell', cell.attributes['table:style-name']).hasBorders);
    const columns = Math.max(0, ...rows.map((row) => row.length));
    if (columns <= 1 || !hasLines || (rows.length <= 6 && isLayoutText(textIn(table)))) {
      for (const cell of rows.flat()) {
        this.addAll(cell, { ...top, isInLayout: true });
        this.#addBreak();
      }
      return;
    }
    this.blocks.push({ kind: 'table', rows: rows.map((row) => row.map((cell) => this.#readCell(cell))), page: null });
  }

  #readCell(cell: XmlElement): ReadCell {
    const inside = new OdtReader(this.#inline, this.#lists);
    inside.addAll(cell, top);
    const text = inside.blocks
      .map((block) =>
        block.kind === 'paragraph'
          ? block.text
          : block.rows
              .flat()
              .map((each) => each.text)
              .join(' '),
      )
      .filter((line) => line !== '')
      .join('\n');
    const span = (name: string) => Math.max(1, Math.min(1_000, Number(cell.attributes[name] ?? 1) || 1));
    return {
      text,
      columnSpan: span('table:number-columns-spanned'),
      rowSpan: span('table:number-rows-spanned'),
    };
  }
}

function rowsOf(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === 'table:table-row') return [child];
    return /^table:(?:table-header-rows|table-rows|table-row-group)$/u.test(child.name) ? rowsOf(child) : [];
  });
}

function firstParagraph(element: XmlElement): XmlElement | undefined {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'text:p' || child.name === 'text:h') return child;
    const inner = firstParagraph(child);
    if (inner) return inner;
  }
  return undefined;
}
