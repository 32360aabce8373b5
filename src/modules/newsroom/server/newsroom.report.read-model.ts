// Joins tables of earlier modules: unit (organisation).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import './newsroom.tables.ts';

export interface StoryCount {
  readonly kind: string;
  readonly language: string;
  /** Editions that went live for the first time in the period. */
  readonly published: number;
  /** Of these, those withdrawn or removed since. */
  readonly withdrawn: number;
}

/** Editions by kind and language that went public from the first to the last day (YYYY-MM-DD, both included), in the department's zone. */
export async function readStoriesForReport(
  db: Database,
  scope: { from: string; to: string; unitIds?: readonly string[] },
): Promise<StoryCount[]> {
  const units = scope.unitIds ? [...scope.unitIds] : null;
  const { rows } = await sql<StoryCount>`
    select story.kind, edition.language, count(*)::int as published,
      (count(*) filter (where edition.public_state in ('withdrawn', 'removed')))::int as withdrawn
    from edition join story on story.id = edition.story_id
    where edition.first_live_at >= ${scope.from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and edition.first_live_at < (${scope.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and (${units}::text[] is null or story.unit_id = any(${units}::text[]))
    group by story.kind, edition.language order by story.kind, edition.language`.execute(db);
  return rows;
}

/** True while something public shows the file. Names of files are their SHA-256; anything else is not public. */
export async function isFilePublic(db: Database, sha256: string): Promise<boolean> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return false;
  const { rows } = await sql<{ found: boolean }>`
    select exists (select 1 from published_snapshot
      where published_snapshot.snapshot->'files' @> to_jsonb(${sha256}::text) and published_snapshot.state <> 'removed') as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}
