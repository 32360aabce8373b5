import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notPermitted } from '../../../platform/errors/errors.ts';
import type { EventFields } from '../calendar.shapes.contract.ts';
import { clauseUnknown, ruleNotValid, unitUnknown } from './calendar.errors.ts';
import { mayPropose } from './calendar.policy.ts';
import { clauseExists, countKnownUnits, ruleText } from './calendar.repository.ts';
import { horizonOf, isPossible } from './calendar.rule.ts';
import { foldEvent } from './fold-event.ts';
import { expandRepeats } from './ics/run-ics-task.ts';

/** Refuses what no calendar can hold: an unknown unit or clause, a rule without days, an end before its begin. */
export async function checkEvent(context: Context, fields: EventFields): Promise<void> {
  if (!mayPropose(context.actor, fields)) throw notPermitted();
  const units = [...new Set([fields.unitId, ...(fields.placeUnitId === null ? [] : [fields.placeUnitId])])];
  if ((await countKnownUnits(context.db, units)) !== units.length) throw unitUnknown();
  if (fields.clauseId !== null && !(await clauseExists(context.db, fields.clauseId))) throw clauseUnknown();
  const { rule, startTime, endTime } = fields;
  if (!isPossible(rule)) throw ruleNotValid({ part: 'day' });
  if (rule.kind === 'relative' && fields.kind !== 'clock') throw ruleNotValid({ part: 'relative' });
  if (endTime !== null && (startTime === null || (fields.lastsDays === 1 && endTime <= startTime)))
    throw ruleNotValid({ part: 'time' });
  if (rule.kind !== 'repeat' && rule.kind !== 'zoned') return;
  const [days] = await expandRepeats([rule], horizonOf(dayInDepartment(context.clock.now())));
  if (!days) throw ruleNotValid({ part: 'rrule' });
}

/** The columns of the event that a person fills in. */
export function eventColumns(fields: EventFields) {
  const titles = namesOf(fields.titles);
  return {
    kind: fields.kind,
    titles: JSON.stringify(titles),
    description: fields.description,
    rule: ruleText(fields.rule),
    lasts_days: fields.lastsDays,
    start_time: fields.startTime,
    end_time: fields.endTime,
    since_year: fields.sinceYear,
    place: fields.place,
    place_unit_id: fields.placeUnitId,
    unit_id: fields.unitId,
    audience: fields.audience,
    is_major: fields.isMajor,
    is_abroad: fields.isAbroad,
    clause_id: fields.clauseId,
    source: fields.source,
    evidence: fields.evidence,
    note: fields.note,
    folded: foldEvent({ titles, place: fields.place }),
  };
}

export function namesOf(titles: EventFields['titles']): Record<string, string> {
  const vi = titles.vi.normalize('NFC');
  return titles.en ? { vi, en: titles.en.normalize('NFC') } : { vi };
}
