import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../../platform/context.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { confirmDirective } from '../../directives/server/confirm-directive.ts';
import { applyCorrection } from '../../directives/server/correction/apply-correction.ts';
import { readCorrection } from '../../directives/server/correction/correction.read-model.ts';
import { readDirectiveDetail, readLeafClauses } from '../../directives/server/directives.read-model.ts';
import { importDirective } from '../../directives/server/import-directive.ts';
import { confirmPlan } from './confirm-plan.ts';
import { followCorrection } from './follow-correction.ts';
import { readMatrix } from './plan.matrix.read-model.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { makePerson } from './plan.test-data.ts';
import { proposePlanFor } from './propose-plan.ts';

const guidance = readFileSync('data/guidance/huong-dan-2026.txt', 'utf8');
const visual = '- Tổ chức tuyên truyền cổ động trực quan tại các khu vực, địa bàn được phân công.';
/** One clause reworded, one added behind it, one taken out. */
const corrected = guidance
  .replace(
    visual,
    `${visual.replace('các khu vực', 'trung tâm các khu vực')}\n\n- Bố trí cụm pa nô giới thiệu tỉnh tại cửa khẩu Ma Lù Thàng.`,
  )
  .replace(/\n- Chỉ đạo tổ chức các hoạt động văn hóa - văn nghệ[^\n]*\n/, '\n');

describe('a corrected edition of a directive that is being carried out', () => {
  let database: TestDatabase;
  let editor: Context;
  let planId: string;
  let added: string[] = [];
  const ids = { current: '', corrected: '' };
  const clauseIds = async () =>
    new Map((await readLeafClauses(editor.db, ids.current)).map((each) => [each.path, each.id]));
  let before: Map<string, string>;

  beforeAll(async () => {
    database = await createTestDatabase();
    const personId = await makePerson(database, 'Nguyễn Thị Hoa');
    editor = database.context({ ...actorWith('publishing_editor', 'phong-ttbcxb'), personId });
    ids.current = (await importDirective(editor, { text: guidance, file: null })).id;
    await confirmDirective(editor, { id: ids.current, version: 1 });
    planId = await proposePlanFor(editor, ids.current);
    await confirmPlan(editor, { planId, version: 1, sendRequests: true });
    before = await clauseIds();
    ids.corrected = (await importDirective(editor, { text: corrected, file: null })).id;
  });
  afterAll(() => database.close());

  it('has a plan with five themes, twelve duties with units, and the campaign of the election', async () => {
    const plan = await readPlanDetail(editor, planId);
    expect(plan.themes).toHaveLength(5);
    expect(plan.clauses).toHaveLength(12);
    expect(plan.campaigns).toMatchObject([{ peakOn: '2026-03-15' }]);
  });

  it('is recognised, and set beside the one that is here, clause by clause', async () => {
    const { candidates } = await readCorrection(editor, { id: ids.corrected });
    expect(candidates.map((row) => row.id)).toEqual([ids.current]);
    const { rows, earlier } = await readCorrection(editor, { id: ids.corrected, targetId: ids.current });
    const idOf = (path: string) => rows.find((row) => row.path === path)?.earlierId;
    expect(idOf('II.1.c/1')).toBe(before.get('II.1.c/1'));
    expect(rows.filter((row) => row.earlierId === null).map((row) => row.path)).toEqual(['II.1.c/2']);
    // What stood behind the new clause is known by its words.
    expect(idOf('II.1.c/3')).toBe(before.get('II.1.c/2'));
    const known = new Set(rows.map((row) => row.earlierId));
    expect(earlier.filter((clause) => !known.has(clause.id)).map((clause) => clause.path)).toEqual(['II.2/2']);
  });

  it('is refused with pairs that are not of the two', async () => {
    const wrong = { id: ids.corrected, targetId: ids.current, version: 1 };
    await expect(
      applyCorrection(editor, { ...wrong, pairs: [{ path: 'IX', earlierId: before.get('II.1.c/1') ?? '' }] }),
    ).rejects.toMatchObject({ code: 'directives.unknown_clause' });
    await expect(applyCorrection(editor, { ...wrong, version: 7, pairs: [] })).rejects.toMatchObject({
      code: 'platform.version_conflict',
    });
  });

  it('keeps the clauses that it has again, with all that was asked of the units', async () => {
    const { rows } = await readCorrection(editor, { id: ids.corrected, targetId: ids.current });
    const pairs = rows.flatMap((row) => (row.earlierId === null ? [] : [{ path: row.path, earlierId: row.earlierId }]));
    await applyCorrection(editor, { id: ids.corrected, targetId: ids.current, version: 1, pairs });
    const after = await clauseIds();
    expect(after.get('II.1.c/1')).toBe(before.get('II.1.c/1'));
    expect(after.get('II.1.c/3')).toBe(before.get('II.1.c/2'));
    added = [after.get('II.1.c/2') ?? ''];
    const detail = await readDirectiveDetail(editor, ids.current);
    expect(detail.sourceText).toBe(corrected);
    expect(detail.editions.map((edition) => edition.id)).toEqual([ids.corrected]);
    expect(await readDirectiveDetail(editor, ids.corrected)).toMatchObject({
      state: 'replaced',
      editionOf: ids.current,
      sourceText: guidance,
    });
  });

  it('proposes in the plan what the new clause asks for, once, to be sent by a person', async () => {
    await followCorrection(editor, { directiveId: ids.current, addedClauseIds: added });
    await followCorrection(editor, { directiveId: ids.current, addedClauseIds: added });
    const plan = await readPlanDetail(editor, planId);
    const clause = plan.clauses.find((each) => each.id === added[0]);
    expect(clause?.tasks.map((task) => task.state)).toEqual(['proposed']);
    expect(plan.proposedRequests).toBe(1);
  });

  it('shows a clause that is gone as long as work stands under it, and offers it no more', async () => {
    const matrix = await readMatrix(editor, { planId });
    const gone = matrix.rows.find((row) => row.clauseId === before.get('II.2/2'));
    expect(gone?.path).toBe('II.2/2×');
    expect(Object.keys(gone?.cells ?? {}).length).toBeGreaterThan(0);
    expect([...(await clauseIds()).values()]).not.toContain(before.get('II.2/2'));
  });

  it('brought a second time opens what is here, the earlier text its edition', async () => {
    expect(await importDirective(editor, { text: corrected, file: null })).toEqual({ id: ids.current, isNew: false });
    expect(await importDirective(editor, { text: guidance, file: null })).toEqual({ id: ids.corrected, isNew: false });
  });
});
