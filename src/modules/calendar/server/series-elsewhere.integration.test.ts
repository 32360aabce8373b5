import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readDateList } from './calendar.read-model.ts';
import { importEvents } from './import-events.ts';
import { writeOutDates } from './write-out-dates.ts';

const unitId = 'xa-03583';
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

const file = {
  fileName: 'paris.ics',
  bytes: Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:hop-voi-paris',
      'DTSTART;TZID=Europe/Paris:20261102T090000',
      'DTEND;TZID=Europe/Paris:20261102T100000',
      'RRULE:FREQ=MONTHLY;BYDAY=1MO',
      'SUMMARY:Họp với Paris',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  ),
};

function on(day: string): Context {
  return { ...database.context(actorWith('commune_officer', unitId)), clock: createTestClock(`${day}T02:00:00Z`) };
}
async function meetingsOf(context: Context, year: number): Promise<string[]> {
  const { dates } = await readDateList(context, { unitId, search: 'paris', from: `${year}-01-01`, page: 1 });
  return dates
    .filter((date) => date.startsOn.startsWith(String(year)))
    .map((date) => `${date.startsOn} ${date.startTime}–${date.endTime}`);
}

test('a series of another zone goes on in later years by itself, with its hours here, and is still the same file', async () => {
  const today = on('2026-11-25');
  await importEvents(today, { unitId, mode: 'apply', file });
  expect(await meetingsOf(today, 2028)).toHaveLength(12);
  expect(await meetingsOf(today, 2029)).toEqual([]);

  const later = on('2028-01-02');
  // What the job of the night does.
  await inTransaction({ ...database.context(), clock: later.clock }, (inside) => writeOutDates(inside, null));
  const meetings = await meetingsOf(later, 2030);
  expect(meetings).toHaveLength(12);
  // Nine in Paris is three in the afternoon here in winter, two in summer.
  expect(meetings[0]).toBe('2030-01-07 15:00–16:00');
  expect(meetings[6]).toBe('2030-07-01 14:00–15:00');
  const again = await importEvents(later, { unitId, mode: 'apply', file });
  expect(again.items[0]?.verdict).toBe('same');
  expect(await meetingsOf(later, 2030)).toEqual(meetings);
});
