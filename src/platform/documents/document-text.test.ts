import { expect, test } from 'vitest';
import {
  cleanText,
  formatBases,
  formatDashList,
  formatNumberAndSymbol,
  formatPlaceAndDate,
  formatRecipients,
  formatSigningPost,
  markEnd,
} from './document-text.ts';
import type { DocumentBlock } from './official-document.ts';

const symbol = 'BC-SVHTTDL';

test('a number below ten has a leading zero, a number not yet given stays blank', () => {
  expect(formatNumberAndSymbol({ number: 5, symbol })).toBe('Số: 05/BC-SVHTTDL');
  expect(formatNumberAndSymbol({ number: 1234, symbol })).toBe('Số: 1234/BC-SVHTTDL');
  expect(formatNumberAndSymbol({ number: null, symbol })).toMatch(/^Số: {7}\/BC-SVHTTDL$/);
});

test.each([
  ['2026-01-05', 'Lai Châu, ngày 05 tháng 01 năm 2026'],
  ['2026-02-28', 'Lai Châu, ngày 28 tháng 02 năm 2026'],
  ['2026-03-09', 'Lai Châu, ngày 09 tháng 3 năm 2026'],
  ['2026-12-31', 'Lai Châu, ngày 31 tháng 12 năm 2026'],
])('the day %s has zeros before days below ten and before the months 1 and 2 only', (date, text) => {
  expect(formatPlaceAndDate({ place: 'Lai Châu', date })).toBe(text);
});

test('a document without a date leaves day and month blank', () => {
  expect(formatPlaceAndDate({ place: 'Lai Châu', date: null, yearWhenUndated: 2026 })).toMatch(
    /^Lai Châu, ngày {6}tháng {6}năm 2026$/,
  );
  expect(formatPlaceAndDate({ place: 'Lai Châu', date: null })).toMatch(/^Lai Châu, ngày {6}tháng {6}năm$/);
  expect(() => formatPlaceAndDate({ place: 'Lai Châu', date: '5/1/2026' })).toThrow(RangeError);
});

test('the signing authority stands before the post of the one who is replaced', () => {
  const post = 'Phó Giám đốc';
  expect(formatSigningPost({ authority: 'KT.', headPost: 'Giám đốc', post, name: null })).toEqual([
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
  ]);
  expect(formatSigningPost({ authority: 'Q.', headPost: null, post: 'Giám đốc', name: null })).toEqual(['Q. GIÁM ĐỐC']);
  expect(formatSigningPost({ authority: null, headPost: null, post: 'Giám đốc', name: null })).toEqual(['GIÁM ĐỐC']);
});

test('recipients begin with "Như trên" where there are addressees, and end with the archive', () => {
  expect(formatRecipients({ recipients: ['- UBND tỉnh (B/c);', 'Lưu: VT, TTBCXB.'], hasAddressees: true })).toEqual([
    '- Như trên;',
    '- UBND tỉnh (B/c);',
    '- Lưu: VT, TTBCXB.',
  ]);
  expect(formatRecipients({ recipients: [], hasAddressees: false })).toEqual(['- Lưu: VT.']);
});

test('lists end with semicolons and the last with a full stop', () => {
  expect(formatDashList(['một', '- hai;', ' '])).toEqual(['- một;', '- hai.']);
  expect(formatBases(['Căn cứ A.', 'Căn cứ B'])).toEqual(['Căn cứ A;', 'Căn cứ B.']);
});

test('the last word of the body is followed by the end mark, once', () => {
  const end = (body: DocumentBlock[]) => markEnd(body).at(-1);
  expect(end([{ kind: 'paragraph', runs: [{ text: 'Xong. ' }] }])).toEqual({
    kind: 'paragraph',
    runs: [{ text: 'Xong./.' }],
  });
  expect(end([{ kind: 'note', text: 'Xong./.' }])).toEqual({ kind: 'note', text: 'Xong./.' });
  expect(end([{ kind: 'dash-list', items: [[{ text: 'a;' }], [{ text: 'b;' }]] }])).toEqual({
    kind: 'dash-list',
    items: [[{ text: 'a;' }], [{ text: 'b./.' }]],
  });
  expect(end([{ kind: 'table', header: ['a'], rows: [], columnWidths: [1] }])).toEqual({
    kind: 'paragraph',
    runs: [{ text: './.' }],
  });
});

test('text becomes NFC and loses what a document cannot hold', () => {
  expect(cleanText('Lai Cha\u0302u\u0000\u001b\u202e\ufeff\ud800 \r\nđược')).toBe('Lai Châu\ufffd \nđược');
});
