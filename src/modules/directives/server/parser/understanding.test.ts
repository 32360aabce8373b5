import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedLexicon } from './lexicon.ts';
import { findOutputs, readOutputCell } from './outputs.ts';
import { parseDirective } from './parse-directive.ts';
import { findTimes } from './times.ts';
import { readRoles } from './unit-roles.ts';

const time = (text: string, year: number | null = 2026) =>
  findTimes(text, year).map(({ text: words, kind, from, to, rhythm }) => [words, kind, from, to, rhythm]);
const roles = (text: string) => {
  const units = shippedLexicon.units.find(text);
  return readRoles(text, units).map((role, index) => `${role} ${units[index]?.id}`);
};

describe('what a clause says of time', () => {
  it.each([
    ['hoàn thành trước ngày 15/3/2026', [['hoàn thành trước ngày 15/3/2026', 'deadline', null, '2026-03-15', null]]],
    ['gửi về Sở trước ngày 15 tháng 3', [['trước ngày 15 tháng 3', 'deadline', null, '2026-03-15', null]]],
    [
      'báo cáo trước 17 giờ 00 ngày 02/8/2026',
      [['trước 17 giờ 00 ngày 02/8/2026', 'deadline', null, '2026-08-02', null]],
    ],
    ['chậm nhất ngày 30/11', [['chậm nhất ngày 30/11', 'deadline', null, '2026-11-30', null]]],
    ['khai mạc ngày 20/5/2026', [['ngày 20/5/2026', 'day', '2026-05-20', '2026-05-20', null]]],
    [
      'từ ngày 01/3 đến hết ngày 15/3/2026',
      [['từ ngày 01/3 đến hết ngày 15/3/2026', 'span', '2026-03-01', '2026-03-15', null]],
    ],
    ['trong quý II', [['trong quý II', 'span', '2026-04-01', '2026-06-30', null]]],
    ['quý III, IV/2027', [['quý III, IV/2027', 'span', '2027-07-01', '2027-12-31', null]]],
    ['6 tháng đầu năm 2026', [['6 tháng đầu năm 2026', 'span', '2026-01-01', '2026-06-30', null]]],
    ['trong tháng 02/2028', [['trong tháng 02/2028', 'span', '2028-02-01', '2028-02-29', null]]],
    ['trước ngày 25 hằng tháng', [['trước ngày 25 hằng tháng', 'recurring', null, null, 'monthly']]],
    ['định kỳ hàng quý', [['định kỳ hàng quý', 'recurring', null, null, 'quarterly']]],
    ['trước ngày 15/12 hằng năm', [['trước ngày 15/12 hằng năm', 'recurring', null, '2026-12-15', 'yearly']]],
    ['ngày 10/3 âm lịch', [['ngày 10/3 âm lịch', 'day', '2026-04-26', '2026-04-26', null]]],
    ['dịp Giỗ Tổ Hùng Vương', [['Giỗ Tổ Hùng Vương', 'feast', '2026-04-26', '2026-04-26', null]]],
    ['dịp Tết Nguyên đán', [['Tết Nguyên đán', 'feast', '2026-02-17', '2026-02-17', null]]],
    ['năm 2026', [['năm 2026', 'span', '2026-01-01', '2026-12-31', null]]],
    ['giai đoạn 2021 - 2025, theo Nghị định số 72/2015/NĐ-CP', []],
  ])('%s', (text, expected) => {
    expect(time(text)).toEqual(expected);
  });

  it('has no day where the document has no year, yet keeps the words', () => {
    expect(time('trong quý II', null)).toEqual([['trong quý II', 'span', null, null, null]]);
  });

  it('stands word for word in the text, in order, and no words count twice', () => {
    const pieces = fc.constantFrom(
      'trước ngày 15/3/2026',
      'ngày 10/3 âm lịch',
      'quý II',
      'hằng tháng',
      'năm 2026',
      'tháng 5',
      'Tết Nguyên đán',
      'từ ngày 01/3 đến ngày 15/3',
      '12/13/2026',
      'tuyên truyền',
      ', ',
      '.',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        let end = 0;
        for (const found of findTimes(text, 2026)) {
          expect(text.slice(found.at, found.at + found.text.length)).toBe(found.text);
          expect(found.at).toBeGreaterThanOrEqual(end);
          end = found.at + found.text.length;
        }
      }),
    );
  });
});

