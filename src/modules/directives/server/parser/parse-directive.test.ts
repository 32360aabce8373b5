import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountForLines } from './account-for-lines.ts';
import { listClauses } from './clause-queries.ts';
import { DirectiveParseError } from './directive-parse-error.ts';
import { parseDirective } from './parse-directive.ts';

const body = 'Kế hoạch công tác thông tin đối ngoại của tỉnh được triển khai thường xuyên.';

function refusal(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof DirectiveParseError) return error.code;
    throw error;
  }
}

describe('what is refused', () => {
  it.each([
    ['an empty text', ' \n\uFEFF\n', 'directives.empty_document'],
    ['a huge text', body.repeat(40_000), 'directives.document_too_large'],
    ['a binary file', `${body}\u0000\u0001`, 'directives.not_text'],
    ['a PDF read as text', `%PDF-1.7\n${body}`, 'directives.not_text'],
    [
      'an English text',
      'The department shall publish the following items in time and in full.',
      'directives.not_vietnamese',
    ],
    [
      'a French text',
      'La réunion a été reportée à l’été prochain, après les élections générales.',
      'directives.not_vietnamese',
    ],
    ['a stamp MẬT', `MẬT\n\nSố: 1/HD-SVHTTDL\n\n${body}`, 'directives.secret_document'],
    ['a stamp TỐI MẬT in bold', `**TỐI MẬT**\n${body}`, 'directives.secret_document'],
    ['a stamp TUYỆT MẬT beside the number', `Số: 1/HD-SVHTTDL      TUYỆT MẬT\n${body}`, 'directives.secret_document'],
    ['a stamp with decomposed accents', `MẬT\n${body}`.normalize('NFD'), 'directives.secret_document'],
    ['a level of secrecy in words', `Độ mật: Tối mật\n${body}`, 'directives.secret_document'],
  ])('%s', (_name, text, code) => {
    expect(refusal(() => parseDirective(text))).toBe(code);
  });

  it('is not a text that only speaks of secrets', () => {
    expect(refusal(() => parseDirective(`${body}\n\n1. Bảo vệ bí mật nhà nước trong công tác thông tin.`))).toBeNull();
  });
});

describe('other documents', () => {
  it('reads a plan in the format of Nghị định 30 with number, date, bases and a signature for a collective', () => {
    const parsed = parseDirective(
      [
        'UBND TỈNH LAI CHÂU      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'SỞ VĂN HÓA, THỂ THAO       Độc lập - Tự do - Hạnh phúc',
        'VÀ DU LỊCH',
        'Số: 05/KH-SVHTTDL      Lai Châu, ngày 09 tháng 02 năm 2026',
        'KẾ HOẠCH',
        'Tuyên truyền lễ hội năm 2026',
        '',
        'Căn cứ Nghị định số 72/2015/NĐ-CP ngày 07 tháng 9 năm 2015 của Chính phủ về quản lý hoạt động thông tin đối ngoại;',
        'Căn cứ Luật Báo chí số 126/2025/QH15 ngày 10/12/2025;',
        'I. MỤC ĐÍCH, YÊU CẦU',
        '1. Giới thiệu lễ hội.',
        'II. TỔ CHỨC THỰC HIỆN',
        '1. Giao Phòng TTBCXB chủ trì, hoàn thành trước ngày 20/02/2026.',
        '2. Đề nghị UBND xã Bản Bo phối hợp.',
        'Nơi nhận:                     TM. ỦY BAN NHÂN DÂN',
        '- Như trên;                   CHỦ TỊCH',
        '- Lưu: VT.',
        'Nguyễn Văn An',
      ].join('\n'),
    );
    expect(parsed).toMatchObject({
      kind: 'KH',
      number: 5,
      symbol: 'KH-SVHTTDL',
      subject: 'Tuyên truyền lễ hội năm 2026',
      issuerUnitId: 'so-vhttdl',
      date: '2026-02-09',
      bases: [
        { kind: 'NĐ', number: 72, date: '2015-09-07', issuer: 'Chính phủ' },
        { kind: 'Luật', number: 126, date: '2025-12-10', issuer: null },
      ],
      recipients: ['Như trên', 'Lưu: VT'],
      signature: { authority: 'TM. ỦY BAN NHÂN DÂN', post: 'CHỦ TỊCH', name: 'Nguyễn Văn An' },
    });
    expect(
      listClauses(parsed).map(({ clause }) => [clause.path, clause.mode, clause.units.map((unit) => unit.unitId)]),
    ).toEqual([
      ['I', null, []],
      ['I.1', null, []],
      ['II', null, []],
      ['II.1', 'assigned', ['phong-ttbcxb']],
      ['II.2', 'requested', ['xa-03424']],
    ]);
  });

  it('reads chapters, articles, clauses and points of the legal style', () => {
    const parsed = parseDirective(
      'Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Thông tin đối ngoại ở tỉnh:\na) Báo chí;\nđ) Mạng xã hội.\nĐiều 2. Đối tượng\nMọi người ở địa phương.',
    );
    expect(listClauses(parsed).map(({ clause }) => clause.path)).toEqual([
      'C-I',
      'C-I.Đ-1',
      'C-I.Đ-1.1',
      'C-I.Đ-1.1.a',
      'C-I.Đ-1.1.đ',
      'C-I.Đ-2',
      'C-I.Đ-2/1',
    ]);
    expect(parsed.clauses[0]?.text).toBe('QUY ĐỊNH CHUNG');
    expect(parsed.warnings.map((warning) => warning.code)).toContain('numbering-gap');
  });

  it('joins a sentence across a page number, and reads half a document with warnings', () => {
    const parsed = parseDirective(
      'I. NỘI DUNG\n\n- Tuyên truyền về phát triển kinh tế của\n\n2\n\nđịa phương ở tỉnh.\n\n- Giới thiệu văn hóa',
    );
    expect(listClauses(parsed).map(({ clause }) => clause.text)).toContain(
      'Tuyên truyền về phát triển kinh tế của địa phương ở tỉnh.',
    );
    expect(parsed.repairs).toMatchObject([{ kind: 'joined-line', after: 'của địa' }]);
    expect(parsed.warnings.map((warning) => warning.code)).toEqual(
      expect.arrayContaining(['symbol-missing', 'recipients-missing', 'signature-missing']),
    );
  });
});

