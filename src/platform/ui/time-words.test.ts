import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTime } from './time-words.ts';

test('an hour is read as people write it in Vietnam', () => {
  for (const typed of ['8:30', '08:30', '8h30', '8.30', ' 8 giờ 30 ', '8g30']) expect(parseTime(typed)).toBe('08:30');
  expect(parseTime('8h')).toBe('08:00');
  expect(parseTime('20')).toBe('20:00');
});

test('what is no hour of the day is none', () => {
  for (const typed of ['', '24:00', '8:60', '8:3', 'sáng', '-1', '8h30 CH']) expect(parseTime(typed)).toBeNull();
});

test('every hour that is shown is read back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const shown = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      expect(parseTime(shown)).toBe(shown);
    }),
  );
});
