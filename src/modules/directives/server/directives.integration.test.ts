import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { roles } from '../../accounts/index.ts';
import { confirmDirective } from './confirm-directive.ts';
import { canDirective, directiveActions } from './directives.policy.ts';
import { readDirectiveDetail, readLeafClauses } from './directives.read-model.ts';
import { importDirective } from './import-directive.ts';
import { reviewDirective } from './review-directive.ts';

const guidance = readFileSync('data/guidance/huong-dan-2026.txt');

describe('who may do what with a directive', () => {
  it('is decided for every role, action and state', () => {
    const line = (role: string) =>
      (['in_review', 'confirmed'] as const).map((state) =>
        directiveActions.filter((action) => canDirective(actorWith(role, 'so-vhttdl'), action, { state })).join(' '),
      );
    const all = 'read import review confirm';
    expect(Object.fromEntries(roles.map((role) => [role, line(role)]))).toEqual({
      administrator: [all, 'read import'],
      leader: [all, 'read import'],
      publishing_editor: [all, 'read import'],
      division_officer: ['', 'read'],
      translator: ['', 'read'],
      commune_officer: ['', 'read'],
      commune_approver: ['', 'read'],
      partner_editor: ['', 'read'],
      auditor: ['read', 'read'],
    });
  });
});

describe('the guidance of 2026 in the desk', () => {
  let database: TestDatabase;
  let editor: Context;
  let id: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    editor = database.context(actorWith('publishing_editor', 'phong-ttbcxb'));
    ({ id } = await importDirective(editor, { file: { fileName: 'huong-dan-2026.txt', bytes: guidance } }));
  });
  afterAll(() => database.close());

  it('is not taken in twice', async () => {
    expect(await importDirective(editor, { file: { fileName: 'bản khác.txt', bytes: guidance } })).toEqual({
      id,
      isNew: false,
    });
  });

  it('cannot be seen by a commune before it is confirmed', async () => {
    const commune = database.context(actorWith('commune_officer', 'xa-03583'));
    await expect(readDirectiveDetail(commune, id)).rejects.toMatchObject({ code: 'platform.not_found' });
    await expect(importDirective(commune, { text: 'Số: 1/HD', file: null })).rejects.toMatchObject({
      code: 'platform.not_permitted',
    });
  });

  it('keeps the corrections of a person, mends an accepted slip, and refuses a stale save', async () => {
    const { version, reviewed } = await readDirectiveDetail(editor, id);
    const slip = reviewed.repairs.findIndex((repair) => repair.kind === 'recognition-slip');
    const review = {
      id,
      version,
      heading: {
        number: 15,
        symbol: reviewed.symbol,
        subject: 'Công tác thông tin đối ngoại năm 2026',
        date: '2026-02-03',
        year: 2026,
      },
      clauses: [],
      decisions: { [slip]: 'accepted' as const },
    };
    await reviewDirective(editor, review);
    await expect(reviewDirective(editor, review)).rejects.toMatchObject({
      code: 'platform.version_conflict',
      details: { current: version + 1 },
    });
    const after = await readDirectiveDetail(editor, id);
    expect(after).toMatchObject({ number: 15, issuedOn: '2026-02-03', version: version + 1 });
    expect(JSON.stringify(after.reviewed.clauses)).toContain(reviewed.repairs[slip]?.after);
    expect(after.history[0]).toMatchObject({ action: 'review' });
  });

  it('gives 31 leaf clauses once it is confirmed, and says so to whoever listens', async () => {
    const { version } = await readDirectiveDetail(editor, id);
    await confirmDirective(editor, { id, version });
    const leaves = await readLeafClauses(database.db, id);
    expect(leaves).toHaveLength(31);
    const rows = await database.db
      .selectFrom('clause')
      .select(['path', 'mode', 'unit_ids', 'channel_ids', 'dates'])
      .where('directive_id', '=', id)
      .execute();
    const at = (path: string) => rows.find((row) => row.path === path);
    expect(at('II.1.a/1')).toMatchObject({ mode: 'assigned', unit_ids: ['phong-ttbcxb'] });
    expect(at('II.1.a/1')?.channel_ids).toHaveLength(7);
    expect(at('II.2/1')).toMatchObject({ mode: 'requested', unit_ids: ['group:communes'] });
    expect(at('I.1.2/2')?.dates).toEqual(['2026-03-15']);
    const events = await database.db.selectFrom('outbox_event').select(['name', 'payload']).execute();
    expect(events).toEqual([{ name: 'directives.confirmed', payload: { directiveId: id } }]);
    await expect(confirmDirective(editor, { id, version: version + 1 })).rejects.toMatchObject({
      code: 'directives.already_confirmed',
    });
  });

  it.each([
    ['directives.empty_document', '  \n '],
    [
      'directives.secret_document',
      'MẬT\n\nSố: 12/HD-SVHTTDL\n\nHƯỚNG DẪN Công tác bí mật\n\nI. NỘI DUNG\n\n1. Tuyên truyền về biên giới.',
    ],
    ['directives.not_vietnamese', 'Dear Sir or Madam, please find attached the minutes of our last meeting in Paris.'],
    ['directives.not_text', '\u0000\u0001\u0002PK\u0003\u0004\u0000\u0000\u0000'],
  ])('refuses what it must (%s) and stores nothing', async (code, text) => {
    const before = await database.db.selectFrom('directive').select('id').execute();
    const file = { fileName: 'tệp.txt', bytes: Buffer.from(text) };
    await expect(importDirective(editor, { file })).rejects.toMatchObject({ code });
    expect(await database.db.selectFrom('directive').select('id').execute()).toEqual(before);
  });
});
