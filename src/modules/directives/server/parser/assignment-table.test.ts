import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedClause } from '../../directives.parsed.ts';
import { accountForLines } from './account-for-lines.ts';
import { listClauses } from './clause-queries.ts';
import { parseDirective } from './parse-directive.ts';

const heading = '| TT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian thực hiện | Sản phẩm |';
const before = [
  'Số: 15/KH-SVHTTDL',
  'Lai Châu, ngày 05 tháng 02 năm 2026',
  'KẾ HOẠCH',
  'Thông tin đối ngoại năm 2026',
  '',
  'I. NỘI DUNG',
  '',
  '1. Tuyên truyền ở địa phương.',
  '',
  'Nơi nhận:',
  '- Lưu: VT.',
  'GIÁM ĐỐC',
  'Lò Văn Ví Dụ',
];
const annex = (...lines: string[]) =>
  [...before, 'Phụ lục II', 'PHÂN CÔNG NHIỆM VỤ', '(Kèm theo Kế hoạch số 15/KH-SVHTTDL)', ...lines].join('\n');
const rowsOf = (text: string) => {
  const parsed = parseDirective(text);
  expect(accountForLines(parsed, text).filter((line) => line.owners.length !== 1)).toEqual([]);
  return { parsed, root: parsed.clauses.find((clause) => clause.path.startsWith('PL')) as ParsedClause };
};
const units = (clause: ParsedClause | undefined) => clause?.units.map(({ unitId, role }) => `${role} ${unitId}`);

