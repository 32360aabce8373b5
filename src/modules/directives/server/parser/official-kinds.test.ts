import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountForLines } from './account-for-lines.ts';
import { listClauses } from './clause-queries.ts';
import { nameOfKind, readKindHeading } from './document-kinds.ts';
import { parseDirective } from './parse-directive.ts';

const spec = JSON.parse(readFileSync(new URL('../../../../../data/nd30-spec.json', import.meta.url), 'utf8')) as {
  documentTypes: { code: string | null; name: string }[];
};
const kinds = spec.documentTypes.flatMap(({ code, name }) =>
  code === null ? [] : [{ code, name: name.replace(/\s*\(.*\)$/u, '') }],
);

interface Paper {
  readonly number: number;
  readonly day: number;
  readonly month: number;
  readonly signing: { readonly lines: readonly string[]; readonly authority: string | null; readonly post: string };
  readonly isSideBySide: boolean;
}

const paper = fc.record({
  number: fc.integer({ min: 1, max: 9_999 }),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  signing: fc.constantFrom(
    { lines: ['GIÁM ĐỐC'], authority: null, post: 'GIÁM ĐỐC' },
    { lines: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'], authority: 'KT. GIÁM ĐỐC', post: 'PHÓ GIÁM ĐỐC' },
    { lines: ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'], authority: 'TL. GIÁM ĐỐC', post: 'CHÁNH VĂN PHÒNG' },
    { lines: ['TUQ. GIÁM ĐỐC', 'TRƯỞNG PHÒNG'], authority: 'TUQ. GIÁM ĐỐC', post: 'TRƯỞNG PHÒNG' },
    { lines: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], authority: 'TM. ỦY BAN NHÂN DÂN', post: 'CHỦ TỊCH' },
    { lines: ['Q. GIÁM ĐỐC'], authority: 'Q. GIÁM ĐỐC', post: null as unknown as string },
  ),
  isSideBySide: fc.boolean(),
});

function stateHeading({ number, day, month, isSideBySide }: Paper, symbol: string): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const cells = [
    ['UBND TỈNH LAI CHÂU', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH', 'Độc lập - Tự do - Hạnh phúc'],
    [`Số: ${two(number)}/${symbol}`, `Lai Châu, ngày ${two(day)} tháng ${two(month)} năm 2026`],
  ] as const;
  const lines = isSideBySide ? cells.map((row) => row.join('        ')) : cells.flatMap((row) => [...row]);
  return lines.join('\n');
}

function foot({ signing }: Paper): string {
  return ['Nơi nhận:', '- Như trên;', '- Lưu: VT, TTBCXB.', '', ...signing.lines, '', 'Lò Văn Ví Dụ'].join('\n');
}

const date = ({ day, month }: Paper) => `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('each kind of Nghị định 30/2020', () => {
  it.each(kinds)('$name is known by its heading, with number, date, bases, signature and recipients', (kind) => {
    fc.assert(
      fc.property(paper, (one) => {
        const text = [
          stateHeading(one, `${kind.code}-SVHTTDL`),
          '',
          kind.name.toUpperCase(),
          'Về công tác thông tin đối ngoại năm 2026',
          '',
          'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;',
          '',
          '1. Giới thiệu đất nước, con người Lai Châu.',
          '',
          '2. Tổ chức thực hiện nghiêm túc./.',
          '',
          foot(one),
        ].join('\n');
        const parsed = parseDirective(text);
        expect(parsed).toMatchObject({
          kind: kind.code,
          number: one.number,
          symbol: `${kind.code}-SVHTTDL`,
          subject: 'Về công tác thông tin đối ngoại năm 2026',
          issuerUnitId: 'so-vhttdl',
          place: 'Lai Châu',
          date: date(one),
          bases: [{ kind: 'NĐ', number: 72, date: '2015-09-07', issuer: 'Chính phủ' }],
          recipients: ['Như trên', 'Lưu: VT, TTBCXB'],
          signature: { authority: one.signing.authority, post: one.signing.post, name: 'Lò Văn Ví Dụ' },
        });
        expect(parsed.clauses.map((clause) => clause.path)).toEqual(['1', '2']);
        expect(parsed.warnings).toEqual([]);
        expect(accountForLines(parsed, text).filter((line) => line.owners.length !== 1)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('a công văn has no kind, its subject after V/v, and its addressees', () => {
    fc.assert(
      fc.property(paper, (one) => {
        const text = [
          stateHeading({ ...one, isSideBySide: false }, 'SVHTTDL-TTBCXB'),
          'V/v tuyên truyền đối ngoại quý III năm 2026',
          '',
          'Kính gửi:',
          '- UBND các xã, phường;',
          '- Trung tâm Văn hóa Nghệ thuật tỉnh.',
          '',
          'Sở Văn hóa, Thể thao và Du lịch đề nghị:',
          '',
          '1. Đăng tin trên Cổng Thông tin điện tử tỉnh.',
          '',
          foot(one),
        ].join('\n');
        const parsed = parseDirective(text);
        expect(parsed).toMatchObject({
          kind: null,
          number: one.number,
          symbol: 'SVHTTDL-TTBCXB',
          subject: 'tuyên truyền đối ngoại quý III năm 2026',
          date: date(one),
          addressees: ['UBND các xã, phường', 'Trung tâm Văn hóa Nghệ thuật tỉnh'],
          warnings: [],
        });
      }),
      { numRuns: 12 },
    );
  });

  it('a công điện names whom it goes to after "điện:", a decision says its kind once more before the articles', () => {
    const telegram = parseDirective(
      'UBND TỈNH LAI CHÂU\nSố: 03/CĐ-UBND\nCÔNG ĐIỆN\nVề thông tin mưa lũ\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LAI CHÂU điện:\n\n- Giám đốc Sở Văn hóa, Thể thao và Du lịch;\n- Chủ tịch UBND các xã, phường.\n\nChủ tịch UBND tỉnh yêu cầu:\n\n1. Đăng tin ngay.',
    );
    expect(telegram.addressees).toEqual(['Giám đốc Sở Văn hóa, Thể thao và Du lịch', 'Chủ tịch UBND các xã, phường']);
    const decision = parseDirective(
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nSố: 512/QĐ-UBND\nQUYẾT ĐỊNH\nVề việc thành lập Ban Chỉ đạo\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n\nCăn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Thành lập Ban Chỉ đạo thông tin đối ngoại.\n\nĐiều 2. Quyết định này có hiệu lực từ ngày ký./.',
    );
    expect(decision.preamble).toEqual(['Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;']);
    expect(decision.clauses.map((clause) => clause.path)).toEqual(['Đ-1', 'Đ-2']);
  });
});

describe('a thư công', () => {
  it('has no number, bears what it is for, and is no library', () => {
    const letter = parseDirective(
      'ỦY BAN NHÂN DÂN\nTỈNH LAI CHÂU\nLai Châu, ngày 30 tháng 8 năm 2026\n\nTHƯ CHÚC MỪNG\nKỷ niệm 81 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam\n\nKính gửi: Bà con các dân tộc tỉnh Lai Châu\n\nThay mặt Ủy ban nhân dân tỉnh, tôi thân ái gửi lời chúc mừng.\n\nTrân trọng./.\n\nCHỦ TỊCH\n\nNguyễn Văn Thử',
    );
    expect([letter.kind, letter.date, letter.number]).toEqual(['Thư', '2026-08-30', null]);
    expect(letter.subject).toContain('Quốc khánh');
    expect(readKindHeading('THƯ CÔNG')).toEqual({ kind: 'Thư', rest: '' });
    expect(readKindHeading('THƯ CẢM ƠN')).toEqual({ kind: 'Thư', rest: 'CẢM ƠN' });
    expect(readKindHeading('THƯ VIỆN TỈNH LAI CHÂU')).toBeNull();
    expect(nameOfKind('Thư')).toBe('thư công');
  });
});

describe('the heading of a draft', () => {
  it('in two columns has room for number and day, and a subject may begin as a basis does', () => {
    const parsed = parseDirective(
      [
        'ỦY BAN NHÂN DÂN                  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'XÃ BẢN BO                        Độc lập - Tự do - Hạnh phúc',
        'Số:      /KH-UBND                Bản Bo, ngày      tháng 3 năm 2026',
        '',
        'KẾ HOẠCH',
        'Triển khai công tác thông tin đối ngoại năm 2026 trên địa bàn xã',
        '',
        'Thực hiện Hướng dẫn số 15/HD-SVHTTDL ngày 03/02/2026 của Sở Văn hóa, Thể thao và Du lịch, UBND xã ban hành Kế hoạch:',
        '',
        '1. Đăng 10 tin, bài.',
      ].join('\n'),
    );
    expect(parsed).toMatchObject({
      kind: 'KH',
      number: null,
      symbol: 'KH-UBND',
      place: 'Bản Bo',
      date: null,
      year: 2026,
      issuerUnitId: 'xa-03424',
      subject: 'Triển khai công tác thông tin đối ngoại năm 2026 trên địa bàn xã',
      bases: [{ kind: 'HD', number: 15, date: '2026-02-03' }],
    });
  });
});

describe('the form of the Party', () => {
  it('has its star beside place and date, and says whose conclusion it is above the subject', () => {
    const parsed = parseDirective(
      [
        'TỈNH ỦY LAI CHÂU          ĐẢNG CỘNG SẢN VIỆT NAM',
        '*          Lai Châu, ngày 12 tháng 5 năm 2026',
        'Số 210-KL/TU',
        '',
        'KẾT LUẬN',
        'CỦA BAN THƯỜNG VỤ TỈNH ỦY',
        'về công tác thông tin đối ngoại 6 tháng cuối năm 2026',
        '-----',
        '',
        'Sau khi xem xét Tờ trình số 45-TTr/BTGDVTU, ngày 02/5/2026, Ban Thường vụ Tỉnh ủy kết luận:',
        '',
        '1. Thống nhất chủ trương ở địa phương.',
      ].join('\n'),
    );
    expect(parsed).toMatchObject({
      kind: 'KL',
      number: 210,
      symbol: 'KL/TU',
      issuer: 'TỈNH ỦY LAI CHÂU',
      date: '2026-05-12',
      subject: 'về công tác thông tin đối ngoại 6 tháng cuối năm 2026',
    });
    expect(parsed.clauses.map((clause) => clause.path)).toEqual(['1']);
  });

  it('has its number with a dash, its marks I- and 1-, and T/M, K/T, T/L before who signs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999 }),
        fc.constantFrom('HD', 'KH', 'CT', 'NQ', 'KL', 'TB'),
        fc.constantFrom('T/M BAN THƯỜNG VỤ', 'K/T TRƯỞNG BAN', 'T/L TRƯỞNG BAN'),
        (number, kind, authority) => {
          const names: Record<string, string> = {
            HD: 'HƯỚNG DẪN',
            KH: 'KẾ HOẠCH',
            CT: 'CHỈ THỊ',
            NQ: 'NGHỊ QUYẾT',
            KL: 'KẾT LUẬN',
            TB: 'THÔNG BÁO',
          };
          const parsed = parseDirective(
            [
              'TỈNH ỦY LAI CHÂU          ĐẢNG CỘNG SẢN VIỆT NAM',
              'BAN TUYÊN GIÁO VÀ DÂN VẬN          Lai Châu, ngày 29 tháng 01 năm 2026',
              '*',
              `Số ${number}-${kind}/BTGDVTU`,
              '',
              names[kind],
              'Công tác thông tin đối ngoại năm 2026',
              '',
              'Thực hiện Kết luận số 57-KL/TW, ngày 15/6/2023 của Bộ Chính trị, Ban hướng dẫn như sau:',
              'I- MỤC ĐÍCH, YÊU CẦU',
              '1- Tạo sự thống nhất về nhận thức.',
              '2- Nội dung thiết thực.',
              'II- TỔ CHỨC THỰC HIỆN',
              '1- Đề nghị UBND các xã, phường tuyên truyền giai đoạn 2021 - 2025.',
              'Nơi nhận:',
              '- Thường trực Tỉnh ủy (báo cáo),',
              '- Lưu Ban Tuyên giáo và Dân vận.',
              authority,
              'PHÓ TRƯỞNG BAN',
              'Giàng Thị Ví Dụ',
            ].join('\n'),
          );
          expect(parsed).toMatchObject({
            kind,
            number,
            symbol: `${kind}/BTGDVTU`,
            issuer: 'TỈNH ỦY LAI CHÂU BAN TUYÊN GIÁO VÀ DÂN VẬN',
            place: 'Lai Châu',
            date: '2026-01-29',
            bases: [{ kind: 'KL', number: 57, date: '2023-06-15', issuer: 'Bộ Chính trị' }],
            recipients: ['Thường trực Tỉnh ủy (báo cáo)', 'Lưu Ban Tuyên giáo và Dân vận'],
            signature: { authority, post: 'PHÓ TRƯỞNG BAN', name: 'Giàng Thị Ví Dụ' },
          });
          expect(listClauses(parsed).map(({ clause }) => clause.path)).toEqual(['I', 'I.1', 'I.2', 'II', 'II.1']);
        },
      ),
      { numRuns: 40 },
    );
  });
});
