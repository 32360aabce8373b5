import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, periodAround, periodStateOf, periodsOf } from './plan.periods.ts';

const day = fc.integer({ min: 0, max: 365 * 12 }).map((days) => addDays('2020-01-01', days));

test('the periods of a rhythm follow each other without a gap and cover the whole time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('weekly' as const, 'monthly' as const, 'quarterly' as const),
      day,
      fc.nat(800),
      (rhythm, from, length) => {
        const to = addDays(from, length);
        const periods = periodsOf({ rhythm, from, to });
        expect(periods[0]?.startsOn).toBe(from);
        expect(periods.at(-1)?.endsOn).toBe(to);
        for (const [index, period] of periods.entries()) {
          expect(period.startsOn <= period.endsOn).toBe(true);
          const before = periods[index - 1];
          if (before) expect(period.startsOn).toBe(addDays(before.endsOn, 1));
          const whole = periodAround(rhythm, period.startsOn);
          expect(whole.startsOn <= period.startsOn && period.endsOn <= whole.endsOn).toBe(true);
        }
      },
    ),
  );
});

test('what is done once, or at events, has no periods', () => {
  for (const rhythm of ['once', 'per_event'] as const)
    expect(periodsOf({ rhythm, from: '2026-01-01', to: '2026-12-31' })).toEqual([]);
});

test('weeks begin on Monday, months and quarters on their first day', () => {
  expect(periodAround('weekly', '2026-11-25')).toEqual({ startsOn: '2026-11-23', endsOn: '2026-11-29' });
  expect(periodAround('monthly', '2026-02-10')).toEqual({ startsOn: '2026-02-01', endsOn: '2026-02-28' });
  expect(periodAround('quarterly', '2026-11-25')).toEqual({ startsOn: '2026-10-01', endsOn: '2026-12-31' });
});

test('a past period is empty when nothing came, late when less came than expected, done when all came', () => {
  const period = { startsOn: '2026-10-01', endsOn: '2026-10-31' };
  const facts = { period, expectedCount: 2, accepted: 0, waiting: 0, today: '2026-11-25' };
  expect(periodStateOf(facts)).toBe('empty');
  expect(periodStateOf({ ...facts, waiting: 1 })).toBe('late');
  expect(periodStateOf({ ...facts, accepted: 1 })).toBe('late');
  expect(periodStateOf({ ...facts, accepted: 2 })).toBe('done');
  expect(periodStateOf({ ...facts, today: '2026-10-15', accepted: 1 })).toBe('running');
  expect(periodStateOf({ ...facts, today: '2026-10-15' })).toBe('empty');
  expect(periodStateOf({ ...facts, today: '2026-09-15' })).toBe('idle');
});