describe('a table of tasks', () => {
  it('becomes clauses below its annex, each with who leads, who helps, until when and what, in the words of its cells', () => {
    const { parsed, root } = rowsOf(
      annex(
        heading,
        '| I | Công tác tuyên truyền |',
        '| 1 | Xây dựng kế hoạch | Phòng TTBCXB | Các đơn vị trực thuộc | Trước ngày 15/3/2026 | Kế hoạch |',
        '3',
        heading,
        '| 2 | Biểu diễn lưu động | Trung tâm VHNT tỉnh | Các xã, phường | Trước ngày 25 hằng tháng | 12 buổi |',
        '| II | Công tác quản lý |',
        '| 3 | Tổng hợp, báo cáo | Phòng Không Có |  | Quý IV | Báo cáo |',
      ),
    );
    expect(root).toMatchObject({ path: 'PL-II', label: 'Phụ lục II', title: 'PHÂN CÔNG NHIỆM VỤ' });
    expect(root.children.map((group) => [group.path, group.text, group.children.map((row) => row.path)])).toEqual([
      ['PL-II.I', 'Công tác tuyên truyền', ['PL-II.I.1', 'PL-II.I.2']],
      ['PL-II.II', 'Công tác quản lý', ['PL-II.II.3']],
    ]);
    const [first, second] = root.children[0]?.children ?? [];
    expect(first).toMatchObject({ nature: 'assignment', mode: 'assigned', dueOn: '2026-03-15', rhythm: null });
    expect(first?.times[0]?.text).toBe('Trước ngày 15/3/2026');
    expect(units(first)).toEqual(['lead phong-ttbcxb', 'supporting group:department-units']);
    expect(second).toMatchObject({ rhythm: 'monthly', expected: { kind: 'buổi', count: 12 } });
    expect(units(second)).toEqual(['lead tt-vhnt', 'supporting group:communes']);
    expect(parsed.warnings).toEqual([expect.objectContaining({ code: 'unit-not-matched', detail: 'PL-II.II.3' })]);
  });

  it('has a row that a page has cut made whole, with the page number and the heading between its halves', () => {
    const { root } = rowsOf(
      annex(
        heading,
        '| 1 | Biên tập chuyên mục giới thiệu tiềm năng, thế mạnh của | Phòng TTBCXB |  | Hằng tháng | 02 tin, |',
        '4',
        heading,
        '|  | địa phương bằng tiếng Anh |  |  |  | bài |',
        '| 2 | Việc khác | Phòng TTBCXB |  |  |  |',
      ),
    );
    expect(root.children.map((row) => row.text)).toEqual([
      'Biên tập chuyên mục giới thiệu tiềm năng, thế mạnh của địa phương bằng tiếng Anh',
      'Việc khác',
    ]);
    expect(root.children[0]).toMatchObject({ expected: { kind: 'tin, bài', count: 2 } });
  });

  it('is known by a heading of two rows, by columns of other names, and between tabs as well', () => {
    const two = rowsOf(
      annex(
        '| TT | Nội dung | Đơn vị thực hiện | Thời gian |',
        '| TT | Nội dung | Chủ trì | Phối hợp | Thời gian |',
        '| (1) | (2) | (3) | (4) | (5) |',
        '| 1 | Làm việc này | Phòng TTBCXB | Trung tâm VHNT tỉnh | Tháng 5 |',
      ),
    );
    expect(units(two.root.children[0])).toEqual(['lead phong-ttbcxb', 'supporting tt-vhnt']);
    const tabs = rowsOf(
      annex('STT\tCông việc\tCơ quan phụ trách\tTiến độ', '1\tLàm việc này\tPhòng TTBCXB\tTháng 5/2026'),
    );
    expect(tabs.root.children[0]).toMatchObject({ text: 'Làm việc này', dueOn: '2026-05-31' });
  });

  it('may stand in the document itself, below the clause that speaks of it; any other table is no table of tasks', () => {
    const text = [
      'Kế hoạch thông tin đối ngoại ở địa phương năm 2026:',
      '',
      'I. TỔ CHỨC THỰC HIỆN',
      '',
      heading,
      '| 1 | Xây dựng kế hoạch | Phòng TTBCXB |  | 15/3/2026 | Kế hoạch |',
      '',
      'II. KINH PHÍ',
      '',
      '| Nguồn | Số tiền | Ghi chú |',
      '| Ngân sách tỉnh | 200 triệu | Đã có |',
    ].join('\n');
    const parsed = parseDirective(text);
    expect(accountForLines(parsed, text).filter((line) => line.owners.length !== 1)).toEqual([]);
    expect(listClauses(parsed).map(({ clause }) => [clause.path, clause.text])).toEqual([
      ['I', 'TỔ CHỨC THỰC HIỆN'],
      ['I.1', 'Xây dựng kế hoạch'],
      ['II', 'KINH PHÍ'],
      ['II/1', '| Nguồn | Số tiền | Ghi chú |'],
      ['II/2', '| Ngân sách tỉnh | 200 triệu | Đã có |'],
    ]);
  });

  it('of any rows loses none, gives each a path of its own, and takes the words of each cell', () => {
    const task = fc
      .array(fc.constantFrom('Tuyên truyền', 'lễ hội', 'ở địa phương', 'bằng tiếng Anh'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((words) => `Việc ${words.join(' ')}`);
    const row = fc.record({
      task,
      lead: fc.constantFrom('Phòng TTBCXB', 'UBND xã Bản Bo', 'Các xã, phường', ''),
      supporting: fc.constantFrom('Trung tâm VHNT tỉnh', ''),
      time: fc.constantFrom('Quý II', '15/3/2026', 'Hằng tháng', 'Cả năm'),
      output: fc.constantFrom('03 tin, bài', 'Báo cáo', ''),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.integer({ min: 2, max: 9 }), (rows, perPage) => {
        const lines = rows.flatMap((one, index) => [
          ...(index % perPage === 0 ? [heading] : []),
          `| ${index + 1} | ${one.task} | ${one.lead} | ${one.supporting} | ${one.time} | ${one.output} |`,
        ]);
        const { root } = rowsOf(annex(...lines));
        expect(root.children.map((clause) => [clause.label, clause.text])).toEqual(
          rows.map((one, index) => [String(index + 1), one.task]),
        );
        for (const [index, clause] of root.children.entries()) {
          const leads = clause.units.filter((unit) => unit.role === 'lead');
          expect(leads.length).toBe(rows[index]?.lead === '' ? 0 : 1);
          for (const unit of leads) expect(rows[index]?.lead).toContain(unit.text);
        }
      }),
      { numRuns: 60 },
    );
  });
});

it('a regulation that a decision issues is read article by article, apart from the decision', () => {
  const text = [
    ...before.slice(0, 2),
    'QUYẾT ĐỊNH',
    'Ban hành Quy chế thông tin đối ngoại',
    '',
    'Điều 1. Ban hành Quy chế ở địa phương.',
    '',
    'Nơi nhận:',
    '- Lưu: VT.',
    'CHỦ TỊCH',
    'Vàng A Ví Dụ',
    'QUY CHẾ',
    'Thông tin đối ngoại',
    '(Ban hành kèm theo Quyết định số 43/2026/QĐ-UBND)',
    'Chương I',
    'QUY ĐỊNH CHUNG',
    'Điều 1. Phạm vi',
    '1. Quy chế này quy định hoạt động thông tin.',
  ].join('\n');
  const parsed = parseDirective(text);
  expect(accountForLines(parsed, text).filter((line) => line.owners.length !== 1)).toEqual([]);
  expect(listClauses(parsed).map(({ clause }) => clause.path)).toEqual([
    'Đ-1',
    'QC',
    'QC.C-I',
    'QC.C-I.Đ-1',
    'QC.C-I.Đ-1.1',
  ]);
  expect(parsed.signature).toMatchObject({ post: 'CHỦ TỊCH', name: 'Vàng A Ví Dụ' });
});
