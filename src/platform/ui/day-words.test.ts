import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDay, parseDay } from './day-words.ts';

test('a day is read with the day first, as it is written in Vietnam', () => {
  for (const typed of ['3/2/2026', '03/02/2026', '03-02-2026', '3.2.2026', ' 3/2/2026 ', '2026-02-03'])
    expect(parseDay(typed)).toBe('2026-02-03');
});

test('what is no day of the calendar is none', () => {
  for (const typed of ['', '31/2/2026', '2/13/2026', '3/2', '3/2/26', 'hôm nay', '29/2/2026'])
    expect(parseDay(typed)).toBeNull();
});

test('every day that is shown is read back as itself', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (moment) => {
        const day = moment.toISOString().slice(0, 10);
        expect(parseDay(formatDay(day))).toBe(day);
      },
    ),
  );
});
