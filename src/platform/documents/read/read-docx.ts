import { childOf, type XmlElement } from '../xml-tree.ts';
import { tidyParagraph } from './clean-words.ts';
import { decodeXml } from './decode-xml.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { type DocxState, readDocxParagraph } from './docx-paragraph.ts';
import { DocxStyles } from './docx-styles.ts';
import { isLayoutTable, readDocxRows } from './docx-table.ts';
import { finishBlocks } from './finish-blocks.ts';
import type { ZipFile } from './open-zip.ts';
import { DocumentReadError, type ReadBlock, type ReadDocument, type ReadLimits } from './read-types.ts';
import { readXml } from './read-xml.ts';

/** Office Open XML (ECMA-376): the text of the document part, numbered as Word numbers it. */
export function readDocx(zip: ZipFile, limits: ReadLimits): ReadDocument {
  const part = (name: string): XmlElement | null => {
    const bytes = zip.read(name);
    return bytes === null ? null : readXml(decodeXml(bytes), limits);
  };
  const styles = new DocxStyles(part('word/styles.xml'));
  const state: DocxState = {
    styles,
    numbering: new DocxNumbering(part('word/numbering.xml'), (style) => styles.listOf(style)),
    warnings: new Set(),
    fields: [],
  };
  const bytes = zip.read('word/document.xml');
  if (bytes === null) throw new DocumentReadError('platform.document_damaged');
  const collector = new BlockCollector(state);
  readXml(decodeXml(bytes), limits, (element, within) => {
    if (within !== 'w:body') return false;
    collector.add(element);
    return true;
  });
  const margins = zip.names
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name))
    .map((name) => part(name))
    .flatMap((element) => (element === null ? [] : marginWords(element, state)));
  return finishBlocks({
    kind: 'docx',
    blocks: collector.blocks,
    marginText: margins.join('\n'),
    pageCount: null,
    warnings: state.warnings,
  });
}

function marginWords(element: XmlElement, state: DocxState): string[] {
  const collector = new BlockCollector({
    ...state,
    numbering: new DocxNumbering(null),
    fields: [],
    warnings: new Set(),
  });
  for (const child of element.children) if (typeof child !== 'string') collector.add(child);
  return collector.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flat().map((cell) => cell.text),
  );
}

class BlockCollector {
  readonly blocks: ReadBlock[] = [];
  readonly #state: DocxState;
  #runningOn = '';

  constructor(state: DocxState) {
    this.#state = state;
  }

  add(element: XmlElement, isInLayout = false): void {
    switch (element.name) {
      case 'w:p':
        this.#addParagraph(element, isInLayout);
        return;
      case 'w:tbl':
        this.#addTable(element);
        return;
      case 'w:sdt':
        this.#addAll(childOf(element, 'w:sdtContent'), isInLayout);
        return;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
      case 'w:txbxContent':
        this.#addAll(element, isInLayout);
        return;
      case 'mc:AlternateContent':
        this.#addAll(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback'), isInLayout);
        return;
    }
  }

  #addAll(element: XmlElement | undefined, isInLayout: boolean): void {
    for (const child of element?.children ?? []) if (typeof child !== 'string') this.add(child, isInLayout);
  }

  #addParagraph(element: XmlElement, isInLayout: boolean): void {
    const words = readDocxParagraph(element, this.#state);
    for (const box of words.boxes) {
      this.#addAll(box, true);
      this.#addBreak();
    }
    const text = this.#runningOn + words.text;
    this.#runningOn = words.runsOn ? text : '';
    if (words.runsOn) return;
    this.blocks.push({
      kind: 'paragraph',
      text: tidyParagraph(text),
      isCentred: words.isCentred,
      isInLayout,
      page: null,
    });
  }

  #addBreak(): void {
    this.blocks.push({ kind: 'paragraph', text: '', isCentred: false, isInLayout: false, page: null });
  }

  #addTable(table: XmlElement): void {
    const rows = readDocxRows(table);
    if (isLayoutTable(table, rows, this.#state.styles)) {
      for (const row of rows) {
        for (const { element } of row) {
          this.#addAll(element, true);
          this.#addBreak();
        }
      }
      return;
    }
    this.blocks.push({
      kind: 'table',
      rows: rows.map((row) =>
        row.map(({ element, columnSpan, rowSpan }) => ({ text: this.#cellText(element), columnSpan, rowSpan })),
      ),
      page: null,
    });
  }

  #cellText(cell: XmlElement): string {
    const inside = new BlockCollector(this.#state);
    inside.#addAll(cell, false);
    return inside.blocks
      .map((block) =>
        block.kind === 'paragraph'
          ? block.text
          : block.rows.map((row) => row.map((each) => each.text).join(' ')).join('\n'),
      )
      .filter((text) => text !== '')
      .join('\n');
  }
}
