import { tidyParagraph } from './clean-words.ts';
import { finishBlocks } from './finish-blocks.ts';
import { partBands } from './pdf-columns.ts';
import { findGrids } from './pdf-grids.ts';
import { gatherLines, type PdfFragment } from './pdf-lines.ts';
import { type PdfPage, takeMargins } from './pdf-margins.ts';
import { PdfParagraphs, type TextArea, textAreaOf } from './pdf-paragraphs.ts';
import { readRules } from './pdf-rules.ts';
import { continueTable, fillGrids, type PdfTable, toReadTable } from './pdf-tables.ts';
import {
  DocumentReadError,
  type ReadDocument,
  type ReadLimits,
  type ReadWarning,
  type ReportProgress,
} from './read-types.ts';

type Pdfjs = typeof import('unpdf/pdfjs');
type PdfDocument = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>;
type PdfPageProxy = Awaited<ReturnType<PdfDocument['getPage']>>;

/** Fewer letters than this on a page: what is on it is a picture. */
const fewestLetters = 12;

/** PDF with a text layer: words put together again from their places on the page. */
export async function readPdf(bytes: Uint8Array, limits: ReadLimits, report: ReportProgress): Promise<ReadDocument> {
  const document = await openPdf(bytes);
  try {
    if (document.numPages > limits.mostPages)
      throw new DocumentReadError('platform.document_too_many_pages', {
        pages: document.numPages,
        most: limits.mostPages,
      });
    const pages: PdfPage[] = [];
    for (let number = 1; number <= document.numPages; number += 1) {
      pages.push(await readPage(document, number));
      report(number, document.numPages);
    }
    return assemble(pages);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const { getDocument } = await import('unpdf/pdfjs');
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      useSystemFonts: false,
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new DocumentReadError(isLocked ? 'platform.document_password' : 'platform.document_damaged');
  }
}

async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: false });
  const [a = 1, b = 0, c = 0, d = -1, e = 0, f = 0] = viewport.transform;
  const fragments: PdfFragment[] = [];
  for (const item of content.items) {
    if (!('str' in item)) continue;
    const [ia = 0, ib = 0, ic = 0, id = 0, x = 0, y = 0] = item.transform as number[];
    // What stands across the page is a stamp in its margin, no line of the text.
    const along = { x: a * ia + c * ib, y: b * ia + d * ib };
    if (Math.abs(along.y) > Math.abs(along.x)) continue;
    const size = Math.hypot(a * ic + c * id, b * ic + d * id) || item.height || 12;
    fragments.push({ text: item.str, x: a * x + c * y + e, y: b * x + d * y + f, width: item.width, size });
  }
  const lines = gatherLines(fragments);
  const { tables, outside } = looksTabular(lines)
    ? fillGrids(await readGrids(page, viewport.transform), fragments)
    : { tables: [], outside: fragments };
  page.cleanup();
  const isWhole = tables.length === 0;
  return {
    number,
    width: viewport.width,
    height: viewport.height,
    lines: isWhole ? lines : gatherLines(outside),
    tables,
  };
}

/** Lines of a page cost time to read: only where words stand side by side more often than in a heading block. */
function looksTabular(lines: readonly (readonly unknown[])[]): boolean {
  return lines.some((line) => line.length > 2) || lines.filter((line) => line.length > 1).length > 3;
}

async function readGrids(page: PdfPageProxy, viewport: readonly number[]): Promise<ReturnType<typeof findGrids>> {
  const { OPS } = await import('unpdf/pdfjs');
  const operators = await page.getOperatorList();
  return findGrids(readRules(operators, OPS as unknown as Readonly<Record<string, number>>, viewport));
}

function assemble(read: readonly PdfPage[]): ReadDocument {
  const letters = read.map(countLetters);
  const blank = letters.filter((count) => count < fewestLetters).length;
  if (blank === read.length || blank > read.length / 2) throw new DocumentReadError('platform.document_scan');
  const warnings = new Set<ReadWarning>(blank > 0 ? ['pages-without-text'] : []);
  const { pages, margins } = takeMargins(read);
  const paragraphs = new PdfParagraphs();
  const areas = areasOf(pages);
  let running: PdfTable | null = null;
  for (const page of pages) {
    const area = areas.get(sizeOf(page)) ?? { from: 0, to: page.width, pitch: 1.2 };
    let isNewPage = true;
    let above = Number.NEGATIVE_INFINITY;
    for (const table of [...page.tables, null]) {
      const until = table?.top ?? Number.POSITIVE_INFINITY;
      const lines = page.lines.filter(([first]) => first && first.y > above && first.y <= until);
      if (lines.length > 0) running = null;
      addLines(paragraphs, lines, area, { page: page.number, isNewPage });
      isNewPage = isNewPage && lines.length === 0;
      if (table === null) break;
      above = table.bottom;
      if (running === null || !continueTable(running, table)) {
        running = { ...table, rows: [...table.rows] };
        paragraphs.addTable(toReadTable(running, page.number));
      }
    }
  }
  paragraphs.close();
  return finishBlocks({
    kind: 'pdf',
    blocks: paragraphs.blocks.map((block) =>
      block.kind === 'paragraph' ? { ...block, text: tidyParagraph(block.text) } : block,
    ),
    marginText: margins.join('\n'),
    pageCount: read.length,
    warnings,
  });
}

function countLetters(page: PdfPage): number {
  const inLines = page.lines.flat().reduce((sum, line) => sum + line.text.length, 0);
  return page.tables.flatMap((table) => table.rows.flat()).reduce((sum, cell) => sum + cell.text.length, inLines);
}

function sizeOf(page: PdfPage): string {
  return `${Math.round(page.width)}×${Math.round(page.height)}`;
}

function areasOf(pages: readonly PdfPage[]): Map<string, TextArea> {
  const groups = Map.groupBy(pages, sizeOf);
  return new Map(
    [...groups].map(([size, group]) => {
      const lines = group.flatMap((page) => page.lines.flatMap((line) => (line.length === 1 ? line : [])));
      return [size, textAreaOf(lines, group[0]?.width ?? 0)];
    }),
  );
}

function addLines(
  paragraphs: PdfParagraphs,
  lines: PdfPage['lines'],
  area: TextArea,
  place: { page: number; isNewPage: boolean },
): void {
  let { isNewPage } = place;
  for (const band of partBands(lines, area)) {
    if (band.kind === 'columns') {
      paragraphs.addColumn(band.left, place.page);
      paragraphs.addColumn(band.right, place.page);
    } else {
      for (const line of band.lines) {
        paragraphs.add(line, area, { page: place.page, isNewPage });
        isNewPage = false;
      }
    }
    isNewPage = false;
  }
}
