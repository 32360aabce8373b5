import { expect, test } from 'vitest';
import { splitIntoLines } from './line-breaks.ts';
import { textWidthMm } from './text-width.ts';

const bold12 = { sizePt: 12, bold: true };

test('letters with accents are as wide as those without', () => {
  expect(textWidthMm('Độc lập', { sizePt: 13, bold: true })).toBeCloseTo(
    textWidthMm('Đoc lap', { sizePt: 13, bold: true }),
  );
  expect(textWidthMm('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold12)).toBeCloseTo(88.3, 1);
});

test('the name of an agency breaks before a joining word, not inside a compound', () => {
  expect(splitIntoLines('SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', { ...bold12, widthMm: 69 })).toEqual([
    'SỞ VĂN HÓA, THỂ THAO',
    'VÀ DU LỊCH',
  ]);
  expect(splitIntoLines('UBND TỈNH LAI CHÂU', { ...bold12, widthMm: 69 })).toEqual(['UBND TỈNH LAI CHÂU']);
});

test('a number stays with its word, and nothing is lost', () => {
  const subject = 'Kết quả công tác thông tin đối ngoại quý I năm 2026 và phương hướng, nhiệm vụ quý II năm 2026';
  const lines = splitIntoLines(subject, { sizePt: 14, bold: true, widthMm: 145 });
  expect(lines.join(' ')).toBe(subject);
  expect(lines).toHaveLength(2);
  expect(lines.some((line) => /(?:năm|quý)$/.test(line))).toBe(false);
});

test('one word wider than the column, and no word at all, are borne', () => {
  expect(splitIntoLines('X'.repeat(90), { ...bold12, widthMm: 69 })).toEqual(['X'.repeat(90)]);
  expect(splitIntoLines(`a ${'X'.repeat(90)} b`, { ...bold12, widthMm: 69 }).join(' ')).toBe(`a ${'X'.repeat(90)} b`);
  expect(splitIntoLines('', { ...bold12, widthMm: 69 })).toEqual([]);
});
