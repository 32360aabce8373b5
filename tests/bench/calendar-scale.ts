import { readCalendarHomeQueue } from '../../src/modules/calendar/server/calendar.home.read-model.ts';
import { readCalendarHomeDays } from '../../src/modules/calendar/server/calendar.home-days.ts';
import { readCalendarRange, readDateList } from '../../src/modules/calendar/server/calendar.read-model.ts';
import { readWritingOccasions } from '../../src/modules/calendar/server/calendar.suggestions.read-model.ts';
import { createFeed, readFeed } from '../../src/modules/calendar/server/manage-feeds.ts';
import { readLookAhead } from '../../src/modules/calendar/server/read-look-ahead.ts';
import { dayInDepartment } from '../../src/platform/clock/clock.ts';
import { addDays } from '../../src/platform/clock/lunar.ts';
import { actorWith } from '../../src/platform/testing/actors.ts';
import { openBenchDatabase } from './bench-database.ts';
import { madeCalendar } from './calendar-scale.data.ts';
import { nearlySlowest, report, timeOf } from './measure.ts';

const rounds = 20;
const made = '0198a0c0-0000-7000-8000-000000000001';

/** 20,000 events with series: the slowest but one of 20 readings, beside a plain query of the rows of the same days. */
export async function benchCalendarScale(): Promise<void> {
  const { pool, context, close } = await openBenchDatabase(madeCalendar);
  await pool.query(
    `insert into person (id, full_name, email, created_at) values ('${made}', 'Thử', 'thu@thu.example', now())`,
  );
  await pool.query(
    `insert into role_grant (id, person_id, role, unit_id, includes_subtree, valid_from, created_at) values (gen_random_uuid(), '${made}', 'publishing_editor', 'phong-ttbcxb', true, now(), now())`,
  );
  const counted = await pool.query<{ events: string; dates: string }>(
    'select (select count(*) from calendar_event) as events, (select count(*) from calendar_date) as dates',
  );
  process.stdout.write(`${counted.rows[0]?.events} events, ${counted.rows[0]?.dates} dates\n`);
  const editor = context(actorWith('publishing_editor', 'phong-ttbcxb', { personId: made }));
  const officer = context(actorWith('commune_officer', 'xa-03583', { personId: crypto.randomUUID() }));
  const today = dayInDepartment(new Date());
  const year = today.slice(0, 4);
  const month = { from: `${today.slice(0, 7)}-01`, to: addDays(`${today.slice(0, 7)}-01`, 41) };
  const whole = { from: `${year}-01-01`, to: `${year}-12-31` };
  const nextYear = { from: `${Number(year) + 1}-01-01`, to: `${Number(year) + 1}-12-31` };
  const ahead = { from: today, to: addDays(today, 60) };
  const token = (await createFeed(editor, { unitId: null, publicUrl: 'https://x' })).address.split('/').at(-1) ?? '';
  const readings: [string, { from: string; to: string }, () => Promise<unknown>][] = [
    ['month, all units', month, () => readCalendarRange(editor, month)],
    ['month, as a commune sees it', month, () => readCalendarRange(officer, month)],
    ['month of one unit', month, () => readCalendarRange(editor, { ...month, unitId: 'xa-03583' })],
    ['year', whole, () => readCalendarRange(editor, { ...whole, show: 'counts' })],
    ['next year', nextYear, () => readCalendarRange(editor, { ...nextYear, show: 'counts' })],
    ['year, every date', whole, () => readCalendarRange(editor, whole)],
    ['list, first page', ahead, () => readDateList(editor, { page: 1 })],
    ['list, page 200', ahead, () => readDateList(editor, { page: 200 })],
    ['list, searched', ahead, () => readDateList(editor, { search: 'su kien 77', page: 1 })],
    ['look-ahead of 60 days', ahead, () => readLookAhead(editor)],
    [
      'feed of all that an editor sees',
      { from: addDays(today, -90), to: '2071-12-31' },
      () => readFeed(context(), { token }),
    ],
    ['home queue of an editor', ahead, () => readCalendarHomeQueue(editor)],
    ['home queue of a commune officer', ahead, () => readCalendarHomeQueue(officer)],
    ['home, days ahead', ahead, () => readCalendarHomeDays(editor, ahead)],
    ['what to write about', ahead, () => readWritingOccasions(editor)],
  ];
  for (const [name, { from, to }, read] of readings) {
    await read();
    const baseline: number[] = [];
    const ours: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await timeOf(read));
      baseline.push(
        await timeOf(() =>
          pool.query(
            'select calendar_date.*, calendar_event.titles from calendar_date join calendar_event on calendar_event.id = event_id where starts_on between $1 and $2 order by starts_on limit 2000',
            [from, to],
          ),
        ),
      );
    }
    const [p95, plain] = [nearlySlowest(ours), nearlySlowest(baseline)];
    report(`calendar: ${name}`, `p95 ${p95.toFixed(1)} ms, ${(p95 / plain).toFixed(1)} × plain query`, '≤ 200 ms');
  }
  await close();
}
