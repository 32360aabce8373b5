import { expect, test } from 'vitest';
import { readDayCount, readDayList } from './day-numbers.ts';

test('days are read as people write them', () => {
  expect(readDayList('7, 3, 1')).toEqual([7, 3, 1]);
  expect(readDayList(' 7;3 1 ')).toEqual([7, 3, 1]);
  expect(readDayList('')).toEqual([]);
});

test('what is no list of days is refused', () => {
  expect(readDayList('7, ba')).toBeNull();
  expect(readDayList('0')).toBeNull();
  expect(readDayList('1 2 3 4 5 6 7')).toBeNull();
  expect(readDayCount('6', 7, 3650)).toBeNull();
  expect(readDayCount('', 0, 60)).toBeNull();
});
