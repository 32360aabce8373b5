import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { docx } from '../../../../tests/fixtures/documents/docx-parts.ts';
import { pdfOf } from '../../../../tests/fixtures/documents/odd-documents.ts';
import { readDocument } from './read-document.ts';
import { DocumentReadError, type ReadLimits } from './read-types.ts';

const file = (name: string) => readFileSync(new URL(`../../../../tests/fixtures/documents/${name}`, import.meta.url));
const read = async (name: string) => readDocument(file(name));

async function refusal(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<unknown> {
  try {
    await readDocument(bytes, { limits });
    return 'read';
  } catch (error) {
    if (error instanceof DocumentReadError) return error.code;
    throw error;
  }
}

const odt = (content: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content, ...more }).map(
        ([name, text]) => [name, strToU8(text)],
      ),
    ),
  );

describe('a document', () => {
  it('reads the same from Word, OpenDocument and PDF', async () => {
    const words = (text: string) => text.replace(/\s+/gu, ' ');
    const word = words((await read('guidance.docx')).text);
    expect(words((await read('guidance.odt')).text)).toBe(word);
    expect(words((await read('guidance.pdf')).text)).toBe(word);
  });

  it('from Word has its changes accepted, comments and hidden words left out, text boxes read once', async () => {
    const { text, warnings, marginText } = await read('word-habits.docx');
    expect(text.match(/Số: 09/gu)).toHaveLength(1);
    expect(text).toContain('CHƯƠNG TRÌNH\nGiao lưu');
    expect(text).toContain('1. Tổ chức hai đoàn nghệ thuật giao lưu.');
    expect(text).toContain('2. Đón đoàn khách quốc tế tại xã Sin Suối Hồ, dự kiến ngày 20/5/2026.');
    expect(text).toContain('Phần còn lại nối vào đoạn sau.');
    expect(text).toContain(
      'a) Dàn dựng chương trình\n\nb) Tập luyện\n\n2. Giao Phòng TTBCXB:\n\na) Đăng tải thông tin',
    );
    expect(text).toContain('- Viết tin bằng tiếng Lào\n\n+ Dịch sang tiếng Anh');
    expect(text).not.toMatch(/Ghi chú|một đoàn|NỘI BỘ|\.\.\.\.|TOC/u);
    expect(warnings.toSorted()).toEqual(['changes-accepted', 'comments-left-out']);
    expect(marginText).toContain('Chương trình');
  });

  it.each(['plan-with-table.docx', 'plan-with-table.odt', 'plan-with-table.pdf'])(
    'has its table whole, merged cells and page breaks included (%s)',
    async (name) => {
      const { blocks, text } = await read(name);
      const tables = blocks.filter((block) => block.kind === 'table');
      expect(tables).toHaveLength(1);
      expect(tables[0]?.rows).toHaveLength(16);
      expect(tables[0]?.rows[1]?.at(-1)).toMatchObject({ text: 'Công tác thông tin, tuyên truyền', columnSpan: 5 });
      const shared = '| Trung tâm Văn hóa Nghệ thuật tỉnh |';
      expect(text.split('\n').filter((line) => line.includes(shared))).toHaveLength(2);
      expect(text).toMatch(/\| 13 \| Biên tập, [^|]+ các nền tảng số \| Phòng Thông tin - Báo chí - Xuất bản \|/u);
    },
  );

  it('in two columns has the heading block and the foot read column by column', async () => {
    const { text, pageCount } = await read('letter-two-columns.pdf');
    expect(pageCount).toBe(1);
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc');
    expect(text).toContain('- Như trên;\n- Lưu: VT, TTBCXB.\n\nTL. GIÁM ĐỐC');
  });

  it.each([
    ['letter-tcvn3.docx', 'SỞ VĂN HÓA, THỂ THAO', []],
    ['letter-tcvn3.txt', 'UBND TỈNH LAI CHÂU\n\nSỞ VĂN HÓA, THỂ THAO\n\nVÀ DU LỊCH', ['converted-tcvn3']],
    ['letter-tcvn3.txt', 'TL. GIÁM ĐỐC\n\nTRƯỞNG PHÒNG THÔNG TIN', ['converted-tcvn3']],
    ['letter-tcvn3.txt', 'Kính gửi: Uỷ ban nhân dân các xã, phường', ['converted-tcvn3']],
    ['letter-vni.txt', 'SỞ VĂN HÓA, THỂ THAO', ['converted-vni']],
  ] as const)('in an encoding of before Unicode becomes Unicode (%s)', async (name, words, warnings) => {
    const found = await read(name);
    expect(found.text).toContain(words);
    expect(found.text).toContain('Sở Văn hóa, Thể thao và Du lịch đề nghị các cơ quan, đơn vị triển khai');
    expect(found.warnings).toEqual(warnings);
  });

  it('with decomposed accents is put in one form', async () => {
    const { text } = await read('guidance-nfd.txt');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).toContain('Sở Văn hóa, Thể thao và Du lịch');
  });

  it('in UTF-16 is read with and without its mark', async () => {
    const words = 'Thông tin đối ngoại của tỉnh Lai Châu năm 2026, do Sở chủ trì.';
    for (const bytes of [Buffer.from(`\ufeff${words}`, 'utf16le'), Buffer.from(words, 'utf16le')])
      expect((await readDocument(bytes)).text).toBe(words);
  });
});

