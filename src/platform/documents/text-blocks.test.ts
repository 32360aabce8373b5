import { expect, test } from 'vitest';
import { blocksFromText } from './text-blocks.ts';

test('typed lines become parts, clauses, points, lists, tables, articles and annexes', () => {
  const { body, annexes } = blocksFromText(
    [
      'I. Mục đích',
      '1. Yêu cầu chung',
      '1. Câu này có dấu chấm ở cuối nên là một đoạn.',
      'a) Điểm thứ nhất;',
      '- Việc một',
      '- Việc hai',
      '+ Việc nhỏ',
      '| TT | Nội dung |',
      '| 1 | Đăng **12** tin |',
      'Điều 2. Hiệu lực',
      '',
      'Phụ lục ngang: Phân công',
      'Nội dung phụ lục.',
    ].join('\r\n'),
  );
  expect(body.map((block) => block.kind)).toEqual([
    'heading',
    'heading',
    'paragraph',
    'paragraph',
    'dash-list',
    'dash-list',
    'table',
    'legal-heading',
  ]);
  expect(body[4]).toEqual({ kind: 'dash-list', mark: '-', items: [[{ text: 'Việc một' }], [{ text: 'Việc hai' }]] });
  expect(body[6]).toMatchObject({ header: ['TT', 'Nội dung'], rows: [{ cells: ['1', 'Đăng **12** tin'] }] });
  expect(annexes).toMatchObject([{ title: 'Phân công', landscape: true, body: [{ kind: 'paragraph' }] }]);
});

test('bold and italic are written with stars and low lines', () => {
  expect(blocksFromText('Hạn **15/4** là _cuối cùng_.').body).toEqual([
    {
      kind: 'paragraph',
      runs: [
        { text: 'Hạn ' },
        { text: '15/4', bold: true },
        { text: ' là ' },
        { text: 'cuối cùng', italic: true },
        { text: '.' },
      ],
    },
  ]);
});

test('a list of many thousand lines is read at once', () => {
  const { user } = process.cpuUsage();
  const { body } = blocksFromText('- việc\n'.repeat(30_000));
  expect(body).toHaveLength(1);
  expect(body[0]).toMatchObject({ kind: 'dash-list', items: { length: 30_000 } });
  expect(process.cpuUsage().user - user).toBeLessThan(2_000_000);
});

test('a cell of very many words is a cell like any other', () => {
  const { body } = blocksFromText(`| TT | Nội dung |\n| 1 | ${'chữ '.repeat(200_000)}|`);
  expect(body[0]).toMatchObject({ kind: 'table', rows: { length: 1 } });
});
