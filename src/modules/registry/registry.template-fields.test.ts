import { expect, it } from 'vitest';
import {
  fieldNamesIn,
  fieldProblems,
  fillFields,
  missingFields,
  withoutEmptyFields,
} from './registry.template-fields.ts';

const field = (name: string, kind: 'text' | 'date' | 'lines' = 'text') => ({ name, label: name, kind });

it('values take the place of their fields, a day as running text has it, and what is missing leaves room', () => {
  const fields = [field('don_vi'), field('thoi_han', 'date')];
  const values = { don_vi: 'xã Khổng Lào', thoi_han: '2026-02-05' };
  expect(fillFields('Gửi {{don_vi}} trước {{ thoi_han }}, {{khac}}.', { values, fields })).toBe(
    'Gửi xã Khổng Lào trước 05/02/2026, …….',
  );
  expect(missingFields(['{{don_vi}} {{khac}}'], values)).toEqual(['khac']);
});

it('a value cannot bring in a field of its own', () => {
  expect(fillFields('{{a}}', { values: { a: '{{b}}', b: 'x' }, fields: [field('a')] })).toBe('{{b}}');
});

it('tells every way in which fields can be wrong', () => {
  expect(
    fieldProblems(
      ['{{don_vi}} {{nam}} {{la}} {{Ten}} {{ho'],
      [field('don_vi'), field('du'), field('du'), field('nam')],
    ),
  ).toEqual([
    { kind: 'malformed', text: '{{ho' },
    { kind: 'bad_name', name: 'Ten' },
    { kind: 'undeclared', name: 'la' },
    { kind: 'repeated', name: 'du' },
    { kind: 'taken', name: 'nam' },
    { kind: 'unused', name: 'du' },
    { kind: 'unused', name: 'du' },
  ]);
});

it('a brace that never closes costs nobody time', () => {
  const { user } = process.cpuUsage();
  const text = `{{${' '.repeat(100_000)}`;
  expect(fieldNamesIn(`{{ don_vi }} {{\tngay\n}} ${text}`)).toEqual(['don_vi', 'ngay']);
  expect(withoutEmptyFields(`${text}\n {{ don_vi }} \ncòn`, { don_vi: '' })).toBe(`${text}\ncòn`);
  expect(process.cpuUsage().user - user).toBeLessThan(1_000_000);
});

it('one long value in very many places does not fill the memory', () => {
  const filled = fillFields('{{a}}'.repeat(40_000), { values: { a: 'chữ '.repeat(50_000) }, fields: [field('a')] });
  expect(filled.length).toBeLessThan(3_000_000);
});
