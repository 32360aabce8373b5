import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Actor, Context } from '../../../platform/context.ts';
import { checkDocument } from '../../../platform/documents/check/check-document.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { recordEventEvidence, withdrawEventEvidence } from '../../plan/server/record-event-evidence.ts';
import { downloadDocument } from '../../registry/server/open-document.ts';
import type { EventFields } from '../calendar.shapes.contract.ts';
import { actOnDate } from './act-on-date.ts';
import { readDaysOff } from './calendar.days-off.read-model.ts';
import { readEventDetail } from './calendar.detail.read-model.ts';
import { readCalendarHomeQueue } from './calendar.home.read-model.ts';
import { readCalendarRange, readDateList, readUndated } from './calendar.read-model.ts';
import { loadCalendar } from './calendar.reference-data.ts';
import { readWritingOccasions } from './calendar.suggestions.read-model.ts';
import { changeEvent } from './change-event.ts';
import { changeSettings } from './change-settings.ts';
import { createEvent } from './create-event.ts';
import { downloadLookAhead, writeLookAheadNotice } from './read-look-ahead.ts';

const commune = 'xa-03583';
const clock = createTestClock('2026-11-25T02:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());
beforeEach(() => clock.set('2026-11-25T02:00:00Z'));

function as(actor: Actor): Context {
  return { ...database.context(actor), clock };
}
const editor = () => as(actorWith('publishing_editor', 'phong-ttbcxb'));
const officer = () => as(actorWith('commune_officer', commune));
const approver = () => as(actorWith('commune_approver', commune));
const partner = () => as(actorWith('partner_editor', 'cong-ttdt-tinh'));

const fields: EventFields = {
  kind: 'event',
  titles: { vi: 'Ngày hội văn hóa dân tộc Thái' },
  description: '',
  rule: { kind: 'once', on: '2026-12-12' },
  lastsDays: 1,
  startTime: null,
  endTime: null,
  sinceYear: null,
  place: 'Sân vận động xã',
  placeUnitId: commune,
  unitId: commune,
  audience: 'public',
  isMajor: false,
  isAbroad: false,
  clauseId: null,
  source: '',
  evidence: 'house',
  note: '',
};
const step = { reason: '', newStartsOn: null, audienceCount: null, audienceNote: '' };

async function fail(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

test('the reference data stand in the calendar, each with its source, in the state that its source bears', async () => {
  const { dates } = await readCalendarRange(editor(), { from: '2027-01-01', to: '2027-12-31' });
  const of = (title: string) => dates.find((date) => date.titles.vi === title);
  expect(of('Tết Nguyên đán')).toMatchObject({ startsOn: '2027-02-06', state: 'confirmed', evidence: 'law' });
  expect(of('Lễ hội Then Kin Pang')).toMatchObject({ startsOn: '2027-04-15', endsOn: '2027-04-16', state: 'planned' });
  expect(of('Lễ hội Hoa Ban')).toMatchObject({ state: 'rumoured', evidence: 'weak' });
  const laos = of('Ngày thiết lập quan hệ ngoại giao Việt Nam - Lào');
  expect(laos?.anniversary).toEqual({ years: 65, roundness: 5 });
  expect((await readUndated(editor())).events.map((event) => event.titles.vi)).toContain('Hạn Khuống');
});

test('a reload changes nothing that a person edited, and makes nothing twice', async () => {
  const before = await readCalendarRange(editor(), { from: '2027-01-01', to: '2027-12-31' });
  const hoaBan = before.dates.find((date) => date.titles.vi === 'Lễ hội Hoa Ban');
  const detail = await readEventDetail(editor(), { eventId: hoaBan?.eventId ?? '' });
  await changeEvent(editor(), {
    ...detail.fields,
    titles: { vi: 'Lễ hội Hoa Ban Lai Châu' },
    rule: { kind: 'lunar', month: 2, day: 15, shortMonth: 'skip' },
    eventId: detail.id,
    scope: 'all',
    dateId: null,
    startsOn: null,
    version: detail.version,
  });
  await loadCalendar(as({ personId: null, name: 'Hệ thống', language: 'vi', grants: [] }));
  const after = await readCalendarRange(editor(), { from: '2027-01-01', to: '2027-12-31' });
  expect(after.dates.length).toBe(before.dates.length);
  const moved = after.dates.find((date) => date.titles.vi === 'Lễ hội Hoa Ban Lai Châu');
  expect(moved).toMatchObject({ id: hoaBan?.id, startsOn: '2027-03-22', lunar: { month: 2, day: 15 } });
});

test('an event by a rule of the lunar calendar has its days; a form sent twice is one event', async () => {
  const id = newId(clock.now().getTime());
  const rule = { kind: 'lunar', month: 12, day: 30, shortMonth: 'last_day' } as const;
  const made = await createEvent(officer(), { ...fields, id, rule, state: 'planned' });
  expect(made.dates.map((date) => date.startsOn)).toEqual(['2027-02-05', '2028-01-25']);
  const again = await createEvent(officer(), { ...fields, id, rule, state: 'planned' });
  expect(again.dates.length).toBe(2);
});

test('an officer proposes for the own commune only; the word that a day is certain comes from the second rank', async () => {
  expect(await fail(createEvent(officer(), { ...fields, unitId: 'xa-03390', state: 'planned' }))).toBe(
    'platform.not_permitted',
  );
  expect(await fail(createEvent(officer(), { ...fields, kind: 'holiday', state: 'planned' }))).toBe(
    'platform.not_permitted',
  );
  const made = await createEvent(officer(), { ...fields, state: 'planned' });
  const dateId = made.date?.id ?? '';
  expect(made.abilities).toMatchObject({ edit: true, confirm: false, cancel: true });
  expect(await fail(actOnDate(officer(), { ...step, dateId, action: 'confirm', version: 1 }))).toBe(
    'platform.not_permitted',
  );
  const confirmed = await actOnDate(approver(), { ...step, dateId, action: 'confirm', version: 1 });
  expect(confirmed.date?.state).toBe('confirmed');
  expect(await fail(actOnDate(approver(), { ...step, dateId, action: 'cancel', reason: 'mưa lũ', version: 1 }))).toBe(
    'platform.version_conflict',
  );
});

test('a partner sees what has been confirmed, hears of its cancellation, and never of a rumour or a clock', async () => {
  const made = await createEvent(officer(), { ...fields, titles: { vi: 'Lễ mở cửa chợ phiên' }, state: 'rumoured' });
  const dateId = made.date?.id ?? '';
  const seen = async (context: Context) =>
    (await readDateList(context, { search: 'mo cua cho phien', page: 1 })).dates.map((date) => date.state);
  expect(await seen(as(actorWith('division_officer', 'tt-vhnt')))).toEqual([]);
  expect(await seen(officer())).toEqual(['rumoured']);
  expect(await seen(partner())).toEqual([]);
  await actOnDate(editor(), { ...step, dateId, action: 'confirm', version: 1 });
  expect(await seen(partner())).toEqual(['confirmed']);
  await actOnDate(editor(), { ...step, dateId, action: 'cancel', reason: 'dịch bệnh', version: 2 });
  expect(await seen(partner())).toEqual(['cancelled']);
  const all = await readDateList(partner(), { page: 1 });
  expect(all.dates.every((date) => date.kind !== 'clock' && date.state !== 'rumoured')).toBe(true);
});

test('a date that is put off points to its new day, which is taken back with it', async () => {
  const made = await createEvent(editor(), { ...fields, rule: { kind: 'once', on: '2026-12-20' }, state: 'planned' });
  const dateId = made.date?.id ?? '';
  const late = await actOnDate(editor(), {
    ...step,
    dateId,
    action: 'postpone',
    reason: 'chờ đoàn',
    newStartsOn: '2027-01-09',
    version: 1,
  });
  expect(late.date).toMatchObject({ state: 'postponed', postponedToOn: '2027-01-09' });
  expect(late.dates.map((date) => `${date.startsOn} ${date.state}`)).toEqual([
    '2026-12-20 postponed',
    '2027-01-09 planned',
  ]);
  const back = await actOnDate(editor(), { ...step, dateId, action: 'reopen', reason: 'đoàn đến được', version: 2 });
  expect(back.dates.map((date) => date.state)).toEqual(['planned', 'cancelled']);
});

test('an event is not held before it has begun; held, it is evidence for its clause, and no longer when that was a mistake', async () => {
  const clauseId = await makeClause();
  const made = await createEvent(officer(), { ...fields, clauseId, state: 'planned' });
  const dateId = made.date?.id ?? '';
  expect(await fail(actOnDate(officer(), { ...step, dateId, action: 'hold', version: 1 }))).toBe('calendar.not_yet');
  clock.set('2026-12-13T02:00:00Z');
  const held = { ...step, dateId, action: 'hold' as const, audienceCount: 450, version: 1 };
  expect((await actOnDate(officer(), held)).date).toMatchObject({ state: 'held', audienceCount: 450 });
  const payload = {
    dateId,
    eventId: made.id,
    clauseId,
    unitId: commune,
    title: 'x',
    place: 'y',
    occurredOn: '2026-12-12',
    audienceCount: 450,
  };
  await recordEventEvidence(editor(), payload);
  await recordEventEvidence(editor(), payload);
  const read = () =>
    database.db
      .selectFrom('evidence')
      .select(['state', 'unit_id', 'is_by_system'])
      .where('source_id', '=', dateId)
      .execute();
  expect(await read()).toEqual([{ state: 'accepted', unit_id: commune, is_by_system: true }]);
  await withdrawEventEvidence(editor(), { dateId, reason: 'nhầm ngày' });
  expect((await read())[0]?.state).toBe('returned');
  await recordEventEvidence(editor(), payload);
  expect((await read())[0]?.state).toBe('accepted');
});

test('a series is changed as a whole, from a date on, or for one date, and what one date got of its own stays', async () => {
  const weekly: EventFields['rule'] = {
    kind: 'repeat',
    from: '2026-12-01',
    rrule: 'FREQ=WEEKLY;COUNT=6',
    except: [],
    extra: [],
  };
  const made = await createEvent(editor(), {
    ...fields,
    titles: { vi: 'Giao ban tuần' },
    rule: weekly,
    place: 'Phòng A',
    state: 'planned',
  });
  expect(made.dates.map((date) => date.startsOn)).toEqual([
    '2026-12-01',
    '2026-12-08',
    '2026-12-15',
    '2026-12-22',
    '2026-12-29',
    '2027-01-05',
  ]);
  const dateId = made.dates[1]?.id ?? '';
  const base = { ...made.fields, eventId: made.id, startsOn: null };
  const one = await changeEvent(editor(), {
    ...base,
    titles: { vi: 'Giao ban mở rộng' },
    scope: 'one',
    dateId,
    startsOn: '2026-12-09',
    version: 1,
  });
  expect(one.date).toMatchObject({ titles: { vi: 'Giao ban mở rộng' }, startsOn: '2026-12-09', isChanged: true });
  const later = await changeEvent(editor(), {
    ...base,
    place: 'Phòng B',
    scope: 'later',
    dateId: made.dates[3]?.id ?? '',
    version: 2,
  });
  expect(later.dates.map((date) => date.startsOn)).toEqual(['2026-12-22', '2026-12-29', '2027-01-05']);
  const first = await readEventDetail(editor(), { eventId: made.id });
  expect(first.dates.map((date) => date.startsOn)).toEqual(['2026-12-01', '2026-12-09', '2026-12-15']);
  const all = await changeEvent(editor(), {
    ...first.fields,
    eventId: made.id,
    startsOn: null,
    dateId: null,
    startTime: '08:00',
    scope: 'all',
    version: first.version,
  });
  expect(all.dates.map((date) => date.startsOn)).toEqual(['2026-12-01', '2026-12-09', '2026-12-15']);
  const shown = await readEventDetail(editor(), { eventId: made.id, dateId });
  expect(shown.date).toMatchObject({ startsOn: '2026-12-09', startTime: null });
});

test('two events at one place, for one audience, or two big ones on a day clash; hours that follow each other do not', async () => {
  const on = (startTime: string, endTime: string, place: string, extra: Partial<EventFields> = {}) =>
    createEvent(editor(), {
      ...fields,
      rule: { kind: 'once', on: '2027-05-20' },
      audience: null,
      startTime,
      endTime,
      place,
      ...extra,
      state: 'planned',
    });
  await on('08:00', '10:00', 'Hội trường tỉnh', { titles: { vi: 'Họp báo' } });
  await on('09:00', '11:00', 'hội trường tỉnh', { titles: { vi: 'Hội thảo' } });
  await on('11:00', '12:00', 'Hội trường tỉnh', { titles: { vi: 'Tiếp khách' } });
  await on('08:00', '09:00', 'Sân A', { titles: { vi: 'Khai mạc' }, isMajor: true });
  await on('15:00', '16:00', 'Sân B', { titles: { vi: 'Công bố' }, isMajor: true });
  const { clashes } = await readCalendarRange(editor(), { from: '2027-05-20', to: '2027-05-20' });
  const words = clashes.map(
    (each) => `${each.reason}: ${[each.one.titles.vi, each.other.titles.vi].sort().join(' + ')}`,
  );
  expect(words.sort()).toEqual(['major: Công bố + Khai mạc', 'place: Họp báo + Hội thảo']);
});

test('an event abroad has its notice 15 days before and its report 15 days after, and they move with it', async () => {
  const made = await createEvent(editor(), {
    ...fields,
    titles: { vi: 'Tuần văn hóa tại Oudomxay' },
    rule: { kind: 'once', on: '2027-03-10' },
    lastsDays: 3,
    isAbroad: true,
    unitId: 'tt-vhnt',
    state: 'planned',
  });
  const clocks = async () => {
    const { dates } = await readDateList(editor(), { kind: 'clock', from: '2027-02-01', page: 1 });
    return dates
      .filter((date) => date.titles.vi?.includes('Oudomxay'))
      .map((date) => `${date.startsOn} ${date.unitId}`);
  };
  expect(await clocks()).toEqual(['2027-02-23 tt-vhnt', '2027-03-27 tt-vhnt']);
  const base = { ...made.fields, eventId: made.id, startsOn: null, dateId: null };
  await changeEvent(editor(), {
    ...base,
    rule: { kind: 'once', on: '2027-03-20' },
    scope: 'all',
    version: made.version,
  });
  expect(await clocks()).toEqual(['2027-03-05 tt-vhnt', '2027-04-06 tt-vhnt']);
});

test('who must act sees clocks that run out, days to confirm and days nobody told of', async () => {
  const kinds = async (context: Context) => (await readCalendarHomeQueue(context)).map((item) => item.kind);
  expect(await kinds(as(actorWith('division_officer', 'phong-ttbcxb')))).toContain('calendar.clock_due');
  expect(await kinds(as(actorWith('auditor', 'so-vhttdl')))).toEqual([]);
  await createEvent(officer(), { ...fields, titles: { vi: 'Hội xuân' }, state: 'planned' });
  const waiting = await readCalendarHomeQueue(approver());
  expect(waiting.some((item) => item.kind === 'calendar.confirm_date' && item.title === 'Hội xuân')).toBe(true);
  clock.set('2026-12-15T02:00:00Z');
  const late = await readCalendarHomeQueue(officer());
  expect(late.some((item) => item.kind === 'calendar.say_held' && item.title === 'Hội xuân')).toBe(true);
});

test('public holidays are days without work for reminders', async () => {
  const days = await readDaysOff(editor(), { from: '2027-01-01', to: '2027-05-02' });
  expect([...days].sort()).toEqual(['2027-01-01', '2027-02-06', '2027-04-16', '2027-04-30', '2027-05-01']);
});

test('the calendar offers what to write about, round anniversaries first, by the rule that the house has set', async () => {
  clock.set('2026-12-01T02:00:00Z');
  const round = async () =>
    (await readWritingOccasions(editor())).filter((one) => one.isRound).map((one) => one.titles.vi);
  expect(await round()).toEqual([]);
  await changeSettings(editor(), { roundYears: [10, 5, 2], suggestDays: 30, lookAheadDays: 60, version: 1 });
  expect(await round()).toContain('Ngày thiết lập quan hệ ngoại giao Việt Nam - Hàn Quốc');
  expect(
    await fail(changeSettings(officer(), { roundYears: [7], suggestDays: 30, lookAheadDays: 60, version: 2 })),
  ).toBe('platform.not_permitted');
  expect(
    await fail(changeSettings(editor(), { roundYears: [10], suggestDays: 30, lookAheadDays: 60, version: 1 })),
  ).toBe('platform.version_conflict');
});

test('the days ahead print as an official document', async () => {
  const answer = await downloadLookAhead(editor(), { isExample: false });
  expect(answer.fileName).toBe('lich-2026-11-25-2027-01-24.docx');
  expect((answer.content as Buffer).subarray(0, 2).toString()).toBe('PK');
});

test('the days ahead are a notice in the register, within the decree, and only who keeps the calendar writes it', async () => {
  expect(await fail(writeLookAheadNotice(officer(), {}))).toBe('platform.not_permitted');
  const id = await writeLookAheadNotice(editor(), {});
  const { content } = await downloadDocument(editor(), { id, files: undefined as never, isExample: false });
  const { findings } = checkDocument(content as Buffer);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

async function makeClause(): Promise<string> {
  const [directiveId, clauseId] = [newId(clock.now().getTime()), newId(clock.now().getTime())];
  await sql`insert into directive (id, subject, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
    values (${directiveId}, 'x', 'confirmed', 'x', '', '', '{}', 'so-vhttdl', now())`.execute(database.db);
  await sql`insert into clause (id, directive_id, path, position, depth, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
    values (${clauseId}, ${directiveId}, 'I.1/1', 1, 1, '', 'x', 'x', 'content', true, 1, 1, now())`.execute(
    database.db,
  );
  return clauseId;
}
