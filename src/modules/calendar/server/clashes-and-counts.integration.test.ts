import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readClashes } from './calendar.clashes.read-model.ts';
import { readCalendarRange } from './calendar.read-model.ts';
import { insertDates, insertEvents } from './calendar.repository.ts';

const clock = createTestClock('2026-11-25T02:00:00Z');
let database: TestDatabase;
let editor: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  editor = { ...database.context(actorWith('publishing_editor', 'phong-ttbcxb')), clock };
});
afterAll(() => database.close());

const drawn = fc.record({
  on: fc.integer({ min: 0, max: 14 }).map((days) => addDays('2030-05-01', days)),
  lasts: fc.constantFrom(1, 1, 2, 4, 9),
  time: fc.constantFrom(null, ['08:00', '10:00'], ['09:30', '11:00'], ['14:00', null]),
  place: fc.constantFrom('', 'Hội trường', 'Sân vận động'),
  commune: fc.constantFrom(null, 'xa-03583', 'xa-03390'),
  audience: fc.constantFrom(null, 'public' as const, 'press' as const),
  isMajor: fc.boolean(),
  state: fc.constantFrom('planned' as const, 'confirmed' as const, 'rumoured' as const, 'cancelled' as const),
});
interface Made {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly of: typeof drawn extends fc.Arbitrary<infer Drawn> ? Drawn : never;
}

async function enter(events: readonly Made['of'][]): Promise<Made[]> {
  await database.db
    .deleteFrom('calendar_date')
    .where('starts_on', '>=', '2030-04-01')
    .where('starts_on', '<=', '2030-06-30')
    .execute();
  const at = clock.now();
  const made = events.map((of) => ({ id: newId(at.getTime()), from: of.on, to: addDays(of.on, of.lasts - 1), of }));
  await insertEvents(
    database.db,
    made.map(({ id, of }) => ({
      id,
      kind: 'event' as const,
      titles: JSON.stringify({ vi: 'x' }),
      rule: JSON.stringify({ kind: 'once', on: of.on }),
      lasts_days: of.lasts,
      start_time: null,
      end_time: null,
      reference_id: null,
      valid_from: null,
      valid_to: null,
      since_year: null,
      days_off: null,
      place: of.place,
      place_unit_id: of.commune,
      unit_id: 'so-vhttdl',
      audience: of.audience,
      is_major: of.isMajor,
      clause_id: null,
      initial_state: 'planned' as const,
      evidence: 'house' as const,
      import_uid: null,
      import_hash: null,
      edited_at: at,
      folded: 'x',
      created_by: null,
      created_at: at,
    })),
  );
  await insertDates(
    database.db,
    made.map(({ id, from, to, of }) => ({
      id,
      event_id: id,
      original_on: from,
      for_date_id: null,
      starts_on: from,
      ends_on: to,
      start_time: of.time?.[0] ?? null,
      end_time: of.time?.[1] ?? null,
      state: of.state,
      own_place: null,
      postponed_to: null,
      audience_count: null,
      first_confirmed_at: null,
      unit_id: 'so-vhttdl',
      changed_at: at,
      created_at: at,
    })),
  );
  return made;
}

/** The rule as the README of the calendar tells it, for one pair. */
function clashOf(one: Made, other: Made): string | null {
  if (one.of.state === 'cancelled' || other.of.state === 'cancelled') return null;
  if (one.from > other.to || other.from > one.to) return null;
  const before = (left: Made, right: Made) =>
    left.of.time?.[1] != null && right.of.time?.[0] != null && left.of.time[1] <= right.of.time[0];
  const isApart = before(one, other) || before(other, one);
  const isSamePlace =
    (one.of.place !== '' && one.of.place === other.of.place) ||
    (one.of.commune !== null && one.of.commune === other.of.commune && (one.of.place === '' || other.of.place === ''));
  if (isSamePlace && !isApart) return 'place';
  if (one.of.lasts > 5 || other.of.lasts > 5) return null;
  const isSameAudience = one.of.audience !== null && one.of.audience === other.of.audience;
  const isInOneCommune = one.of.commune !== null && one.of.commune === other.of.commune;
  if (isSameAudience && (one.of.audience !== 'public' || isInOneCommune)) return 'audience';
  return one.of.isMajor && other.of.isMajor ? 'major' : null;
}

test('what clashes is found as if each pair of dates were compared, each pair once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 2, maxLength: 9 }), async (events) => {
      const made = await enter(events);
      const expected = made
        .flatMap((one) =>
          made
            .filter((other) => one.id < other.id)
            .map((other) => {
              const reason = clashOf(one, other);
              return reason ? [[one.from, other.from].sort().at(-1), reason, one.id, other.id].join(' ') : '';
            }),
        )
        .filter(Boolean)
        .sort();
      const found = await readClashes(editor, { from: '2030-05-01', to: '2030-05-31' });
      expect(found.map((each) => [each.day, each.reason, each.one.id, each.other.id].join(' ')).sort()).toEqual(
        expected,
      );
      const of = made[0]?.id ?? '';
      const ofOne = await readClashes(editor, { from: '2030-05-01', to: '2030-05-31', dateId: of });
      expect(ofOne.length).toBe(expected.filter((line) => line.includes(of)).length);
    }),
    { numRuns: 40 },
  );
});

test('the year counts on each day what the month lists on it, up to the edges of the range', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 8 }), async (events) => {
      await enter(events);
      const range = { from: '2030-05-03', to: '2030-05-20' };
      const listed = await readCalendarRange(editor, range);
      const counted = await readCalendarRange(editor, { ...range, show: 'counts' });
      const expected = listed.days
        .map(({ day }) => ({
          day,
          count: listed.dates.filter((date) => date.startsOn <= day && day <= date.endsOn).length,
        }))
        .filter(({ count }) => count > 0);
      expect(counted.counts.map(({ day, count }) => ({ day, count }))).toEqual(expected);
      expect(counted.dates).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('a holiday that takes place marks its day in the year', async () => {
  const { counts } = await readCalendarRange(editor, { from: '2026-09-01', to: '2026-09-03', show: 'counts' });
  expect(counts.find(({ day }) => day === '2026-09-02')?.isHoliday).toBe(true);
});
