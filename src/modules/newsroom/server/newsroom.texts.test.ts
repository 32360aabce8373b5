import { expect, test } from 'vitest';
import { publicPathOf, slugOf } from './newsroom.slug.ts';
import { findWordChanges } from './newsroom.word-changes.ts';

test('a changed word is shown with a few words around, before and after', () => {
  const before = ['Lễ hội', '', 'Lễ hội hoa ban khai mạc ngày 12 tháng 3 tại phường Tân Phong với ba nghìn khách.'];
  const after = ['Lễ hội', '', 'Lễ hội hoa ban khai mạc ngày 15 tháng 3 tại phường Tân Phong với bốn nghìn khách.'];
  expect(findWordChanges(before, after)).toEqual([
    { before: '… khai mạc ngày 12 tháng 3 tại …', after: '… khai mạc ngày 15 tháng 3 tại …' },
    { before: '… Tân Phong với ba nghìn khách.', after: '… Tân Phong với bốn nghìn khách.' },
  ]);
});

test('an added and a dropped paragraph stand alone; equal texts change nothing', () => {
  expect(findWordChanges(['a', 'b'], ['a', 'x', 'b'])).toEqual([{ before: '', after: 'x' }]);
  expect(findWordChanges(['a', 'x', 'b'], ['a', 'b'])).toEqual([{ before: 'x', after: '' }]);
  expect(findWordChanges(['a', 'b'], ['a', 'b'])).toEqual([]);
});

test('two long texts that share nothing are compared in no time and shown clipped', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join(' ');
  const [change] = findWordChanges([long('a')], [long('b')]);
  expect(change?.before.length).toBeLessThanOrEqual(400);
});

test('addresses are made of the words of the title, whatever the language', () => {
  expect(slugOf('Đẹp như “Ruộng bậc thang” – mùa lúa chín 2026!')).toBe('dep-nhu-ruong-bac-thang-mua-lua-chin-2026');
  expect(slugOf('莱州')).toBe('tin');
  expect(slugOf('a'.repeat(200))).toBe('tin');
  expect(publicPathOf({ language: 'vi', slug: 'le-hoi', code: '0123456789' })).toBe('/tin/le-hoi-0123456789');
  expect(publicPathOf({ language: 'en', slug: 'festival', code: 'ABCDEFGHJ0' })).toBe('/en/news/festival-abcdefghj0');
});
