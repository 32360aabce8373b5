import type { ColumnType, Generated } from 'kysely';
import type { LinkRelation } from '../directives.chain.contract.ts';
import type { DirectiveState, ReviewedDirective } from '../directives.contract.ts';
import type { ClauseMode, ClauseNature, ClauseRhythm } from '../directives.parsed.ts';

export interface DirectiveTable {
  id: string;
  kind: string | null;
  number: number | null;
  symbol: string | null;
  subject: string;
  issuer: string | null;
  place: string | null;
  issued_on: string | null;
  year: number | null;
  state: DirectiveState;
  source_name: string;
  /** The text as it came; clauses point into it by UTF-16 units. */
  source_text: string;
  source_sha256: string;
  source_kind: 'docx' | 'odt' | 'pdf' | 'text';
  read_warnings: string[];
  /** The file as it came, in the file store; null for pasted text. */
  file_sha256: string | null;
  file_bytes: number | null;
  parsed: ColumnType<ReviewedDirective, string, string>;
  unit_id: string;
  created_by: string | null;
  confirmed_by: string | null;
  confirmed_at: Date | null;
  version: Generated<number>;
  /** This was an earlier edition of that directive, until a corrected one took its place. */
  edition_of: string | null;
  replaced_at: Date | null;
  created_at: Date;
}
export interface ClauseTable {
  id: string;
  directive_id: string;
  path: string;
  parent_path: string | null;
  position: number;
  depth: number;
  label: string | null;
  title: string;
  text: string;
  short_title: string;
  nature: ClauseNature;
  mode: ClauseMode | null;
  is_leaf: boolean;
  source_from: number;
  source_to: number;
  /** Units and groups charged with the clause, inherited from the nearest heading. */
  unit_ids: string[];
  channel_ids: string[];
  dates: string[];
  /** Units and groups that help. */
  supporting_unit_ids: string[];
  due_on: string | null;
  rhythm: ClauseRhythm | null;
  /** What it is to bring, in words; empty and 0 where it does not say. */
  expected_kind: string;
  expected_count: number;
  /** No longer in the corrected document; kept because work points at it. */
  withdrawn_at: Date | null;
  created_at: Date;
}

/** How one directive stands to another document, here or only cited. */
export interface DirectiveLinkTable {
  id: string;
  directive_id: string;
  relation: LinkRelation;
  target_id: string | null;
  cited_kind: string | null;
  cited_number: number | null;
  cited_symbol: string | null;
  cited_on: string | null;
  cited_issuer: string | null;
  words: string;
  state: 'proposed' | 'confirmed' | 'refused';
  version: Generated<number>;
  decided_by: string | null;
  decided_at: Date | null;
  created_at: Date;
}
/** A clause carries out a clause of the document above, as a person said. */
export interface ClauseLinkTable {
  clause_id: string;
  upper_clause_id: string;
  link_id: string;
  created_by: string | null;
  created_at: Date;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    directive: DirectiveTable;
    clause: ClauseTable;
    directive_link: DirectiveLinkTable;
    clause_link: ClauseLinkTable;
  }
}
