import type { ColumnType, Generated } from 'kysely';

/** One document a subject and language, written by the subject's owner in the transaction of the change. */
export interface SearchDocumentTable {
  subject_kind: string;
  subject_id: string;
  language: string;
  title: string;
  /** The words as they were typed; the title has weight A. */
  exact: ColumnType<string, never, never>;
  /** The same words without accents. */
  folded: ColumnType<string, never, never>;
  /** Characters and pairs of characters of scripts that are written without spaces. */
  grams: Generated<string[]>;
  dated: Date;
  visible_units: Generated<string[]>;
  is_public: Generated<boolean>;
}

declare module '../database/tables.ts' {
  interface DatabaseTables {
    search_document: SearchDocumentTable;
  }
}
