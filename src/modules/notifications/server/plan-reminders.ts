import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { PersonInUnit } from '../../accounts/index.ts';
import type { EditionWaiting } from '../../newsroom/index.ts';
import type { EvidenceWaiting, TaskToFollowUp } from '../../plan/index.ts';
import type { ReminderKind } from '../notifications.kinds.ts';
import type { ReminderRules } from '../notifications-administration.contract.ts';
import { addDays, catchUpDays, daysBetween, isWorkingDay, reminderToday } from './reminder-days.ts';
import { approversOf, departmentApprovers, headsOf, leadDivision, workersOfTask } from './reminder-recipients.ts';

/** One thing of which one person is told, once. */
export interface Reminder {
  readonly personId: string;
  readonly kind: ReminderKind;
  readonly subjectKind: 'task' | 'unit' | 'clause' | 'queue' | 'task_step' | 'evidence_step';
  readonly subjectId: string;
  readonly day: string;
  readonly unitId: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly link: string;
}

export interface Waiting {
  readonly today: string;
  readonly daysOff: ReadonlySet<string>;
  readonly rules: ReminderRules;
  readonly people: readonly PersonInUnit[];
  readonly tasks: readonly TaskToFollowUp[];
  readonly evidence: readonly EvidenceWaiting[];
  readonly editions: readonly EditionWaiting[];
}

/** Pure: everybody who has to be told today, of what. The same input gives the same keys, so a second run tells nobody twice. */
export function planReminders(given: Waiting): Reminder[] {
  const byUnit = Map.groupBy(given.people, ({ unitId }) => unitId);
  const waiting: Known = { ...given, here: (unitId) => byUnit.get(unitId) ?? [] };
  const queues = isWorkingDay(given.today, given.daysOff)
    ? [...evidenceReminders(waiting), ...editionReminders(waiting)]
    : [];
  return [...taskReminders(waiting), ...escalations(waiting), ...queues];
}

interface Known extends Waiting {
  readonly here: (unitId: string) => readonly PersonInUnit[];
}

/** An event asks from its day to a week after it. */
const periodLength = { weekly: 7, monthly: 30, quarterly: 90, per_event: 8 } as const;

function taskReminders({ today, rules, here, tasks }: Known): Reminder[] {
  return tasks.flatMap((task) => {
    const length = task.rhythm === 'once' ? Number.POSITIVE_INFINITY : periodLength[task.rhythm];
    const due = reminderToday({
      deadline: task.deadline,
      today,
      // Seven days before the end of a week is its beginning: no reminder.
      beforeDays: rules.beforeDays.filter((days) => days * 2 < length),
      afterDays: rules.afterDays,
    });
    if (due === null) return [];
    return workersOfTask(here, task).map(
      ({ personId, unitId }): Reminder => ({
        personId,
        kind: due.isLate ? 'task_overdue' : 'task_due',
        subjectKind: 'task',
        subjectId: task.taskId,
        day: due.day,
        unitId,
        params: { path: task.path, title: task.title, unit: task.unitNames, date: task.deadline },
        link: `/tasks/${task.taskId}`,
      }),
    );
  });
}

/** The head of a unit hears once of what fell due on one day, with the way to all that is late; the lead division of each clause, with how many communes and partners are behind. */
function escalations({ today, rules, people, here, tasks }: Known): Reminder[] {
  const day = (task: TaskToFollowUp) => addDays(task.deadline, rules.escalateAfterDays);
  const late = tasks.filter((task) => {
    const since = daysBetween(day(task), today);
    return since >= 0 && since <= catchUpDays;
  });
  const ofUnit = Map.groupBy(late, (task) => `${task.unitId} ${day(task)}`);
  const toHeads = [...ofUnit.values()].flatMap((tasks) => {
    const [first] = tasks;
    if (!first) return [];
    const { unitId, unitNames: unit, deadline: date } = first;
    const heads = first.isOwn ? headsOf(here(unitId)) : approversOf(here(unitId));
    return heads.map(
      (personId): Reminder => ({
        personId,
        kind: 'escalation',
        subjectKind: 'unit',
        subjectId: unitId,
        day: day(first),
        unitId,
        params:
          tasks.length === 1
            ? { path: first.path, title: first.title, unit, date }
            : { count: tasks.length, unit, date },
        link: `/tasks?unitId=${encodeURIComponent(unitId)}&deadline=late`,
      }),
    );
  });
  const behind = Map.groupBy(
    late.filter((task) => !task.isOwn),
    (task) => `${task.clauseId} ${day(task)}`,
  );
  const lead = leadDivision(people);
  const toLead = [...behind.values()].flatMap((units) => {
    const [first] = units;
    if (!first) return [];
    return lead.map(
      (personId): Reminder => ({
        personId,
        kind: 'escalation',
        subjectKind: 'clause',
        subjectId: first.clauseId,
        day: day(first),
        unitId: null,
        params: { path: first.path, title: first.title, count: units.length, date: first.deadline },
        // The matrix opens at its gaps.
        link: '/plan',
      }),
    );
  });
  return [...toHeads, ...toLead];
}

interface InQueue {
  readonly count: number;
  readonly since: Date;
  /** Who may be the second person, without who cannot be for this one. */
  readonly secondPeople: readonly string[];
}

/** A planner judges all evidence, a commune's approver that of the commune; never who handed it in. */
function evidenceReminders(waiting: Known): Reminder[] {
  const lead = leadDivision(waiting.people);
  const rows = waiting.evidence.map(({ count, since, unitId, isCommune, handedInBy }): InQueue => {
    const judges = [...lead, ...(isCommune ? approversOf(waiting.here(unitId)) : [])];
    return { count, since, secondPeople: judges.filter((personId) => personId !== handedInBy) };
  });
  return queueReminders(waiting.today, { kind: 'evidence_waiting', rows, link: '/' });
}

/** What comes to the department its approvers judge, a commune's story the commune; never who wrote or submitted it. */
function editionReminders(waiting: Known): Reminder[] {
  const department = departmentApprovers(waiting.people);
  const rows = waiting.editions.map(({ since, unitId, isCommune, submittedBy, writtenBy }): InQueue => {
    const approvers = isCommune ? approversOf(waiting.here(unitId)) : department;
    return { count: 1, since, secondPeople: approvers.filter((one) => one !== submittedBy && one !== writtenBy) };
  });
  return queueReminders(waiting.today, { kind: 'edition_waiting', rows, link: '/' });
}

/** One line a person and day: how much waits for them, and since when. */
function queueReminders(
  today: string,
  queue: { kind: ReminderKind; rows: readonly InQueue[]; link: string },
): Reminder[] {
  const sums = new Map<string, { count: number; since: Date }>();
  for (const row of queue.rows) {
    for (const personId of new Set(row.secondPeople)) {
      const sum = sums.get(personId);
      const since = sum && sum.since < row.since ? sum.since : row.since;
      sums.set(personId, { count: (sum?.count ?? 0) + row.count, since });
    }
  }
  return [...sums].map(
    ([personId, { count, since }]): Reminder => ({
      personId,
      kind: queue.kind,
      subjectKind: 'queue',
      subjectId: queue.kind,
      day: today,
      unitId: null,
      params: { count, date: dayInDepartment(since) },
      link: queue.link,
    }),
  );
}
