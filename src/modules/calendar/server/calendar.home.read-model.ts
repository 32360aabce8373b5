// Joins a table of an earlier module: unit (organisation).
import { type RawBuilder, sql } from 'kysely';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import { addDays } from '../../../platform/clock/lunar.ts';
import type { Context } from '../../../platform/context.ts';
import type { HomeItem } from '../../../platform/module.ts';
import { keepsCalendar } from './calendar.policy.ts';
import { daysBetween } from './days-between.ts';

interface Waiting {
  id: string;
  kind: 'clock_due' | 'confirm_date' | 'say_held';
  title: string;
  subtitle: string;
  dueOn: string;
}

/** What waits: clocks that run out, days that somebody proposed and nobody confirmed, days that passed and nobody told of. */
export async function readCalendarHomeQueue(context: Context): Promise<HomeItem[]> {
  const { actor } = context;
  const today = dayInDepartment(context.clock.now());
  const language = actor.language === 'en' ? 'en' : 'vi';
  const unitsOf = (roles: readonly string[]) =>
    actor.grants.filter((grant) => roles.includes(grant.role)).flatMap((grant) => grant.unitIds);
  const own = unitsOf(['division_officer', 'commune_officer', 'commune_approver']);
  const approved = unitsOf(['commune_approver']);
  const keeps = keepsCalendar(actor);
  const isOwn = sql`calendar_date.unit_id = any(${own}::text[])`;
  const kind: RawBuilder<string> = sql`case
    when calendar_event.kind = 'clock' and (${isOwn} or (${keeps} and unit.is_own)) and calendar_date.starts_on <= ${today}::date + calendar_event.lead_days and calendar_date.starts_on >= greatest(${addDays(today, -60)}::date, (calendar_event.created_at at time zone 'Asia/Ho_Chi_Minh')::date) then 'clock_due'
    when calendar_event.kind = 'clock' or calendar_event.reference_id is not null then null
    when calendar_date.starts_on > ${today}::date and calendar_date.state = 'planned' and calendar_date.starts_on <= ${addDays(today, 30)}::date and (${keeps} or calendar_date.unit_id = any(${approved}::text[])) then 'confirm_date'
    when calendar_event.kind = 'event' and calendar_date.ends_on < ${today}::date and calendar_date.ends_on >= ${addDays(today, -30)}::date and (${isOwn} or (${keeps} and unit.is_own)) then 'say_held'
    end`;
  const rows = await sql<Waiting>`
    select * from (
      select calendar_date.id, ${kind} as kind, calendar_date.starts_on as "dueOn", coalesce(calendar_date.own_titles, calendar_event.titles)->>'vi' ||
          coalesce(': ' || (coalesce(abroad.own_titles, abroad_event.titles)->>'vi'), '') as title, coalesce(unit.names->>${language}, unit.names->>'vi') as subtitle
      from calendar_date join calendar_event on calendar_event.id = calendar_date.event_id join unit on unit.id = calendar_date.unit_id
        left join calendar_date abroad on abroad.id = calendar_date.for_date_id left join calendar_event abroad_event on abroad_event.id = abroad.event_id
      where calendar_date.state in ('planned', 'confirmed') and calendar_date.starts_on between ${addDays(today, -90)}::date and ${addDays(today, 120)}::date) waiting
    where kind is not null order by "dueOn" limit 50`.execute(context.db);
  return rows.rows.map((row) => ({
    id: row.id,
    group: groupOf(row, today),
    kind: `calendar.${row.kind}`,
    title: row.title,
    subtitle: row.subtitle,
    link: `/calendar/dates/${row.id}`,
    dueOn: row.kind === 'say_held' ? null : row.dueOn,
  }));
}

function groupOf(row: Waiting, today: string): HomeItem['group'] {
  const days = daysBetween(today, row.dueOn);
  if (row.kind === 'say_held') return 'week';
  if (days < 0) return 'overdue';
  return days === 0 ? 'today' : days <= 7 ? 'week' : 'later';
}
