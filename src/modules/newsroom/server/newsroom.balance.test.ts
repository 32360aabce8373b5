import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../platform/clock/clock.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { actorWith } from '../../../platform/testing/actors.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/test-database.ts';
import { readBalance } from './newsroom.balance.read-model.ts';
import { findGaps } from './newsroom.balance.ts';

const [themeId, directiveId, clauseId, planId] = [newId(1), newId(2), newId(3), newId(4)];
const themes = [{ id: themeId, titles: { vi: 'Văn hóa' } }];
const languages = ['vi', 'zh'].map((code) => ({ code, names: {} }));
const cell = (language: string, month: number, published: number, planned = 0) => ({
  themeId,
  language,
  month,
  published,
  planned,
});

describe('where nothing is coming', () => {
  it('is told for a theme and a language that were quiet for two months and have nothing ahead', () => {
    const cells = [cell('vi', 4, 2), cell('zh', 3, 1)];
    expect(findGaps({ currentMonth: 6, firstMonth: 1, themes, languages, cells })).toEqual([
      { themeId, language: 'zh', quietMonths: 3 },
      { themeId, language: 'vi', quietMonths: 2 },
    ]);
  });

  it('is counted from the month in which the plan began', () => {
    const gaps = (firstMonth: number) => findGaps({ currentMonth: 6, firstMonth, themes, languages, cells: [] });
    expect(gaps(5).map((gap) => gap.quietMonths)).toEqual([2, 2]);
    expect(gaps(6)).toEqual([]);
  });

  it('is not told while something is planned, after one quiet month, or of a year that is over', () => {
    const cells = [cell('vi', 5, 1), cell('zh', 8, 0, 1)];
    expect(findGaps({ currentMonth: 6, firstMonth: 1, themes, languages, cells })).toEqual([]);
    expect(findGaps({ currentMonth: null, firstMonth: 1, themes, languages, cells: [] })).toEqual([]);
  });
});

describe('the balance of a year', () => {
  let database: TestDatabase;
  const clock = createTestClock('2026-06-15T03:00:00Z');
  beforeAll(async () => {
    database = await createTestDatabase();
    await sql`
      insert into directive (id, subject, state, source_name, source_text, source_sha256, parsed, unit_id, created_at)
        values (${directiveId}, 'Văn bản', 'confirmed', '', '', 'x', '{}', 'so-vhttdl', now())`.execute(database.db);
    await sql`
      insert into clause (id, directive_id, path, position, depth, title, text, short_title, nature, is_leaf, source_from, source_to, created_at)
        select ${clauseId}, id, 'I.1', 1, 1, '', '', '', 'content', true, 0, 0, now() from directive`.execute(
      database.db,
    );
    await sql`
      insert into plan (id, directive_id, title, year, state, created_at) select ${planId}, id, 'Kế hoạch', 2026, 'confirmed', '2026-01-05T00:00:00Z' from directive`.execute(
      database.db,
    );
    await sql`insert into theme (id, plan_id, key, titles, position, created_at) values (${themeId}, ${planId}, 'van-hoa', '{"vi": "Văn hóa"}', 1, now())`.execute(
      database.db,
    );
    await sql`insert into theme_clause (theme_id, clause_id) values (${themeId}, ${clauseId})`.execute(database.db);
  });
  afterAll(() => database.close());

  async function story(unitId: string, isThemed: boolean): Promise<string> {
    const id = newId(clock.now().getTime());
    await sql`insert into story (id, kind, unit_id, working_title, created_at) values (${id}, 'news', ${unitId}, 'Tin', now())`.execute(
      database.db,
    );
    if (isThemed)
      await sql`insert into story_clause (story_id, clause_id, state) values (${id}, ${clauseId}, 'confirmed')`.execute(
        database.db,
      );
    return id;
  }
  async function edition(
    storyId: string,
    input: { language: string; state: string; work?: string; liveAt?: string; notBefore?: string },
  ) {
    const id = newId(clock.now().getTime());
    await sql`insert into edition (id, story_id, language, code, work_state, public_state, first_live_at, not_before, created_at)
      values (${id}, ${storyId}, ${input.language}, ${id}, ${input.work ?? 'approved'}, ${input.state}, ${input.liveAt ?? null}, ${input.notBefore ?? null}, now())`.execute(
      database.db,
    );
  }
  const of = (unitId: string, role = 'publishing_editor') => ({
    ...database.context(actorWith(role, unitId)),
    clock,
  });

  it('counts what went live by the month of the province, what is scheduled, and what is being written now', async () => {
    const themed = await story('phong-ttbcxb', true);
    // The last evening of April in UTC is the first of May in Lai Châu.
    await edition(themed, { language: 'vi', state: 'live', liveAt: '2026-04-30T18:00:00Z' });
    await edition(themed, { language: 'en', state: 'scheduled', notBefore: '2026-08-01T01:00:00Z' });
    await edition(themed, { language: 'zh', state: 'not_public', work: 'drafting' });
    await edition(themed, { language: 'ko', state: 'not_public', work: 'rejected' });
    await edition(themed, { language: 'lo', state: 'withdrawn', liveAt: '2026-03-01T00:00:00Z' });
    await edition(await story('phong-ttbcxb', false), {
      language: 'vi',
      state: 'live',
      liveAt: '2025-12-31T20:00:00Z',
    });
    const { cells, gaps, currentMonth, years } = await readBalance(of('phong-ttbcxb'), undefined);
    expect(currentMonth).toBe(6);
    expect(years).toEqual([2026]);
    const sorted = [...cells].sort((left, right) => left.month - right.month);
    expect(sorted).toEqual([
      { month: 1, language: 'vi', themeId: null, published: 1, planned: 0 },
      { month: 5, language: 'vi', themeId, published: 1, planned: 0 },
      { month: 6, language: 'zh', themeId, published: 0, planned: 1 },
      { month: 8, language: 'en', themeId, published: 0, planned: 1 },
    ]);
    expect(gaps.map((gap) => gap.language)).toEqual(['ko', 'lo']);
  });

  it('counts only what the person may see', async () => {
    const own = await readBalance(of('xa-03388', 'commune_officer'), 2026);
    expect(own.cells).toEqual([]);
    const lastYear = await readBalance(of('phong-ttbcxb'), 2025);
    expect(lastYear).toMatchObject({ currentMonth: null, themes: [], cells: [], gaps: [] });
  });
});
