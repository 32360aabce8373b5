import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import type { EventDetail } from '../calendar.shapes.contract.ts';
import { readEventDetail } from './calendar.detail.read-model.ts';
import { mayEdit } from './calendar.policy.ts';
import { lockDate, lockEvent, readDateRecord, updateDate } from './calendar.repository.ts';
import { isDateVisible } from './calendar.visible.read-model.ts';

/** Figures of the audience often come days after the event. */
export async function recordAudience(
  outer: Context,
  input: { dateId: string; audienceCount: number | null; audienceNote: string; version: number },
): Promise<EventDetail> {
  return inTransaction(outer, async (context) => {
    const found = await readDateRecord(context.db, input.dateId);
    const event = found ? await lockEvent(context.db, found.event_id) : undefined;
    const date = event ? await lockDate(context.db, input.dateId) : undefined;
    if (!event || !date || !(await isDateVisible(context, date.id))) throw notFound();
    if (!mayEdit(context.actor, { unitId: date.unit_id, kind: event.kind })) throw notPermitted();
    if (date.version !== input.version) throw versionConflict({ current: date.version });
    if (date.state !== 'held') throw transitionNotAllowed({ state: date.state });
    await updateDate(context.db, date.id, { audience_count: input.audienceCount, audience_note: input.audienceNote });
    await recordAudit(context, {
      subjectKind: 'calendar_event',
      subjectId: event.id,
      action: 'calendar.record_audience',
      before: { audienceCount: date.audience_count },
      after: { audienceCount: input.audienceCount },
    });
    return readEventDetail(context, { eventId: event.id, dateId: date.id });
  });
}
