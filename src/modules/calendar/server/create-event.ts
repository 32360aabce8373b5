import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { EventDetail, EventFields } from '../calendar.shapes.contract.ts';
import { readEventDetail } from './calendar.detail.read-model.ts';
import { idTaken } from './calendar.errors.ts';
import { insertEvent, lockEvent } from './calendar.repository.ts';
import { checkEvent, eventColumns } from './check-event.ts';
import { writeOutDates, writeOutRelativeClocks } from './write-out-dates.ts';

/** Enters an event and writes its dates out. The client makes the id: a form sent twice is stored once. */
export async function createEvent(
  outer: Context,
  input: EventFields & { id?: string | undefined; state: 'rumoured' | 'planned' },
): Promise<EventDetail> {
  const { id: givenId, state, ...fields } = input;
  await checkEvent(outer, fields);
  return inTransaction(outer, async (context) => {
    const now = context.clock.now();
    const id = givenId ?? newId(now.getTime());
    const isYearly = fields.rule.kind === 'solar' || fields.rule.kind === 'lunar';
    const isNew = await insertEvent(context.db, {
      ...eventColumns(fields),
      id,
      reference_id: null,
      // A yearly event that is entered today does not ask what became of last year's day.
      valid_from: isYearly ? dayInDepartment(now) : null,
      valid_to: null,
      days_off: null,
      initial_state: state,
      import_uid: null,
      import_hash: null,
      edited_at: now,
      created_by: context.actor.personId,
      created_at: now,
    });
    if (!isNew) {
      const before = await lockEvent(context.db, id);
      if (before?.created_by !== context.actor.personId) throw idTaken();
      return readEventDetail(context, { eventId: id });
    }
    await writeOutDates(context, [id]);
    if (fields.isAbroad) await writeOutRelativeClocks(context);
    await recordAudit(context, {
      subjectKind: 'calendar_event',
      subjectId: id,
      action: 'calendar.create_event',
      after: { title: fields.titles.vi, unitId: fields.unitId, state },
    });
    return readEventDetail(context, { eventId: id });
  });
}
