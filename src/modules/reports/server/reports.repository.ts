import type { Selectable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { ReportTable } from './reports.tables.ts';

export type ReportRecord = Selectable<ReportTable>;

export function lockReport(db: Database, id: string): Promise<ReportRecord | undefined> {
  return db.selectFrom('report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function findReport(db: Database, id: string): Promise<ReportRecord | undefined> {
  return db.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
}

/** False when a report with this id is here already: the same create came twice. */
export async function insertReport(
  db: Database,
  report: {
    id: string;
    title: string;
    planId: string;
    unitId: string;
    periodFrom: string;
    periodTo: string;
    symbol: string;
    createdBy: string | null;
    at: Date;
    narrative: object;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('report')
    .values({
      id: report.id,
      title: report.title,
      plan_id: report.planId,
      unit_id: report.unitId,
      period_from: report.periodFrom,
      period_to: report.periodTo,
      state: 'draft',
      narrative: JSON.stringify(report.narrative),
      frozen: null,
      document_number: null,
      symbol: report.symbol,
      signer: '{}',
      signed_by: null,
      signed_at: null,
      created_by: report.createdBy,
      created_at: report.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateReport(
  db: Database,
  id: string,
  change: { version: number; title: string; narrative: object },
): Promise<void> {
  const { version, title, narrative } = change;
  await db
    .updateTable('report')
    .set({ version, title, narrative: JSON.stringify(narrative) })
    .where('id', '=', id)
    .execute();
}

export async function updateAnnexes(
  db: Database,
  id: string,
  change: { version: number; withMatrix: boolean },
): Promise<void> {
  const { version, withMatrix } = change;
  await db.updateTable('report').set({ version, with_matrix: withMatrix }).where('id', '=', id).execute();
}

export async function markSigned(
  db: Database,
  id: string,
  change: { version: number; number: number | null; signer: object; frozen: object; signedBy: string | null; at: Date },
): Promise<void> {
  await db
    .updateTable('report')
    .set({
      state: 'signed',
      version: change.version,
      document_number: change.number,
      signer: JSON.stringify(change.signer),
      frozen: JSON.stringify(change.frozen),
      signed_by: change.signedBy,
      signed_at: change.at,
    })
    .where('id', '=', id)
    .execute();
}
