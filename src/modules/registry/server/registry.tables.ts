import type { ColumnType, Generated } from 'kysely';
import type { OfficialDocument } from '../../../platform/documents/official-document.ts';
import type {
  Direction,
  DocumentContent,
  DocumentSigner,
  DocumentState,
  DocumentText,
  RegisterDetails,
} from '../registry.shapes.contract.ts';

export interface DocumentCounterTable {
  unit_id: string;
  direction: Direction;
  year: number;
  /** The kind of documents out; documents in have one series. */
  series: string;
  last_number: number;
  created_at: Generated<Date>;
}
export interface DocumentTemplateTable {
  id: string;
  unit_id: string;
  kind: string;
  name: string;
  content: ColumnType<DocumentText, string, string>;
  version: Generated<number>;
  is_retired: Generated<boolean>;
  created_by: string | null;
  created_at: Date;
}
export interface DocumentTemplateVersionTable {
  template_id: string;
  version: number;
  name: string;
  content: ColumnType<DocumentText, string, string>;
  created_by: string | null;
  created_at: Date;
}
export interface OfficialDocumentTable {
  id: string;
  direction: Direction;
  state: DocumentState;
  unit_id: string;
  kind: string;
  year: number | null;
  register_number: number | null;
  code_number: string;
  symbol: string;
  agency: string;
  subject: string;
  issued_on: string | null;
  arrived_on: string | null;
  due_on: string | null;
  details: ColumnType<RegisterDetails & { signer?: DocumentSigner }, string, string>;
  content: ColumnType<DocumentContent | null, string | null, string | null>;
  /** The document as it was signed, for printing it again. */
  printed: ColumnType<OfficialDocument | null, string | null, string | null>;
  template_id: string | null;
  template_version: number | null;
  source_kind: string | null;
  source_id: string | null;
  /** What it can be found by, besides its heading. */
  words: string;
  created_by: string | null;
  signed_by: string | null;
  signed_at: Date | null;
  version: Generated<number>;
  created_at: Date;
}
export interface OfficialDocumentFileTable {
  document_id: string;
  position: number;
  name: string;
  media_type: string;
  sha256: string;
  bytes: number;
  created_at: Generated<Date>;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    document_counter: DocumentCounterTable;
    document_template: DocumentTemplateTable;
    document_template_version: DocumentTemplateVersionTable;
    official_document: OfficialDocumentTable;
    official_document_file: OfficialDocumentFileTable;
  }
}
