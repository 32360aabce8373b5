import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../context.ts';
import { inTransaction } from '../database/database.ts';
import { newId } from '../ids/ids.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { removeSearchDocument, type SearchDocument, writeSearchDocument } from './search-document.ts';
import { type SubjectSearch, searchSubjects } from './search-subjects.ts';

let database: TestDatabase;
let context: Context;
const kind = 'thử';

beforeAll(async () => {
  database = await createTestDatabase();
  context = database.context();
});
afterAll(() => database.close());

let day = 0;
async function write(title: string, more: Partial<SearchDocument> = {}): Promise<string> {
  day += 1;
  const id = more.id ?? newId(day);
  const dated = new Date(Date.UTC(2026, 0, day));
  const fields = { kind, id, language: 'vi', title, text: '', dated, visibleTo: ['xã A'], ...more };
  await inTransaction(context, (inside) => writeSearchDocument(inside, fields));
  return id;
}
const find = (words: string, more: Partial<SubjectSearch> = {}) =>
  searchSubjects(database.db, { kind, words, visible: 'everything', limit: 30, ...more });

describe('the search', () => {
  it('finds without accents, and puts what was typed exactly first though it is older', async () => {
    const exact = await write('Khổng Lào', { text: 'Chuyện ở bản' });
    const alike = await write('Không lao động');
    expect((await find('khong lao')).ids).toEqual([alike, exact]);
    expect((await find('khổng lào')).ids).toEqual([exact, alike]);
    expect((await find('KHỔNG LÀO'.normalize('NFD'))).ids).toEqual([exact, alike]);
    expect(await find('khong lao bao')).toEqual({ ids: [], total: 0, isMore: false });
  });

  it('takes hoà and hòa as the same word', async () => {
    const old = await write('Hoà bình');
    const young = await write('Hòa bình');
    const flower = await write('Hoa binh');
    expect((await find('hòa bình')).ids).toEqual([young, old, flower]);
    expect((await find('hoà bình')).ids).toEqual([young, old, flower]);
  });

  it('puts the title before the text, words side by side before words far apart, and knows a title by its beginning', async () => {
    const apart = await write('Chợ phiên', { text: 'ruộng rất nhiều và rất đẹp ở vùng cao có bậc thang' });
    const beside = await write('Chợ xuân', { text: 'ruộng bậc thang' });
    const titled = await write('Ruộng bậc thang Mù Cang Chải', { text: 'mùa vàng' });
    expect((await find('ruộng bậc thang')).ids).toEqual([titled, beside, apart]);
    expect((await find('ruong bac tha')).ids).toEqual([titled]);
  });

  it('finds a document by the parts of its number and symbol', async () => {
    const id = await write('Hướng dẫn', { text: 'Số: 12/HD-SVHTTDL' });
    expect((await find('hd-svhttdl')).ids).toEqual([id]);
    expect((await find('12/HD')).ids).toEqual([id]);
  });

  it('finds a phrase of Chinese and of Lao, the title first, and one subject once', async () => {
    const text = await write('Tin', { language: 'zh', text: '老街省对外宣传工作会议' });
    const title = await write('对外宣传工作', { language: 'zh' });
    await write('Công tác đối ngoại 对外宣传', { id: title });
    expect((await find('对外宣传')).ids).toEqual([title, text]);
    expect((await find('传宣')).ids).toEqual([]);
    expect((await find('省', { language: 'zh' })).ids).toEqual([text]);
    const lao = await write('ຂ່າວສານຕ່າງປະເທດ', { language: 'lo' });
    expect((await find('ຕ່າງປະເທດ')).ids).toEqual([lao]);
  });

  it('shows only what the person may see', async () => {
    const own = await write('Bí mật của bản', { visibleTo: ['xã B'] });
    const open = await write('Bí mật đã công bố', { visibleTo: ['xã A'], isPublic: true });
    expect((await find('bí mật', { visible: { to: ['xã B'] } })).ids).toEqual([own]);
    expect((await find('bí mật', { visible: { to: ['xã B'], isPublic: true } })).ids).toEqual([own, open]);
    expect((await find('bí mật', { visible: { to: [] } })).total).toBe(0);
  });

  it('forgets what was written before, and what was taken out', async () => {
    const id = await write('Thác Bạc');
    await write('Suối Mây', { id });
    await write('Silver stream', { id, language: 'en' });
    expect((await find('thác bạc')).total).toBe(0);
    await removeSearchDocument(context, { kind, id, language: 'en' });
    expect([(await find('silver')).total, (await find('suối')).total]).toEqual([0, 1]);
    await removeSearchDocument(context, { kind, id });
    expect((await find('suối')).total).toBe(0);
  });

  it('takes in the longest and strangest text without failing', async () => {
    const distinct = Array.from({ length: 500_000 }, (_, index) => index.toString(36)).join(' ');
    await write('x'.repeat(100_000), { text: distinct });
    await write('Chữ nghiêng', {
      text: '\u0301\u0301 a\u0328\u0301\u0323 ﷺ x\u0000y 1e5 -3,5 a@b.vn https://vi.vn/a?b=c <b>đ</b> \ud800',
    });
    expect((await find('chữ, nghiêng (a@b.vn)')).total).toBe(1);
    for (const words of ["'", '\\', ':*', '!', '( & |', '\u0301', '1e5', '100%']) await find(words);
  });

  it('ranks the newest 2,000, pages them, and counts up to 10,000', async () => {
    await database.pool.query(`insert into search_document (subject_kind, subject_id, language, title, exact, folded, dated)
      select 'đông', ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, 'vi', 'x',
        to_tsvector('simple', 'bản tin ' || number), to_tsvector('simple', 'ban tin ' || number),
        timestamptz '2020-01-01' + number * interval '1 hour' from generate_series(1, 10500) as number`);
    const many = { kind: 'đông', limit: 30 };
    const first = await find('bản tin', many);
    expect(first).toMatchObject({ total: 10_000, isMore: true });
    expect(first.ids[0]).toContain('10500');
    expect((await find('bản tin', { ...many, offset: 1_990 })).ids).toHaveLength(10);
    expect(await find('tin 77', many)).toMatchObject({ total: 1, isMore: false });
    await database.pool.query(
      `delete from search_document where title = 'x' and dated > timestamptz '2020-01-01' + 2500 * interval '1 hour'`,
    );
    expect(await find('tin', many)).toMatchObject({ total: 2_500, isMore: false });
  });
});
