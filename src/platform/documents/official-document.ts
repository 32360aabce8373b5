/**
 * An official document as its author thinks of it: what is said, not how it is set. The setting is fixed by
 * Nghị định 30/2020/NĐ-CP, annex I, and lives in the files beside this one.
 */
export type OfficialDocument = {
  language: 'vi';
  /** `party`: the form of the Party's own documents (party-form.ts). Missing: that of the State. */
  form?: DocumentForm | undefined;
  /** Tên cơ quan chủ quản: the superior agency, where there is one. */
  parentAgency?: string | undefined;
  /** Tên cơ quan ban hành. */
  agency: string;
  /** Số và ký hiệu; a number not yet given stays blank, to be filled in by the registry. */
  numberAndSymbol: NumberAndSymbol;
  place: string;
  /** ISO date (2026-03-05) of issue, or null while it is not signed. */
  date: string | null;
  /** Printed while `date` is null, since drafts leave only day and month blank. */
  yearWhenUndated?: number | undefined;
  /** Tên loại, for example 'BÁO CÁO'; null for a letter (công văn), which bears none. */
  kindName: string | null;
  /** Trích yếu nội dung; of a letter it stands under the number after "V/v". */
  subject: string;
  /** Cell 10b. */
  urgency?: Urgency | undefined;
  /** Cell 11: who may keep or pass on the document. */
  circulation?: Circulation | undefined;
  /** Kính gửi. */
  addressees?: readonly string[] | undefined;
  /** Căn cứ ban hành. */
  bases?: readonly string[] | undefined;
  body: readonly DocumentBlock[];
  signature: DocumentSignature;
  /** Nơi nhận, without dashes and semicolons; "Lưu: VT" is added where it is missing. */
  recipients: readonly string[];
  /** Cell 12, "PL.(300)": who drafted it, and how many copies go out. */
  draftingMark?: string | undefined;
  /** Cell 13, at the foot of the first page: address, mail, site, telephone. */
  contact?: string | undefined;
  /** In the same file, after the signature, each on pages of its own. */
  annexes?: readonly DocumentAnnex[] | undefined;
  /** Marks the first page 'DỰ THẢO'. */
  draft?: boolean | undefined;
  /** Stands at the foot of every page of a document that shows invented data. */
  exampleNotice?: string | undefined;
  metadata: { title: string; creator: string };
};

export type DocumentForm = 'state' | 'party';
export type Urgency = 'HỎA TỐC' | 'THƯỢNG KHẨN' | 'KHẨN';
export type Circulation = 'XEM XONG TRẢ LẠI' | 'LƯU HÀNH NỘI BỘ';
export type NumberAndSymbol = { number: number | null; symbol: string };

export type DocumentAnnex = {
  title: string;
  body: readonly DocumentBlock[];
  /** For tables that portrait cannot hold (annex I, I.2). */
  landscape?: boolean | undefined;
};

export type DocumentBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; label: string; text: string }
  | LegalHeadingBlock
  | { kind: 'paragraph'; runs: readonly TextPiece[] }
  | { kind: 'dash-list'; items: readonly (readonly TextPiece[])[]; mark?: '-' | '+' | undefined }
  | TableBlock
  | PictureBlock
  | { kind: 'note'; text: string };

/** Annex I, table V.6a. Phần, Chương, Mục and Tiểu mục stand centred over their title, Điều on the line of its title. */
export type LegalHeadingBlock = {
  kind: 'legal-heading';
  level: 'Phần' | 'Chương' | 'Mục' | 'Tiểu mục' | 'Điều';
  number: string;
  title: string;
};

/** A photograph or a chart, centred, at most as wide as the text. */
export type PictureBlock = {
  kind: 'picture';
  format: 'png' | 'jpg';
  bytes: Uint8Array;
  widthPx: number;
  heightPx: number;
  /** Said to those who cannot see it. */
  alternative: string;
  caption?: string | undefined;
  widthMm?: number | undefined;
};

export type TextPiece = {
  text: string;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  /** Only http and https addresses become links; anything else is printed as plain text. */
  link?: string | undefined;
};

export type TableBlock = {
  kind: 'table';
  header: readonly string[];
  rows: readonly TableBlockRow[];
  /** Shares of the width of the text, in any unit. */
  columnWidths: readonly number[];
  alignments?: readonly ('left' | 'center' | 'right')[] | undefined;
};

export type TableBlockRow =
  | { kind: 'cells'; cells: readonly TableBlockCell[] }
  /** One cell across the whole table, in bold, over the rows that belong to it. */
  | { kind: 'group'; title: string };

/** A line feed begins a new paragraph inside the cell; a picture fills the width of its column. */
export type TableBlockCell = string | readonly TextPiece[] | PictureBlock;

export function isPicture(cell: TableBlockCell): cell is PictureBlock {
  return typeof cell === 'object' && 'kind' in cell;
}

/** Annex I, II.6: thay mặt, quyền, ký thay, thừa lệnh, thừa ủy quyền. */
export type SigningAuthority = 'TM.' | 'Q.' | 'KT.' | 'TL.' | 'TUQ.';

export type DocumentSignature = {
  /** A collective in whose name it is signed besides: "TM. ỦY BAN NHÂN DÂN" over "KT. CHỦ TỊCH". */
  onBehalfOf?: string | undefined;
  authority: SigningAuthority | null;
  /** The post or body in whose place the signer signs: 'GIÁM ĐỐC' in "KT. GIÁM ĐỐC"; null where nobody is replaced. */
  headPost: string | null;
  /** The signer's own post: 'PHÓ GIÁM ĐỐC'. */
  post: string;
  name: string | null;
};
