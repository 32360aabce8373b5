/** What the readers of documents give: blocks in reading order, and the same as plain text. */
export type ReadKind = 'docx' | 'odt' | 'pdf' | 'text';

export interface ReadParagraph {
  readonly kind: 'paragraph';
  /** With its resolved automatic number in front; a line feed is a line break inside the paragraph. */
  readonly text: string;
  readonly isCentred: boolean;
  /** Stands in a cell of a table without lines, as number and date do: neighbours of one cell are no paragraphs apart. */
  readonly isInLayout: boolean;
  /** Counted from 1; null where the format knows no pages. */
  readonly page: number | null;
}

export interface ReadCell {
  readonly text: string;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface ReadTable {
  readonly kind: 'table';
  /** A merged cell stands once, where it begins. */
  readonly rows: readonly (readonly ReadCell[])[];
  readonly page: number | null;
}

export type ReadBlock = ReadParagraph | ReadTable;

export type ReadWarning =
  | 'changes-accepted'
  | 'comments-left-out'
  | 'notes-left-out'
  | 'pictures-left-out'
  | 'converted-tcvn3'
  | 'converted-vni'
  | 'pages-without-text';

export interface ReadDocument {
  readonly kind: ReadKind;
  readonly blocks: readonly ReadBlock[];
  readonly text: string;
  /** What stands in headers, footers and margins: no part of the text, yet a mark there counts. */
  readonly marginText: string;
  readonly pageCount: number | null;
  readonly warnings: readonly ReadWarning[];
}

export interface ReadLimits {
  readonly mostBytes: number;
  readonly mostUnpackedBytes: number;
  readonly mostPages: number;
  readonly deepestNesting: number;
  readonly mostCharacters: number;
  readonly mostMilliseconds: number;
  readonly mostMegabytes: number;
}

export const defaultReadLimits: ReadLimits = {
  mostBytes: 25 * 1024 * 1024,
  mostUnpackedBytes: 96 * 1024 * 1024,
  mostPages: 600,
  deepestNesting: 120,
  mostCharacters: 4_000_000,
  mostMilliseconds: 60_000,
  mostMegabytes: 400,
};

export type ReadErrorCode =
  | 'platform.document_scan'
  | 'platform.document_password'
  | 'platform.document_damaged'
  | 'platform.document_foreign'
  | 'platform.document_old_word'
  | 'platform.document_too_large'
  | 'platform.document_too_many_pages'
  | 'platform.document_too_nested'
  | 'platform.document_expands'
  | 'platform.document_too_slow'
  | 'platform.document_stopped'
  | 'platform.document_busy';

/** Why a file is not read. Nothing of it is kept. `details` fill the gaps of the text. */
export class DocumentReadError extends Error {
  readonly code: ReadErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
  constructor(code: ReadErrorCode, details: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'DocumentReadError';
    this.code = code;
    this.details = details;
  }
}

export type ReportProgress = (done: number, total: number) => void;
