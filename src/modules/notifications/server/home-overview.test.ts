import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readCampaignDays } from '../../plan/server/plan.home-overview.read-model.ts';
import { readHomeOverview } from './home-overview.ts';
import { mailHomeItems } from './mail-home-items.ts';

describe('beside what waits', () => {
  let database: TestDatabase;
  const clock = createTestClock('2026-11-25T03:00:00Z');
  const [directiveId, planId] = [newId(0), newId(1)];
  const ports = { homeDays: [readCampaignDays], daysOff: async () => new Set(['2026-11-24']) };
  const as = (role: string, unitId: string) => ({
    ...database.context(actorWith(role, unitId, { personId: newId(5) })),
    clock,
  });

  beforeAll(async () => {
    database = await createTestDatabase();
    await sql`insert into directive (id, subject, year, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
      values (${directiveId}, 'Hướng dẫn', 2026, 'confirmed', 'a.txt', 'a', 'a', '{}', 'so-vhttdl', now())`.execute(
      database.db,
    );
    await sql`insert into plan (id, directive_id, title, year, state, created_at) values (${planId}, ${directiveId}, 'Kế hoạch 2026', 2026, 'confirmed', now())`.execute(
      database.db,
    );
    await sql`insert into campaign (id, plan_id, title, starts_on, peak_on, ends_on, created_at) values
      (${newId(2)}, ${planId}, 'Đợt cao điểm', '2026-12-01', '2026-12-15', '2026-12-20', now()),
      (${newId(3)}, ${planId}, 'Đã qua', '2026-03-01', '2026-03-15', '2026-03-20', now())`.execute(database.db);
    await addTask('xa-03583', '2026-11-20', 1);
    await addTask('xa-03583', '2026-11-10', 1);
    await addTask('tt-vhnt', '2026-11-22', 1);
    await addTask('tt-vhnt', '2026-12-22', 1);
    const kept = await addTask('tt-vhnt', '2026-11-01', 1);
    await sql`insert into evidence (id, clause_id, unit_id, task_id, kind, title, occurred_on, is_by_system, state, created_at)
      select ${newId(6)}, clause_id, unit_id, id, 'note', 'x', '2026-10-30', false, 'accepted', now() from task where id = ${kept}`.execute(
      database.db,
    );
  });
  afterAll(() => database.close());

  async function addTask(unitId: string, dueOn: string, expected: number): Promise<string> {
    const [clauseId, taskId] = [newId(Date.parse(dueOn)), newId(Date.parse(dueOn))];
    await sql`insert into clause (id, directive_id, path, position, depth, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
      values (${clauseId}, ${directiveId}, ${clauseId}, 1, 1, 'x', 'x', 'x', 'assignment', true, 0, 1, now())`.execute(
      database.db,
    );
    await sql`insert into task (id, plan_id, clause_id, unit_id, mode, state, title, expected_count, due_on, created_at)
      values (${taskId}, ${planId}, ${clauseId}, ${unitId}, 'assigned', 'accepted', 'Việc', ${expected}, ${dueOn}, now())`.execute(
      database.db,
    );
    return taskId;
  }

  it('stand the days off of two weeks and the days ahead', async () => {
    const { daysOff, ahead } = await readHomeOverview(as('leader', 'so-vhttdl'), ports);
    expect(daysOff).toEqual(['2026-11-24']);
    expect(ahead.map(({ title, day }) => `${day} ${title}`)).toEqual(['2026-12-15 Đợt cao điểm']);
  });

  it('a leader, an editor and an auditor see which units are late; what has its evidence is not', async () => {
    for (const role of ['leader', 'publishing_editor', 'auditor']) {
      const { late, cloth } = await readHomeOverview(as(role, 'so-vhttdl'), ports);
      expect(late?.total).toBe(3);
      expect(late?.units.map(({ unitId, count, oldest }) => [unitId, count, oldest])).toEqual([
        ['xa-03583', 2, '2026-11-10'],
        ['tt-vhnt', 1, '2026-11-22'],
      ]);
      expect(cloth).toEqual([]);
    }
  });

  it('an officer sees the cloth of the own unit and of no other', async () => {
    const { late, cloth } = await readHomeOverview(as('division_officer', 'tt-vhnt'), ports);
    expect(late).toBeNull();
    expect(cloth.map(({ cell }) => cell)).toEqual(['done', 'late', 'running']);
    const partner = await readHomeOverview(as('partner_editor', 'tap-chi-van-nghe'), ports);
    expect(partner.cloth).toEqual([]);
  });

  it('the mail server waits for the administrator only', async () => {
    expect((await mailHomeItems(as('administrator', 'so-vhttdl'))).map(({ kind }) => kind)).toEqual([
      'notifications.set_mail',
    ]);
    expect(await mailHomeItems(as('leader', 'so-vhttdl'))).toEqual([]);
  });
});
