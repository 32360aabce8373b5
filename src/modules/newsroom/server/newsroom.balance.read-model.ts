// Joins tables of earlier modules: plan, theme, theme_clause (plan), language (organisation).
import { sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { Balance } from '../newsroom.balance.contract.ts';
import { findGaps } from './newsroom.balance.ts';
import { visibleStories } from './newsroom.visibility.read-model.ts';

/** Themes × languages × months of one year, over the stories that the person may see. */
export async function readBalance(context: Context, wantedYear: number | undefined): Promise<Balance> {
  const { db } = context;
  const today = dayInDepartment(context.clock.now());
  const year = wantedYear ?? Number(today.slice(0, 4));
  const isNow = today.startsWith(`${year}-`);
  const currentMonth = isNow ? Number(today.slice(5, 7)) : null;
  const themes = await sql<Balance['themes'][number] & { firstMonth: number }>`
    select theme.id, theme.titles, case when extract(year from plan.created_at at time zone 'Asia/Ho_Chi_Minh') < plan.year then 1
      else extract(month from plan.created_at at time zone 'Asia/Ho_Chi_Minh')::int end as "firstMonth" from theme join plan on plan.id = theme.plan_id
    where plan.year = ${year} and plan.state = 'confirmed' order by plan.created_at, theme.position`.execute(db);
  const languages = await sql<Balance['languages'][number]>`
    select code, names from language where not is_spoken_only order by position, code`.execute(db);
  const cells = await readCells(context, { year, currentMonth });
  const firstMonth = Math.min(...themes.rows.map((theme) => theme.firstMonth), 12);
  const known = themes.rows.map(({ id, titles }) => ({ id, titles }));
  const counted = { currentMonth, firstMonth, themes: known, languages: languages.rows, cells };
  return { year, years: await readYears(context, year), ...counted, gaps: findGaps(counted) };
}

/** One aggregate. A story that serves two themes counts in both; one that serves none counts under no theme. */
async function readCells(
  context: Context,
  { year, currentMonth }: { year: number; currentMonth: number | null },
): Promise<Balance['cells']> {
  const rows = await sql<Balance['cells'][number]>`
    with counted as (
      select edition.id, edition.story_id, edition.language, true as is_published,
        extract(month from edition.first_live_at at time zone 'Asia/Ho_Chi_Minh')::int as month
      from edition join story on story.id = edition.story_id
      where edition.public_state = 'live' and edition.first_live_at >= make_timestamptz(${year}::int, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh')
        and edition.first_live_at < make_timestamptz(${year}::int + 1, 1, 1, 0, 0, 0, 'Asia/Ho_Chi_Minh') and ${visibleStories(context.actor)}
      union all
      select edition.id, edition.story_id, edition.language, false,
        coalesce(extract(month from edition.not_before at time zone 'Asia/Ho_Chi_Minh')::int, ${currentMonth}::int)
      from edition join story on story.id = edition.story_id
      where edition.first_live_at is null and edition.work_state <> 'rejected' and edition.public_state in ('not_public', 'scheduled') and ${visibleStories(context.actor)}
        and case when edition.not_before is null then ${currentMonth}::int is not null
          else extract(year from edition.not_before at time zone 'Asia/Ho_Chi_Minh') = ${year}::int end),
    themed as (
      select distinct story_clause.story_id, theme.id as theme_id
      from story_clause join theme_clause on theme_clause.clause_id = story_clause.clause_id
      join theme on theme.id = theme_clause.theme_id join plan on plan.id = theme.plan_id
      where story_clause.state = 'confirmed' and plan.year = ${year}::int and plan.state = 'confirmed' and story_clause.story_id in (select story_id from counted))
    select month, language, theme_id as "themeId", count(*) filter (where is_published)::int as published, count(*) filter (where not is_published)::int as planned
    from counted left join themed using (story_id) group by month, language, theme_id`.execute(context.db);
  return rows.rows;
}

async function readYears(context: Context, year: number): Promise<number[]> {
  const rows = await sql<{ year: number }>`
    select year from plan where state = 'confirmed'
    union select ${year}::int
    union select extract(year from min(first_live_at) at time zone 'Asia/Ho_Chi_Minh')::int from edition where first_live_at is not null
    order by year desc`.execute(context.db);
  return rows.rows.map((row) => row.year).filter((each) => each !== null);
}