describe('what cannot be read says what it is', () => {
  it.each([
    ['scan.pdf', 'platform.document_scan'],
    ['password.pdf', 'platform.document_password'],
    ['old-word.doc', 'platform.document_old_word'],
  ])('%s', async (name, code) => {
    expect(await refusal(file(name))).toBe(code);
  });

  it('half a file, a picture, a spreadsheet, a zip of anything', async () => {
    expect(await refusal(file('guidance.docx').subarray(0, 4_000))).toBe('platform.document_damaged');
    expect(await refusal(file('guidance.pdf').subarray(0, 4_000))).toBe('platform.document_damaged');
    expect(await refusal(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))).toBe(
      'platform.document_foreign',
    );
    expect(await refusal(zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('platform.document_foreign');
    expect(await refusal(zipSync({ 'anh.txt': strToU8('a') }))).toBe('platform.document_foreign');
  });

  it('Word and OpenDocument under a password', async () => {
    const compound = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(1_000),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusal(compound)).toBe('platform.document_password');
    const manifest = '<manifest><file-entry><encryption-data/></file-entry></manifest>';
    expect(await refusal(odt('xxxx', { 'META-INF/manifest.xml': manifest }))).toBe('platform.document_password');
  });

  it('too many bytes, too many pages', async () => {
    expect(await refusal(file('guidance.pdf'), { mostPages: 3 })).toBe('platform.document_too_many_pages');
    expect(await refusal(file('guidance.pdf'), { mostBytes: 1_000 })).toBe('platform.document_too_large');
  });
});

describe('a hostile file', () => {
  it('that unpacks without end is stopped', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) }, { level: 9 });
    expect(bomb.length).toBeLessThan(400_000);
    expect(await refusal(bomb)).toBe('platform.document_expands');
  });

  it('with a list two thousand levels deep is refused', async () => {
    const depth = 2_000;
    const list = `${'<text:list><text:list-item>'.repeat(depth)}<text:p>x</text:p>${'</text:list-item></text:list>'.repeat(depth)}`;
    const content = `<office:document-content><office:body><office:text>${list}</office:text></office:body></office:document-content>`;
    expect(await refusal(odt(content))).toBe('platform.document_too_nested');
    const table = `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(depth)}`;
    expect(await refusal(docx(table))).toBe('platform.document_too_nested');
  });

  it('with entities inside entities is refused, since no office format has any', async () => {
    const laughs =
      '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:document><w:body>&b;</w:body></w:document>';
    expect(await refusal(zipSync({ 'word/document.xml': strToU8(laughs) }))).toBe('platform.document_damaged');
  });

  it('whose cross references or pages lead back to themselves ends', async () => {
    const loop =
      '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 9 >>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<< /Size 2 /Root 1 0 R /Prev 90 >>\nstartxref\n90\n%%EOF\n';
    expect(await refusal(Buffer.from(loop))).not.toBe('read');
    const kids = pdfOf([['<< /Type /Catalog /Pages 2 0 R >>'], ['<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']]);
    expect(await refusal(kids)).not.toBe('read');
  });

  it('that takes too long is stopped, and the next file is read as ever', async () => {
    const long = docx('<w:p><w:r><w:t>chữ</w:t></w:r></w:p>'.repeat(400_000));
    expect(await refusal(long, { mostMilliseconds: 150 })).toBe('platform.document_too_slow');
    expect((await read('letter.docx')).text).toContain('Then Kin Pang');
  });

  it('can be stopped by whoever waits for it', async () => {
    const stop = new AbortController();
    const reading = readDocument(docx('<w:p><w:r><w:t>chữ</w:t></w:r></w:p>'.repeat(400_000)), { signal: stop.signal });
    setTimeout(() => stop.abort(), 60);
    await expect(reading).rejects.toMatchObject({ code: 'platform.document_stopped' });
  });
});
