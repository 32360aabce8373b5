// Joins tables of earlier modules: clause (directives), unit (organisation), person (accounts).
import { sql } from 'kysely';
import { readHistory } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { DuePeriod, EventScope, TaskDetail, TaskRow } from '../plan.shapes.contract.ts';
import { cellStateOf } from './plan.cell-state.ts';
import {
  type DuesByCell,
  duesOf,
  readChosenEvents,
  readEventDues,
  readEventPeriods,
} from './plan.event-dues.read-model.ts';
import { readEvidenceOf } from './plan.evidence.read-model.ts';
import { isSteady, periodAround, periodStateOf, periodsOf } from './plan.periods.ts';
import { handInUnitOf, taskAbilities } from './plan.policy.ts';
import { selectTaskIds, type TaskFilter, tasksOrder, tasksWhere } from './plan.task-filter.read-model.ts';

const pageSize = 50;
interface TaskSqlRow extends Omit<TaskRow, 'cell' | 'nextDueOn'> {
  acceptedNow: number;
  note: string;
  eventScope: EventScope;
  sentOn: string;
  planTitle: string;
  clauseText: string;
  clauseTitle: string;
}

/** One page of tasks: the page is chosen first, so that evidence is counted for what is shown only. */
async function queryTasks(context: Context, filter: TaskFilter): Promise<TaskSqlRow[]> {
  const today = dayInDepartment(context.clock.now());
  const rows = await sql<TaskSqlRow>`
    with page as (${selectTaskIds(context, filter)} limit ${pageSize} offset ${(filter.page - 1) * pageSize})
    select task.id, task.plan_id as "planId", task.clause_id as "clauseId", clause.path, task.unit_id as "unitId", unit.names as "unitNames", unit.kind as "unitKind", task.mode, task.state, task.title,
      task.expected_output as "expectedOutput", task.expected_count as "expectedCount", task.output_kind as "outputKind", task.languages, task.priority, task.rhythm, task.due_on as "dueOn", task.note, task.version, task.event_scope as "eventScope",
      coalesce(task.sent_on, (plan.created_at at time zone 'Asia/Ho_Chi_Minh')::date) as "sentOn", exists (select 1 from task_question where task_question.task_id = task.id and answered_at is null) as "hasOpenQuestion",
      plan.title as "planTitle", clause.text as "clauseText", clause.short_title as "clauseTitle", proof.accepted as "evidenceCount", proof.waiting as "waitingCount", proof.now as "acceptedNow"
    from page join task on task.id = page.id join clause on clause.id = task.clause_id join unit on unit.id = task.unit_id join plan on plan.id = task.plan_id
    cross join lateral (select count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting,
      count(*) filter (where state = 'accepted' and occurred_on >= date_trunc(case task.rhythm when 'weekly' then 'week' when 'quarterly' then 'quarter' else 'month' end, ${today}::date))::int as now
      from evidence where evidence.clause_id = task.clause_id and evidence.unit_id = task.unit_id) proof
    order by ${tasksOrder(filter.sort)}`.execute(context.db);
  return rows.rows;
}

const openStates: readonly string[] = ['sent', 'accepted', 'in_progress', 'returned'];

/** Of the tasks of a page that are due with events. */
async function readDuesOf(context: Context, rows: readonly TaskSqlRow[], today: string): Promise<DuesByCell> {
  const ids = rows.filter((row) => row.rhythm === 'per_event').map((row) => row.id);
  if (ids.length === 0) return new Map();
  return readEventDues(context.db, { where: sql`task.id = any(${ids}::uuid[])`, today });
}

function presentTask(row: TaskSqlRow, dues: DuesByCell, today: string): TaskRow {
  const { acceptedNow, note: _note, sentOn: _sentOn, eventScope: _eventScope, ...task } = row;
  const cell = cellStateOf({
    taskState: row.state,
    rhythm: row.rhythm,
    dueOn: row.dueOn,
    expectedCount: row.expectedCount,
    accepted: row.evidenceCount,
    waiting: row.waitingCount,
    acceptedNow,
    events: duesOf(dues, row),
    today,
  });
  return { ...task, cell, nextDueOn: nextDueOf(row, dues, today) };
}

function nextDueOf(row: TaskSqlRow, dues: DuesByCell, today: string): string | null {
  if (row.rhythm === 'per_event' && openStates.includes(row.state)) return duesOf(dues, row).nextDueOn ?? row.dueOn;
  if (!isSteady(row.rhythm) || !openStates.includes(row.state) || row.acceptedNow >= row.expectedCount)
    return row.dueOn;
  const { endsOn } = periodAround(row.rhythm, today);
  return row.dueOn !== null && row.dueOn < endsOn ? row.dueOn : endsOn;
}

export async function readTasks(
  context: Context,
  filter: TaskFilter,
): Promise<{ tasks: TaskRow[]; total: number; pageSize: number }> {
  const rows = await queryTasks(context, filter);
  const today = dayInDepartment(context.clock.now());
  const count = await sql<{ total: number }>`
    select count(*)::int as total from task where ${tasksWhere(context, filter)}`.execute(context.db);
  const dues = await readDuesOf(context, rows, today);
  return { tasks: rows.map((row) => presentTask(row, dues, today)), total: count.rows[0]?.total ?? 0, pageSize };
}

