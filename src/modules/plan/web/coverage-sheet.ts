import { strToU8, zipSync } from 'fflate';
import type { Matrix, MatrixRow } from '../plan.contract.ts';

export interface SheetWords {
  readonly sheet: string;
  readonly path: string;
  readonly clause: string;
  readonly column: (names: Readonly<Record<string, string>>) => string;
  readonly cell: (cell: MatrixRow['cells'][string]) => string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The matrix as a workbook with one sheet (ECMA-376, part 1, 12.3.24): every unit a column, every state in words. */
export function coverageSheet(matrix: Matrix, words: SheetWords): Uint8Array<ArrayBuffer> {
  const lines = [
    [words.path, words.clause, ...matrix.columns.map((column) => words.column(column.names))],
    ...matrix.rows.map((row) => [
      row.path,
      row.title,
      ...matrix.columns.map((column) => {
        const cell = row.cells[column.id];
        return cell === undefined || cell.state === 'none' ? '' : words.cell(cell);
      }),
    ]),
  ];
  const sheet =
    `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane xSplit="2" ySplit="1" topLeftCell="C2" state="frozen"/></sheetView></sheetViews>` +
    '<cols><col min="1" max="1" width="10" customWidth="1"/><col min="2" max="2" width="60" customWidth="1"/></cols>' +
    `<sheetData>${lines.map(rowOf).join('')}</sheetData></worksheet>`;
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${inXml(words.sheet)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function rowOf(cells: readonly string[]): string {
  // Text stands in the cell itself: no table of shared strings, and nothing that a spreadsheet takes for a formula.
  return `<row>${cells.map((text) => (text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${inXml(text)}</t></is></c>`)).join('')}</row>`;
}

function inXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
