// Reads a table of an earlier module: directive (directives).
import type { Database } from '../../../platform/database/tables.ts';

export interface ConfirmedDirective {
  readonly id: string;
  readonly unitId: string;
  readonly kind: string | null;
  readonly number: number | null;
  readonly symbol: string | null;
  readonly subject: string;
  readonly issuer: string | null;
  readonly issuerUnitId: string | null;
  readonly issuedOn: string | null;
  readonly createdAt: Date;
  readonly confirmedBy: string | null;
  readonly text: string;
  readonly signature: { readonly post: string | null; readonly name: string | null };
  readonly addressees: readonly string[];
  /** As it came; null for pasted text. */
  readonly file: { name: string; media_type: string; sha256: string; bytes: number } | null;
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  text: 'text/plain',
} as const;

/** What the register keeps of a directive, as the person who confirmed it left it. */
export async function readConfirmedDirective(db: Database, id: string): Promise<ConfirmedDirective | undefined> {
  const row = await db
    .selectFrom('directive')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'confirmed')
    .executeTakeFirst();
  if (!row) return undefined;
  const { addressees, issuerUnitId, signature } = row.parsed;
  return {
    id: row.id,
    unitId: row.unit_id,
    kind: row.kind,
    number: row.number,
    symbol: row.symbol,
    subject: row.subject,
    issuer: row.issuer,
    issuerUnitId,
    issuedOn: row.issued_on,
    createdAt: row.created_at,
    confirmedBy: row.confirmed_by,
    text: row.source_text.slice(0, 1_000_000),
    signature,
    addressees,
    file:
      row.file_sha256 === null || row.file_bytes === null
        ? null
        : {
            name: row.source_name,
            media_type: mediaTypes[row.source_kind],
            sha256: row.file_sha256,
            bytes: row.file_bytes,
          },
  };
}
