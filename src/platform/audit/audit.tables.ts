import type { ColumnType, Generated } from 'kysely';

/** The sealed, append-only chain: who, when, what, and the hash of the payload. */
export interface AuditEntryTable {
  id: string;
  sequence: Generated<number>;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  origin: string | null;
  request_id: string;
  subject_kind: string;
  subject_id: string;
  action: string;
  payload_hash: string;
  previous_seal: string;
  seal: string;
}

/** The payload of an entry, apart, so that it can be erased where the law asks while the chain stays whole. */
export interface AuditPayloadTable {
  audit_id: string;
  payload: ColumnType<{ before?: unknown; after?: unknown; reason?: string }, string, string>;
  erase_after: Date | null;
}

declare module '../database/tables.ts' {
  interface DatabaseTables {
    audit_entry: AuditEntryTable;
    audit_payload: AuditPayloadTable;
  }
}