describe('what a clause is to bring', () => {
  it('is counted in the words of offices', () => {
    expect(findOutputs('mỗi xã đăng ít nhất 05 tin, bài và 02 (hai) phóng sự; 12 buổi biểu diễn')).toEqual([
      { text: '05 tin, bài', kind: 'tin, bài', count: 5 },
      { text: '02 (hai) phóng sự', kind: 'phóng sự', count: 2 },
      { text: '12 buổi biểu diễn', kind: 'buổi biểu diễn', count: 12 },
    ]);
    expect(findOutputs('ngày 15/3/2026 báo cáo; Điều 2 bài học')).toEqual([{ text: '2 bài', kind: 'bài', count: 2 }]);
    expect(readOutputCell('Báo cáo của Sở')).toEqual([{ text: 'Báo cáo của Sở', kind: 'báo cáo', count: 1 }]);
    expect(readOutputCell('')).toEqual([]);
  });
});

describe('what a unit has to do with a clause', () => {
  it.each([
    ['UBND xã Phong Thổ chủ trì, phối hợp với Phòng TTBCXB tổ chức', ['lead xa-03549', 'supporting phong-ttbcxb']],
    ['Phối hợp với Phòng TTBCXB và Trung tâm VHNT tỉnh', ['supporting phong-ttbcxb', 'supporting tt-vhnt']],
    ['Giao Phòng TTBCXB đôn đốc, báo cáo Lãnh đạo Sở', ['lead phong-ttbcxb', 'named lanh-dao-so']],
    ['Đề nghị UBND các xã, phường; Cổng TTĐT tỉnh đăng tin', ['lead group:communes', 'lead cong-ttdt-tinh']],
    ['Biểu diễn tại xã Bản Bo do Trung tâm VHNT tỉnh chủ trì', ['named xa-03424', 'lead tt-vhnt']],
    ['Trách nhiệm của Sở Văn hóa, Thể thao và Du lịch', ['lead so-vhttdl']],
    ['Các đơn vị trực thuộc thực hiện', ['lead group:department-units']],
    ['UBND xã Bản Lang rà soát', ['lead xa-03583']],
  ])('%s', (text, expected) => {
    expect(roles(text).map((one) => one)).toEqual(expected);
  });
});

it('a letter that asks those it is sent to asks them where a clause names nobody else', () => {
  const parsed = parseDirective(
    [
      'Số: 120/SVHTTDL-TTBCXB',
      'V/v tuyên truyền lễ hội',
      'Lai Châu, ngày 12 tháng 3 năm 2026',
      '',
      'Kính gửi: UBND các xã, phường.',
      '',
      'Sở Văn hóa, Thể thao và Du lịch đề nghị các địa phương triển khai:',
      '',
      '1. Đăng 05 tin, bài trước ngày 30/4/2026.',
      '',
      '2. Cổng TTĐT tỉnh chủ trì, phối hợp với Phòng TTBCXB xây dựng chuyên mục trong quý II.',
    ].join('\n'),
  );
  expect(parsed.clauses).toMatchObject([
    {
      nature: 'assignment',
      mode: 'requested',
      units: [{ unitId: 'group:communes', text: 'UBND các xã, phường', role: 'lead' }],
      dueOn: '2026-04-30',
      expected: { kind: 'tin, bài', count: 5 },
    },
    {
      nature: 'assignment',
      mode: 'requested',
      units: [
        { unitId: 'cong-ttdt-tinh', role: 'lead' },
        { unitId: 'phong-ttbcxb', role: 'supporting' },
      ],
      dueOn: '2026-06-30',
    },
  ]);
});
