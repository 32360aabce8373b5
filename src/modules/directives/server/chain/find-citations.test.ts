import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDirective } from '../parser/parse-directive.ts';
import { citingText } from './citing-text.ts';
import { findCitations } from './find-citations.ts';

const cite = (text: Partial<Parameters<typeof findCitations>[0]>) =>
  findCitations({ subject: null, preamble: [], body: [], ...text });

describe('documents that a directive cites', () => {
  it('the guidance of 2026 carries out the guidance of the Party’s committee', () => {
    const parsed = parseDirective(readFileSync('data/guidance/huong-dan-2026.txt', 'utf8'));
    expect(findCitations(citingText(parsed))).toMatchObject([
      {
        relation: 'implements',
        kind: 'HD',
        number: 28,
        symbol: 'HD/BTGDVTU',
        date: '2026-01-29',
        issuer: 'Ban Tuyên giáo và Dân vận Tỉnh ủy',
      },
    ]);
  });

  it('what stands behind “Căn cứ” is a basis, each up to its semicolon', () => {
    const found = cite({
      preamble: [
        'Căn cứ Luật Báo chí số 103/2016/QH13 ngày 05 tháng 4 năm 2016;',
        'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;',
        'Thực hiện Kế hoạch số 15/KH-UBND ngày 05/02/2026 của UBND tỉnh Lai Châu, Sở ban hành Kế hoạch:',
      ],
    });
    expect(found.map((each) => [each.relation, each.kind, each.number, each.symbol, each.date])).toEqual([
      ['basis', 'Luật', 103, '2016/QH13', '2016-04-05'],
      ['basis', 'NĐ', 72, '2015/NĐ-CP', '2015-09-07'],
      ['implements', 'KH', 15, 'KH-UBND', '2026-02-05'],
    ]);
  });

  it('a document is amended, replaced or extended where the words say so, in the subject or in a clause', () => {
    expect(
      cite({
        subject: 'Sửa đổi, bổ sung một số điều của Quyết định số 12/2024/QĐ-UBND ngày 03/5/2024',
        body: [
          'Quyết định này thay thế Quyết định số 07/QĐ-UBND ngày 01/02/2020.',
          'Gia hạn thời gian thực hiện Kế hoạch số 9/KH-UBND đến hết năm 2027.',
          'Việc thanh toán theo Thông tư số 40/2017/TT-BTC.',
        ],
      }).map((each) => [each.relation, each.number]),
    ).toEqual([
      ['amends', 12],
      ['replaces', 7],
      ['extends', 9],
    ]);
  });

  it('a basis that was itself “sửa đổi, bổ sung” by a later law stays what it is: nothing before it says that this text changes it', () => {
    expect(
      cite({ preamble: ['Căn cứ Nghị định số 49/2024/NĐ-CP ngày 10/5/2024 của Chính phủ;'] }).map(
        (each) => each.relation,
      ),
    ).toEqual(['basis']);
  });

  it('ends on any text, and the words it rests on stand in the text', () => {
    const piece = fc.constantFrom(
      'Căn cứ ',
      'Quyết định ',
      'số ',
      '12',
      '/',
      'QĐ-UBND',
      ' ngày 03/5/2024',
      ';',
      ' của Chính phủ',
      '. ',
      'thay thế ',
      'ư',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        for (const found of cite({ preamble: [text], body: [text] })) expect(text).toContain(found.words);
      }),
    );
  });
});

it('a paragraph of many thousand citations is read in a moment, and not one row for each', () => {
  const many = Array.from({ length: 8_000 }, (_, index) => `Kế hoạch số ${index + 1}/KH-UBND của Ủy ban`).join(', ');
  const { user } = process.cpuUsage();
  expect(findCitations({ subject: null, preamble: [`Căn cứ ${many}`], body: [many] })).toHaveLength(200);
  expect(process.cpuUsage().user - user).toBeLessThan(3_000_000);
});
