import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { confirmDirective } from './confirm-directive.ts';
import { readDirectiveDetail, readDirectives } from './directives.read-model.ts';
import { rebuildDirectiveSearch } from './directives.search.ts';
import { importDirective } from './import-directive.ts';
import { reviewDirective } from './review-directive.ts';

describe('the search for directives', () => {
  let database: TestDatabase;
  let editor: Context;
  let commune: Context;
  let guidance: string;
  let other: string;
  const find = async (context: Context, search: string) =>
    (await readDirectives(context, { page: 1, search })).directives.map((row) => row.id);

  beforeAll(async () => {
    database = await createTestDatabase();
    editor = database.context(actorWith('publishing_editor', 'phong-ttbcxb'));
    commune = database.context(actorWith('commune_officer', 'xa-03583'));
    const bytes = readFileSync('data/guidance/huong-dan-2026.txt');
    guidance = (await importDirective(editor, { file: { fileName: 'a.txt', bytes } })).id;
    const text =
      'Số: 12/HD-SVHTTDL\n\nHƯỚNG DẪN\nVề việc quảng bá chợ phiên\n\nI. NỘI DUNG\n1. Tuyên truyền về bản Khổng Lào.\n2. Giữ gìn biên giới hoà bình.';
    other = (await importDirective(editor, { text, file: null })).id;
  });
  afterAll(() => database.close());

  it('looks through subject, number and symbol, and clauses, without accents', async () => {
    // The guidance speaks of Lào Cai, and says không: far apart, so it comes second.
    expect(await find(editor, 'khong lao')).toEqual([other, guidance]);
    expect(await find(editor, 'Khổng Lào')).toEqual([other, guidance]);
    expect(await find(editor, 'hòa bình biên giới')).toContain(other);
    expect((await find(editor, '12/HD-SVHTTDL'))[0]).toBe(other);
    expect(await find(editor, 'chợ phi')).toEqual([other]);
    expect(await find(editor, 'thông tin đối ngoại')).toEqual([guidance]);
    expect(await readDirectives(editor, { page: 1, search: 'thuyền thúng Phú Quốc' })).toMatchObject({
      directives: [],
      total: 0,
      isMore: false,
      abilities: { import: true },
    });
  });

  it('follows what a person corrected, and shows a commune only what is confirmed', async () => {
    const heading = { number: 12, symbol: 'HD-SVHTTDL', subject: 'Quảng bá Cốc Ly', date: null, year: 2026 };
    await reviewDirective(editor, { id: other, version: 1, heading, clauses: [], decisions: {} });
    expect(await find(editor, 'cốc ly')).toEqual([other]);
    expect(await find(editor, 'chợ phiên')).not.toContain(other);
    expect(await find(commune, 'cốc ly')).toEqual([]);
    const { version } = await readDirectiveDetail(editor, other);
    await confirmDirective(editor, { id: other, version });
    expect(await find(commune, 'coc ly')).toEqual([other]);
    expect(await find(database.context({ ...commune.actor, grants: [] }), 'coc ly')).toEqual([]);
  });

  it('is the same when it is built again, and where documents were missing', async () => {
    const documents = () =>
      database.db.selectFrom('search_document').selectAll().orderBy('subject_id').orderBy('language').execute();
    const before = await documents();
    expect(before).toHaveLength(2);
    await rebuildDirectiveSearch(database.context());
    expect(await documents()).toEqual(before);
    await database.db.deleteFrom('search_document').where('subject_id', '=', guidance).execute();
    await rebuildDirectiveSearch(database.context(), { onlyMissing: true });
    expect(await documents()).toEqual(before);
  });
});
