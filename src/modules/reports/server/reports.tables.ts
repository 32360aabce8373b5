import type { ColumnType, Generated } from 'kysely';
import type { ReportContent, ReportNarrativeText, ReportSigner } from '../reports.contract.ts';

export interface ReportTable {
  id: string;
  title: string;
  plan_id: string;
  unit_id: string;
  period_from: string;
  period_to: string;
  state: 'draft' | 'signed';
  narrative: ColumnType<ReportNarrativeText, string, string>;
  /** The figures and rows that the report was signed with; null while it is a draft. */
  frozen: ColumnType<ReportContent | null, string | null, string | null>;
  /** The coverage matrix goes with it as an annex. */
  with_matrix: Generated<boolean>;
  document_number: number | null;
  symbol: string;
  signer: ColumnType<ReportSigner | Record<string, never>, string, string>;
  signed_by: string | null;
  signed_at: Date | null;
  created_by: string | null;
  version: Generated<number>;
  created_at: Date;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    report: ReportTable;
  }
}
