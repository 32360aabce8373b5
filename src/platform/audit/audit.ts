import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import type { Database } from '../database/tables.ts';
import { newId } from '../ids/ids.ts';
import type { HistoryRow } from './history.contract.ts';

export interface AuditChange {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly action: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** After so many days what was before and after is erased; without it, it is kept as a record of the work. */
  readonly keepDays?: number;
}

// Any fixed number: it serialises the writers of the chain until their transactions end.
const chainLock = 720_150;

/** Appends one row of history in the transaction of the change. */
export async function recordAudit(context: Context, change: AuditChange): Promise<void> {
  const at = context.clock.now();
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(context.db);
  const last = await context.db
    .selectFrom('audit_entry')
    .select('seal')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const payload = JSON.stringify({ before: change.before, after: change.after, reason: change.reason });
  const id = newId(at.getTime());
  const eraseAfter = change.keepDays === undefined ? null : new Date(at.getTime() + change.keepDays * 86_400_000);
  const payloadHash = sha256(payload);
  const previousSeal = last?.seal ?? '';
  const seal = sha256(
    [
      previousSeal,
      id,
      at.toISOString(),
      context.actor.personId ?? '',
      change.subjectKind,
      change.subjectId,
      change.action,
      payloadHash,
    ].join('\n'),
  );
  await context.db
    .insertInto('audit_entry')
    .values({
      id,
      at,
      actor_id: context.actor.personId,
      actor_name: context.actor.name,
      origin: context.origin,
      request_id: context.requestId,
      subject_kind: change.subjectKind,
      subject_id: change.subjectId,
      action: change.action,
      payload_hash: payloadHash,
      previous_seal: previousSeal,
      seal,
    })
    .execute();
  await context.db.insertInto('audit_payload').values({ audit_id: id, payload, erase_after: eraseAfter }).execute();
}

/** The history of one subject, or of the whole, newest first, at most `limit` rows before `beforeSequence`. */
export async function readHistory(
  db: Database,
  filter: { subjects?: readonly { kind: string; id: string }[]; limit: number },
): Promise<HistoryRow[]> {
  let query = db
    .selectFrom('audit_entry')
    .leftJoin('audit_payload', 'audit_payload.audit_id', 'audit_entry.id')
    .select(['audit_entry.id', 'at', 'actor_name', 'action', 'subject_kind', 'subject_id', 'payload'])
    .orderBy('sequence', 'desc')
    .limit(Math.min(filter.limit, 500));
  if (filter.subjects) {
    const subjects = filter.subjects;
    query = query.where((eb) =>
      eb.or(subjects.map((subject) => eb.and({ subject_kind: subject.kind, subject_id: subject.id }))),
    );
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    actorName: row.actor_name,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    before: row.payload?.before,
    after: row.payload?.after,
    reason: row.payload?.reason,
  }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
