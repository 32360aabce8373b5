import { childOf, textIn, type XmlElement } from '../xml-tree.ts';
import { attributeOf } from './docx-numbering.ts';
import { type DocxStyles, hasVisibleBorder } from './docx-styles.ts';
import { isLayoutText } from './layout-words.ts';

export interface DocxCell {
  readonly element: XmlElement;
  readonly columnSpan: number;
  rowSpan: number;
}

/** Rows of cells; what is merged from above (17.4.84 vMerge) counts as height of the cell where it begins. */
export function readDocxRows(table: XmlElement): DocxCell[][] {
  const above = new Map<number, DocxCell>();
  return rowsOf(table).map((row) => {
    const cells: DocxCell[] = [];
    let column = Number(attributeOf(childOf(row, 'w:trPr', 'w:gridBefore')) ?? 0);
    for (const element of cellsOf(row)) {
      const properties = childOf(element, 'w:tcPr');
      const columnSpan = Math.max(1, Math.min(63, Number(attributeOf(childOf(properties, 'w:gridSpan')) ?? 1) || 1));
      const merge = childOf(properties, 'w:vMerge');
      const begun = above.get(column);
      if (merge !== undefined && attributeOf(merge) !== 'restart' && begun !== undefined) {
        begun.rowSpan += 1;
      } else {
        const cell = { element, columnSpan, rowSpan: 1 };
        cells.push(cell);
        if (merge === undefined) above.delete(column);
        else above.set(column, cell);
      }
      column += columnSpan;
    }
    return cells;
  });
}

function rowsOf(table: XmlElement): XmlElement[] {
  return within(table, 'w:tr').filter((row) => childOf(row, 'w:trPr', 'w:del') === undefined);
}

function cellsOf(row: XmlElement): XmlElement[] {
  return within(row, 'w:tc');
}

/** Rows and cells may stand inside controls and marks of changes. */
function within(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    if (child.name === name) return [child];
    return /^w:(?:sdt|sdtContent|ins|moveTo|customXml)$/u.test(child.name) ? within(child, name) : [];
  });
}

/** A table without lines places things on the page: the heading block, recipients beside the signature. */
export function isLayoutTable(table: XmlElement, rows: readonly (readonly DocxCell[])[], styles: DocxStyles): boolean {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  if (columns <= 1) return true;
  if (rows.length <= 6 && isLayoutText(textIn(table))) return true;
  const properties = childOf(table, 'w:tblPr');
  const own = childOf(properties, 'w:tblBorders');
  if (own !== undefined && hasVisibleBorder(own)) return false;
  if (own === undefined && styles.of(attributeOf(childOf(properties, 'w:tblStyle'))).hasBorders === true) return false;
  const cells = rows.flat();
  const bordered = cells.filter(({ element }) => {
    const borders = childOf(element, 'w:tcPr', 'w:tcBorders');
    return borders !== undefined && hasVisibleBorder(borders);
  });
  return bordered.length * 2 < cells.length;
}