const words = fc.constantFrom(
  'Tuyên truyền',
  'ở địa phương',
  'Sở',
  'UBND các xã, phường',
  'ngày 15/3/2026',
  'của',
  '2026 -',
  '2031;',
  'Nơi nhận',
  'ngoại giao',
  'Công Thông tin điện tử',
  'ĐẢNG',
  '   ',
  '**',
);
const labels = fc.constantFrom(
  '',
  '',
  '',
  'I. ',
  'II. ',
  '1. ',
  '1.1. ',
  '1.2. ',
  'a) ',
  'đ) ',
  '- ',
  '+ ',
  'Điều 3. ',
  'Chương II',
  'Kính gửi: ',
  'Nơi nhận:',
  'KT. GIÁM ĐỐC',
  'HƯỚNG DẪN ',
  'Căn cứ ',
  'Số: /HD-SVHTTDL',
  '12',
  '____',
  'Phụ lục',
  'Trên đây là ',
);
const ends = fc.constantFrom('', '.', ';', ':', './.', '...');
const line = fc
  .tuple(labels, fc.array(words, { maxLength: 5 }), ends)
  .map(([label, middle, end]) => `${label}${middle.join(' ')}${end}`);
const breaks = fc.constantFrom('\n', '\n\n', '\r\n', '\r\n\r\n', '\n\t\n');
const generated = fc
  .array(fc.tuple(line, breaks), { maxLength: 40 })
  .map((pairs) => `Thông tin đối ngoại ở địa phương năm nay\n${pairs.map(([text, end]) => text + end).join('')}`);
const documents = fc.oneof(
  generated,
  generated.map((text) => text.normalize('NFD')),
);

describe('any document', () => {
  it('has every line in exactly one node, each path once, and ranges that hold their wording', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const parsed = parseDirective(text);
        expect(accountForLines(parsed, text).filter((account) => account.owners.length !== 1)).toEqual([]);
        const clauses = listClauses(parsed).map(({ clause }) => clause);
        expect(new Set(clauses.map((clause) => clause.path)).size).toBe(clauses.length);
        for (const { source, text: wording } of clauses) {
          const slice = text.slice(source.from, source.to).normalize('NFC').replaceAll('**', '').replace(/\s+/gu, ' ');
          for (const word of wording.split(' ')) expect(slice).toContain(word);
        }
        for (const { at, before } of parsed.repairs) expect(text.slice(at, at + before.length)).toBe(before);
      }),
      { numRuns: 400 },
    );
  });

  it('is read or refused, never a fault', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string().map((text) => `Ở địa phương được quảng bá ${text}`),
        ),
        (text) => {
          refusal(() => parseDirective(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a clause of nothing but years', `1. ${'năm 2026 '.repeat(25_000)}`],
    ['a clause of nothing but quarters', `1. ${'quý I '.repeat(35_000)}`],
    ['lines that all open a quotation', '“a\n'.repeat(60_000)],
  ])('is read in a moment, also with %s', (_, hostile) => {
    const text = `KẾ HOẠCH\nThông tin đối ngoại năm 2026\n\n${hostile}\n${'2. Tuyên truyền đường lối đối ngoại độc lập, tự chủ.\n'.repeat(2_000)}`;
    const { user } = process.cpuUsage();
    parseDirective(text);
    expect(process.cpuUsage().user - user).toBeLessThan(1_500_000);
  });

  it('of five thousand clauses is read whole', () => {
    const text = `Kế hoạch ở địa phương:\n${Array.from({ length: 5000 }, (_, index) => `${index + 1}. Tổ chức tuyên truyền trên Cổng Thông tin đối ngoại tỉnh.`).join('\n\n')}`;
    expect(parseDirective(text).clauses).toHaveLength(5000);
  });
});
