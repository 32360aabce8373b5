import { sql } from 'kysely';
import type { z } from 'zod';
import type {} from '../modules/newsroom/server/newsroom.tables.ts';
import { readSetting } from '../platform/database/settings.ts';
import type { Database } from '../platform/database/tables.ts';
import { type Snapshot, siteSettingsSchema, snapshotSchema } from './sites.snapshot.ts';

// Reads published_snapshot of newsroom, the only table of it that the public sees.

const unitEntries = siteSettingsSchema.omit({ publicUrl: true, season: true, isExample: true }).partial();
/** What the unit has entered about its portal, in the setting `site`. */
export type UnitEntries = z.infer<typeof unitEntries>;

/** What is published, newest first. A row that does not have the agreed form is reported and left out, never shown half. */
export async function loadSnapshots(db: Database, report: (message: string) => void): Promise<readonly Snapshot[]> {
  const rows = await db
    .selectFrom('published_snapshot')
    .select(['code', 'snapshot'])
    .orderBy('published_at', 'desc')
    .orderBy('code')
    .execute();
  return rows.flatMap(({ code, snapshot }) => {
    const parsed = snapshotSchema.safeParse(snapshot);
    if (parsed.success) return [parsed.data];
    report(`published_snapshot ${code}: ${parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
    return [];
  });
}

/**
 * A mark that differs after any committed change of what is published, whichever process made it and in whatever order
 * transactions ended: each change of a row gives it another transaction number.
 */
export async function readPublishedMark(db: Database): Promise<string> {
  const row = await sql<{ mark: string }>`
    select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) || ':' ||
      coalesce((select max(xmin::text::bigint) from setting where key = 'site'), 0) as mark
    from published_snapshot
  `.execute(db);
  return row.rows[0]?.mark ?? '';
}

export async function loadUnitEntries(db: Database): Promise<UnitEntries> {
  return unitEntries.safeParse(await readSetting(db, 'site')).data ?? {};
}
