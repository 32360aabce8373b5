import { expect, it } from 'vitest';
import { numbering } from '../../../../tests/fixtures/documents/docx-parts.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { formatNumber } from './number-formats.ts';
import { defaultReadLimits } from './read-types.ts';
import { readXml } from './read-xml.ts';

const levels = [
  { format: 'upperRoman', text: '%1.' },
  { format: 'decimal', text: '%2.', start: 3 },
  { format: 'decimal', text: '%2.%3.' },
];
const open = (extra = '') =>
  new DocxNumbering(
    readXml(numbering([levels, [{ format: 'custom:a, b, c, d, đ, ...', text: '%1)' }]], extra), defaultReadLimits),
  );
const count = (lists: DocxNumbering, steps: readonly (readonly [string, number])[]) =>
  steps.map(([listId, level]) => lists.next({ listId, level }));

it('counts levels, begins where the list says, and begins anew under each heading', () => {
  const steps = [0, 1, 2, 2, 1, 0, 1, 2].map((level) => ['1', level] as const);
  expect(count(open(), steps)).toEqual(['I.', '3.', '3.1.', '3.2.', '4.', 'II.', '3.', '3.1.']);
});

it('has đ after d where the list is in Vietnamese letters', () => {
  const steps = Array.from({ length: 7 }, () => ['2', 0] as const);
  expect(count(open(), steps)).toEqual(['a)', 'b)', 'c)', 'd)', 'đ)', 'e)', 'g)']);
});

it('goes on over two lists of one kind, unless the second says where it begins', () => {
  const num = (id: number, override: string) =>
    `<w:num w:numId="${id}"><w:abstractNumId w:val="0"/>${override}</w:num>`;
  const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
  const steps = ['1', '1', '8', '9', '9'].map((list) => [list, 0] as const);
  expect(count(open(num(8, '') + num(9, restart)), steps)).toEqual(['I.', 'II.', 'III.', 'V.', 'VI.']);
});

it('prints numbers as Word does', () => {
  expect([1, 4, 9, 40, 1994].map((value) => formatNumber(value, 'upper-roman'))).toEqual([
    'I',
    'IV',
    'IX',
    'XL',
    'MCMXCIV',
  ]);
  expect([1, 26, 27, 53].map((value) => formatNumber(value, 'lower-letter'))).toEqual(['a', 'z', 'aa', 'aaa']);
});
