import { expect, test } from 'vitest';
import { dayOf, formatDate } from './date-text.tsx';

test('an all-day date is shown as it stands, whatever the zone', () => {
  expect(formatDate('2026-03-15', { language: 'vi' })).toBe('15/03/2026');
  expect(formatDate('2026-03-15', { language: 'en' })).toBe('15 March 2026');
});

test('a moment is shown in the zone of the department', () => {
  expect(formatDate('2026-11-25T18:30:00Z', { language: 'vi', time: true })).toBe('01:30, 26/11/2026');
  expect(dayOf(new Date('2026-11-25T18:30:00Z'))).toBe('2026-11-26');
});

test('text that is no date is shown unchanged', () => {
  expect(formatDate('quý I/2027', { language: 'vi' })).toBe('quý I/2027');
});
