import { createHash } from 'node:crypto';
import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notPermitted } from '../../../platform/errors/errors.ts';
import type { UploadedFile } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { ImportItem, ImportVerdict } from '../calendar.shapes.contract.ts';
import { fileMissing, unitUnknown } from './calendar.errors.ts';
import { mayPropose } from './calendar.policy.ts';
import {
  countKnownUnits,
  type EventRow,
  insertEvent,
  lockImportsOf,
  readImportedEvents,
  ruleText,
  updateEvent,
} from './calendar.repository.ts';
import { horizonOf } from './calendar.rule.ts';
import { foldEvent } from './fold-event.ts';
import type { IcsSeries } from './ics/ics-shapes.ts';
import { readIcsFile } from './ics/run-ics-task.ts';
import { takeOverExceptions } from './take-over-exceptions.ts';
import { writeOutDates } from './write-out-dates.ts';

export interface ImportEvents {
  readonly unitId: string;
  readonly mode: 'preview' | 'apply';
  readonly file: UploadedFile | null;
}

/**
 * Reads a file of another program; with `apply` takes it over. What came before under the same UID is the same event, so
 * a second import makes nothing twice; what a person changed here since stays as it is.
 */
export async function importEvents(
  outer: Context,
  input: ImportEvents,
): Promise<{ items: ImportItem[]; isApplied: boolean }> {
  if (!mayPropose(outer.actor, { unitId: input.unitId, kind: 'event' })) throw notPermitted();
  if (!input.file || input.file.bytes.byteLength === 0) throw fileMissing();
  if ((await countKnownUnits(outer.db, [input.unitId])) !== 1) throw unitUnknown();
  const today = dayInDepartment(outer.clock.now());
  const found = await readIcsFile(input.file.bytes, horizonOf(today));
  const uids = found.map((series) => series.uid);
  if (input.mode === 'preview') {
    const known = await readImportedEvents(outer.db, input.unitId, uids);
    return { items: found.map((one) => presentItem(one, judge(one, known.get(one.uid), today))), isApplied: false };
  }
  return inTransaction(outer, async (context) => {
    // Two imports into one unit at once would both find nothing there.
    await lockImportsOf(context.db, input.unitId);
    const known = await readImportedEvents(context.db, input.unitId, uids);
    const items: ImportItem[] = [];
    const taken: { eventId: string; series: IcsSeries }[] = [];
    for (const series of found) {
      const before = known.get(series.uid);
      const verdict = judge(series, before, today);
      items.push(presentItem(series, verdict));
      if (verdict === 'new' || verdict === 'changed' || (verdict === 'cancelled' && before))
        taken.push({ eventId: await takeOver(context, { series, before, unitId: input.unitId }), series });
    }
    if (taken.length > 0) {
      await writeOutDates(
        context,
        taken.map((one) => one.eventId),
      );
      await takeOverExceptions(context, taken);
    }
    await recordAudit(context, {
      subjectKind: 'calendar_import',
      subjectId: input.unitId,
      action: 'calendar.import',
      after: { file: input.file?.fileName ?? '', events: taken.length },
    });
    return { items, isApplied: true };
  });
}

function judge(series: IcsSeries, before: EventRow | undefined, today: string): ImportVerdict {
  if (series.isPrivate) return 'private';
  if (series.rule === null) return 'unreadable';
  if (before) {
    if (before.import_hash === hashOf(series)) return 'same';
    if (before.edited_at !== null) return 'kept';
    return series.isCancelled ? 'cancelled' : 'changed';
  }
  if (series.isCancelled) return 'cancelled';
  // Old entries of a long-kept calendar are of no use here.
  const last = [...series.days.map((day) => day.on), ...series.exceptions.map((one) => one.on)].sort().at(-1);
  return last === undefined || last < horizonOf(today).from ? 'past' : 'new';
}

function presentItem(series: IcsSeries, verdict: ImportVerdict): ImportItem {
  const hidden = verdict === 'private';
  return {
    uid: series.uid,
    title: hidden ? '' : series.title,
    place: hidden ? '' : series.place,
    firstOn: series.days[0]?.on ?? null,
    startTime: series.startTime,
    dateCount: series.days.length,
    rrule: series.rule?.kind === 'repeat' || series.rule?.kind === 'zoned' ? series.rule.rrule : null,
    verdict,
    warnings: [...series.warnings],
  };
}

async function takeOver(
  context: Context,
  { series, before, unitId }: { series: IcsSeries; before: EventRow | undefined; unitId: string },
): Promise<string> {
  const titles = { vi: series.title === '' ? 'Sự kiện không có tên' : series.title };
  const columns = {
    titles: JSON.stringify(titles),
    description: series.description,
    rule: ruleText(series.rule ?? { kind: 'unknown' }),
    lasts_days: series.lastsDays,
    start_time: series.startTime,
    end_time: series.endTime,
    place: series.place,
    folded: foldEvent({ titles, place: series.place }),
    import_hash: hashOf(series),
  };
  if (before) {
    await updateEvent(context.db, before.id, columns);
    return before.id;
  }
  const at = context.clock.now();
  const id = newId(at.getTime());
  await insertEvent(context.db, {
    ...columns,
    id,
    reference_id: null,
    kind: 'event',
    valid_from: null,
    valid_to: null,
    since_year: null,
    days_off: null,
    place_unit_id: null,
    unit_id: unitId,
    audience: null,
    clause_id: null,
    initial_state: series.isTentative ? 'rumoured' : 'planned',
    source: 'Tệp .ics',
    evidence: 'house',
    import_uid: series.uid,
    edited_at: null,
    created_by: context.actor.personId,
    created_at: at,
  });
  return id;
}

/** What of a series makes it the same again; the days that its rule gives change with the calendar, not with the file. */
function hashOf({ days: _days, warnings: _warnings, ...series }: IcsSeries): string {
  return createHash('sha256').update(JSON.stringify(series)).digest('hex');
}
