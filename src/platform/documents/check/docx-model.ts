import { childOf, isElement, type XmlElement } from '../xml-tree.ts';
import { FormatReader, type ParagraphFormat, type RunFormat } from './docx-formats.ts';
import { type DocxPackage, readPart } from './docx-package.ts';

export interface CheckedRun {
  readonly node: XmlElement;
  readonly format: RunFormat;
  readonly text: string;
}

export interface CheckedParagraph {
  readonly node: XmlElement;
  /** Place among all paragraphs of the document, also as a name in findings. */
  readonly index: number;
  readonly text: string;
  readonly runs: readonly CheckedRun[];
  readonly format: ParagraphFormat;
  /** The cell that holds it: which table, row and column; null in running text. */
  readonly cell: { readonly table: number; readonly row: number; readonly column: number } | null;
  readonly hasDrawing: boolean;
}

export interface CheckedDocument {
  readonly docx: DocxPackage;
  readonly paragraphs: readonly CheckedParagraph[];
  readonly sections: readonly XmlElement[];
  /** `header` and `footer` parts by their relation id. */
  readonly relations: ReadonlyMap<string, string>;
}

const transparent = new Set(['w:hyperlink', 'w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:customXml']);

function runsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((node) => {
    if (!isElement(node)) return [];
    if (node.name === 'w:r') return [node];
    return transparent.has(node.name) ? runsIn(node) : [];
  });
}

/** What a reader sees of a run: text, a tab and a line break as a space; deleted text is not there. */
export function textOf(run: XmlElement): string {
  return run.children
    .map((node) => {
      if (!isElement(node)) return '';
      if (node.name === 'w:t') return node.children.map((part) => (typeof part === 'string' ? part : '')).join('');
      if (node.name === 'w:noBreakHyphen') return '-';
      return node.name === 'w:tab' || node.name === 'w:br' ? ' ' : '';
    })
    .join('');
}

const drawings = new Set(['w:drawing', 'w:pict', 'w:object', 'mc:AlternateContent']);

function hasDrawing(element: XmlElement): boolean {
  return element.children.some((node) => isElement(node) && (drawings.has(node.name) || hasDrawing(node)));
}

/** The document with the formats that apply to each run, as the rules look at it. */
export function readDocument(docx: DocxPackage): CheckedDocument {
  const body = childOf(childOf(readPart(docx, 'word/document.xml'), 'w:document'), 'w:body');
  const formats = new FormatReader(docx);
  const paragraphs: CheckedParagraph[] = [];
  const sections: XmlElement[] = [];
  let tables = 0;
  const visit = (element: XmlElement, cell: CheckedParagraph['cell']): void => {
    for (const node of element.children) {
      if (!isElement(node)) continue;
      if (node.name === 'w:p') {
        const runs = runsIn(node).map((run) => ({ node: run, format: formats.run(run, node), text: textOf(run) }));
        paragraphs.push({
          node,
          index: paragraphs.length,
          text: runs.map(({ text }) => text).join(''),
          runs,
          format: formats.paragraph(node),
          cell,
          hasDrawing: hasDrawing(node),
        });
        const section = childOf(childOf(node, 'w:pPr'), 'w:sectPr');
        if (section) sections.push(section);
      } else if (node.name === 'w:tbl') visitTable(node);
      else if (node.name === 'w:sectPr') sections.push(node);
      else visit(node, cell);
    }
  };
  const visitTable = (table: XmlElement): void => {
    tables += 1;
    const number = tables;
    const rows = table.children.filter((node): node is XmlElement => isElement(node) && node.name === 'w:tr');
    rows.forEach((row, rowNumber) => {
      const cells = row.children.filter((node): node is XmlElement => isElement(node) && node.name === 'w:tc');
      cells.forEach((cell, column) => {
        visit(cell, { table: number, row: rowNumber, column });
      });
    });
  };
  if (body) visit(body, null);
  return { docx, paragraphs, sections, relations: readRelations(docx) };
}

function readRelations(docx: DocxPackage): Map<string, string> {
  const root = childOf(readPart(docx, 'word/_rels/document.xml.rels'), 'Relationships');
  const relations = (root?.children ?? []).filter(isElement);
  return new Map(
    relations.map((relation) => [
      relation.attributes.Id ?? '',
      `word/${relation.attributes.Target ?? ''}`.replace('word//word/', 'word/'),
    ]),
  );
}
