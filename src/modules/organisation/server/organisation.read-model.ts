import type { Database } from '../../../platform/database/tables.ts';
import type { Unit } from '../organisation.contract.ts';
import './organisation.tables.ts';

/** All units in their order. A province has some sixty; the list is bounded by that. */
export async function readUnits(db: Database): Promise<Unit[]> {
  const rows = await db
    .selectFrom('unit')
    .selectAll()
    .where('valid_to', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    parentId: row.parent_id,
    names: row.names,
    shortNames: row.short_names,
    aliases: row.aliases,
    isOwn: row.is_own,
  }));
}

export async function readUnitGroups(
  db: Database,
): Promise<{ id: string; names: Record<string, string>; unitIds: string[] }[]> {
  const groups = await db.selectFrom('unit_group').selectAll().orderBy('id').execute();
  const members = await db.selectFrom('unit_group_member').selectAll().orderBy('unit_id').execute();
  return groups.map((group) => ({
    id: group.id,
    names: group.names,
    unitIds: members.filter((member) => member.group_id === group.id).map((member) => member.unit_id),
  }));
}

/** Units and groups as plain unit ids: a group gives its members. */
export async function expandUnitIds(db: Database, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const members = await db
    .selectFrom('unit_group_member')
    .select('unit_id')
    .where('group_id', 'in', [...ids])
    .execute();
  const plain = ids.filter((id) => !id.startsWith('group:'));
  return [...new Set([...plain, ...members.map((member) => member.unit_id)])];
}

export async function readLanguages(
  db: Database,
): Promise<{ code: string; names: Record<string, string>; isSpokenOnly: boolean }[]> {
  const rows = await db.selectFrom('language').selectAll().orderBy('position').execute();
  return rows.map((row) => ({ code: row.code, names: row.names, isSpokenOnly: row.is_spoken_only }));
}
