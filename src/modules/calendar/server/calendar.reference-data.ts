import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { clockWork, type EventRule, eventKind, eventRule, evidenceLevel } from '../calendar.shapes.contract.ts';
import { type EventRow, insertEvents, readReferenceEvents, ruleText, updateEvent } from './calendar.repository.ts';
import { foldEvent } from './fold-event.ts';
import { writeOutDates } from './write-out-dates.ts';

const titles = z.object({ vi: z.string(), en: z.string() });
const eventFile = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      kind: eventKind,
      title: titles,
      calendar: z.enum(['solar', 'lunar', 'unknown']),
      month: z.number().nullable(),
      day: z.number().nullable(),
      endDay: z.number().optional(),
      daysOff: z.number().optional(),
      sinceYear: z.number().optional(),
      place: z.string().optional(),
      communeCode: z.string().optional(),
      evidence: evidenceLevel,
      source: z.string(),
      note: z.string().optional(),
    }),
  ),
});
const clockFile = z.object({
  clocks: z.array(
    z.object({
      id: z.string(),
      titles,
      rule: eventRule,
      validFrom: z.iso.date().optional(),
      validTo: z.iso.date().optional(),
      leadDays: z.number().int(),
      work: clockWork.optional(),
      unitId: z.string(),
      evidence: evidenceLevel,
      source: z.string(),
      note: z.string(),
    }),
  ),
});

type Reference = Pick<
  EventRow,
  | 'reference_id'
  | 'kind'
  | 'titles'
  | 'rule'
  | 'lasts_days'
  | 'valid_from'
  | 'valid_to'
  | 'since_year'
  | 'days_off'
  | 'place'
  | 'place_unit_id'
  | 'unit_id'
  | 'initial_state'
  | 'source'
  | 'evidence'
  | 'note'
  | 'lead_days'
  | 'work'
>;

const departmentId = 'so-vhttdl';

/** Loads holidays, anniversaries, festivals, diplomatic dates and clocks; an event that a person edited stays as edited. */
export async function loadCalendar(outer: Context): Promise<void> {
  const references = [...(await readEventFile()), ...(await readClockFile())];
  await inTransaction(outer, async (context) => {
    const existing = await readReferenceEvents(context.db);
    const at = context.clock.now();
    const added = references.filter((reference) => !existing.has(reference.reference_id ?? ''));
    await insertEvents(
      context.db,
      added.map((reference) => ({
        ...columnsOf(reference),
        id: newId(at.getTime()),
        start_time: null,
        end_time: null,
        audience: null,
        clause_id: null,
        import_uid: null,
        import_hash: null,
        edited_at: null,
        created_by: null,
        created_at: at,
      })),
    );
    for (const reference of references) {
      const row = existing.get(reference.reference_id ?? '');
      if (row && row.edited_at === null && !isSame(row, reference))
        await updateEvent(context.db, row.id, columnsOf(reference));
    }
    await writeOutDates(context, null);
  });
}

function columnsOf(reference: Reference) {
  const { titles: named, rule, ...plain } = reference;
  return {
    ...plain,
    titles: JSON.stringify(named),
    rule: ruleText(rule),
    folded: foldEvent({ titles: named, place: reference.place }),
  };
}

function isSame(row: EventRow, reference: Reference): boolean {
  const known = row as unknown as Record<string, unknown>;
  const keyed = (value: unknown) =>
    JSON.stringify(value, (_key, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
        : inner,
    );
  return Object.entries(reference).every(([key, value]) => keyed(known[key]) === keyed(value));
}

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(`../../../../data/${name}`, import.meta.url), 'utf8'));
}

async function readEventFile(): Promise<Reference[]> {
  const { events } = eventFile.parse(await readJson('calendar-events.json'));
  return events.map((event) => ({
    reference_id: event.id,
    kind: event.kind,
    titles: event.title,
    rule: ruleOf(event),
    lasts_days: event.endDay && event.day ? event.endDay - event.day + 1 : 1,
    valid_from: event.sinceYear ? `${event.sinceYear}-01-01` : null,
    valid_to: null,
    since_year: event.sinceYear ?? null,
    days_off: event.daysOff ?? null,
    place: event.place ?? '',
    place_unit_id: event.communeCode ? `xa-${event.communeCode}` : null,
    unit_id: event.communeCode ? `xa-${event.communeCode}` : departmentId,
    initial_state: initialState(event.evidence),
    source: event.source,
    evidence: event.evidence,
    note: event.note ?? '',
    lead_days: 30,
    work: null,
  }));
}

function ruleOf({ calendar, month, day }: { calendar: string; month: number | null; day: number | null }): EventRule {
  if (calendar === 'unknown' || month === null || day === null) return { kind: 'unknown' };
  return calendar === 'solar' ? { kind: 'solar', month, day } : { kind: 'lunar', month, day, shortMonth: 'last_day' };
}

/** How certain a date is follows from how well its source knows it. */
function initialState(evidence: string): 'rumoured' | 'planned' | 'confirmed' {
  if (evidence === 'law' || evidence === 'official') return 'confirmed';
  return evidence === 'weak' || evidence === 'not found' ? 'rumoured' : 'planned';
}

async function readClockFile(): Promise<Reference[]> {
  const { clocks } = clockFile.parse(await readJson('calendar-clocks.json'));
  return clocks.map((clock) => ({
    reference_id: `clock:${clock.id}`,
    kind: 'clock',
    titles: clock.titles,
    rule: clock.rule,
    lasts_days: 1,
    valid_from: clock.validFrom ?? null,
    valid_to: clock.validTo ?? null,
    since_year: null,
    days_off: null,
    place: '',
    place_unit_id: null,
    unit_id: clock.unitId,
    initial_state: 'planned',
    source: clock.source,
    evidence: clock.evidence,
    note: clock.note,
    lead_days: clock.leadDays,
    work: clock.work ?? null,
  }));
}