export async function readTaskDetail(context: Context, taskId: string): Promise<TaskDetail> {
  const row = (await queryTasks(context, { taskId, page: 1 }))[0];
  if (!row) throw notFound();
  const today = dayInDepartment(context.clock.now());
  const channels = await context.db
    .selectFrom('task_channel')
    .select('channel_id')
    .where('task_id', '=', taskId)
    .orderBy('channel_id')
    .execute();
  const supporting = await sql<TaskDetail['supportingUnits'][number]>`
    select unit.id, unit.names from task_supporting_unit join unit on unit.id = task_supporting_unit.unit_id where task_id = ${taskId} order by unit.position`.execute(
    context.db,
  );
  const supportingUnitIds = supporting.rows.map((unit) => unit.id);
  return {
    ...presentTask(row, await readDuesOf(context, [row], today), today),
    planTitle: row.planTitle,
    clauseText: row.clauseText,
    clauseTitle: row.clauseTitle,
    note: row.note,
    channelIds: channels.map((channel) => channel.channel_id),
    supportingUnits: supporting.rows,
    handInUnitId: handInUnitOf(context.actor, { unitId: row.unitId, supportingUnitIds }),
    eventScope: row.eventScope,
    chosenEvents: await readChosenEvents(context.db, context.actor, taskId),
    periods:
      row.rhythm === 'per_event'
        ? await presentEventPeriods(context, row, today)
        : await readPeriods(context, row, today),
    questions: await readQuestions(context, taskId),
    evidence: await readEvidenceOf(context, { clauseId: row.clauseId, unitId: row.unitId }),
    history: await readHistory(context.db, {
      subjects: [
        { kind: 'task', id: taskId },
        { kind: 'plan', id: row.planId },
      ],
      limit: 100,
    }),
    abilities: taskAbilities(context.actor, {
      unitId: row.unitId,
      supportingUnitIds,
      mode: row.mode,
      state: row.state,
      acceptedEvidence: row.evidenceCount,
      hasOpenQuestion: row.hasOpenQuestion,
    }),
  };
}

/** The periods of a task from the day it was sent: what came in each, and what that makes of it. */
async function readPeriods(context: Context, row: TaskSqlRow, today: string): Promise<TaskDetail['periods']> {
  const to = row.dueOn ?? `${today.slice(0, 4)}-12-31`;
  const periods = row.state === 'proposed' ? [] : periodsOf({ rhythm: row.rhythm, from: row.sentOn, to });
  if (periods.length === 0) return [];
  const days = await sql<{ day: string; accepted: number; waiting: number }>`
    select occurred_on as day, count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'submitted')::int as waiting
    from evidence where clause_id = ${row.clauseId} and unit_id = ${row.unitId} group by occurred_on`.execute(
    context.db,
  );
  return periods.map((period, index) => {
    // What came before the task was sent, in the same period, counts for the first one.
    const from =
      index === 0 && isSteady(row.rhythm) ? periodAround(row.rhythm, period.startsOn).startsOn : period.startsOn;
    const inPeriod = days.rows.filter(({ day }) => day >= from && day <= period.endsOn);
    const accepted = inPeriod.reduce((sum, day) => sum + day.accepted, 0);
    const waiting = inPeriod.reduce((sum, day) => sum + day.waiting, 0);
    const state = periodStateOf({ period, expectedCount: row.expectedCount, accepted, waiting, today });
    return { ...period, state, accepted, waiting, event: null };
  });
}

/** The events of a task, as its page and its cell show them. */
export async function presentEventPeriods(
  context: Context,
  task: Pick<TaskRow, 'id' | 'state' | 'expectedCount'>,
  today: string,
): Promise<DuePeriod[]> {
  if (task.state === 'proposed') return [];
  const periods = await readEventPeriods(context.db, context.actor, task.id);
  return periods.map(({ dateId, dateState, titles, accepted, waiting, startsOn, endsOn }) => ({
    startsOn,
    endsOn,
    state: periodStateOf({ period: { startsOn, endsOn }, expectedCount: task.expectedCount, accepted, waiting, today }),
    accepted,
    waiting,
    event: { dateId, titles, isLive: dateState !== 'cancelled' && dateState !== 'postponed' },
  }));
}

async function readQuestions(context: Context, taskId: string): Promise<TaskDetail['questions']> {
  const rows = await sql<
    Omit<TaskDetail['questions'][number], 'askedAt' | 'answeredAt'> & { askedAt: Date; answeredAt: Date | null }
  >`
    select task_question.id, question, asker.full_name as "askedBy", asked_at as "askedAt", answer, answerer.full_name as "answeredBy", answered_at as "answeredAt"
    from task_question left join person asker on asker.id = asked_by left join person answerer on answerer.id = answered_by
    where task_id = ${taskId} order by asked_at desc`.execute(context.db);
  return rows.rows.map((row) => ({
    ...row,
    askedAt: row.askedAt.toISOString(),
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }));
}
