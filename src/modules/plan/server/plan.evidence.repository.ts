import type { Insertable, Selectable } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { EvidenceTable } from './plan.tables.ts';

export async function countAcceptedEvidence(
  db: Database,
  task: { clause_id: string; unit_id: string },
): Promise<number> {
  const row = await db
    .selectFrom('evidence')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('clause_id', '=', task.clause_id)
    .where('unit_id', '=', task.unit_id)
    .where('state', '=', 'accepted')
    .executeTakeFirstOrThrow();
  return row.count;
}
/** False when a row with this id, or from this source, is there already. */
export async function insertEvidence(db: Database, evidence: Insertable<EvidenceTable>): Promise<boolean> {
  const row = await db
    .insertInto('evidence')
    .values(evidence)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
export async function lockEvidence(db: Database, id: string): Promise<Selectable<EvidenceTable> | undefined> {
  return db.selectFrom('evidence').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}
export async function readEvidence(db: Database, id: string): Promise<Selectable<EvidenceTable> | undefined> {
  return db.selectFrom('evidence').selectAll().where('id', '=', id).executeTakeFirst();
}
export async function judgeEvidenceRow(
  db: Database,
  id: string,
  state: 'accepted' | 'returned',
  reason: string | null,
): Promise<void> {
  await db
    .updateTable('evidence')
    .set((eb) => ({ state, return_reason: reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}
/** The files of one piece of evidence in their order. */
export async function insertEvidenceFiles(
  db: Database,
  evidenceId: string,
  assetIds: readonly string[],
): Promise<void> {
  if (assetIds.length === 0) return;
  await db
    .insertInto('evidence_asset')
    .values(assetIds.map((assetId, position) => ({ evidence_id: evidenceId, asset_id: assetId, position })))
    .execute();
}
export async function readEvidenceFileIds(db: Database, evidenceId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('evidence_asset')
    .select('asset_id')
    .where('evidence_id', '=', evidenceId)
    .orderBy('position')
    .execute();
  return rows.map((row) => row.asset_id);
}

/** Evidence that the program made from one source, all at once. */
export async function setEvidenceOfSource(
  db: Database,
  change: { sourceKind: string; sourceId: string; state: 'accepted' | 'returned'; reason: string | null },
): Promise<void> {
  await db
    .updateTable('evidence')
    .set((eb) => ({ state: change.state, return_reason: change.reason, version: eb('version', '+', 1) }))
    .where('source_kind', '=', change.sourceKind)
    .where('source_id', '=', change.sourceId)
    .execute();
}
