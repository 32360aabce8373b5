import type { PersonInUnit } from '../../accounts/index.ts';
import type { TaskOfNotice } from '../../plan/index.ts';
import type { Reminder } from './plan-reminders.ts';
import { leadDivision, workersOf } from './reminder-recipients.ts';

/** Steps after which the unit has something to do or to know, and those after which the division that runs the plan has. */
const toUnit: readonly string[] = ['ask', 'answer', 'return', 'extend', 'decline'];
const toLead: readonly string[] = ['ask', 'decline'];

export interface TaskStep {
  readonly kind: 'task_step';
  readonly action: string;
  readonly version: number;
  readonly on: string;
  readonly personId: string | null;
}
export interface EvidenceStep {
  readonly kind: 'evidence_judged';
  readonly evidenceId: string;
  readonly verdict: 'accepted' | 'returned';
  readonly version: number;
  readonly on: string;
  readonly personId: string | null;
  readonly handedInBy: string | null;
}

export interface UrgedUnit {
  readonly requestId: string;
  readonly unitId: string;
  readonly unitNames: Readonly<Record<string, string>>;
  readonly tasks: number;
  readonly on: string;
}

/** Pure: a unit that was urged hears of it once, with the way to its tasks. */
export function planUrgeNotices(urged: UrgedUnit, people: readonly PersonInUnit[]): Reminder[] {
  const { unitId } = urged;
  return workersOf(people.filter((person) => person.unitId === unitId)).map(
    (personId): Reminder => ({
      personId,
      kind: 'task_step',
      subjectKind: 'task_step',
      subjectId: `${urged.requestId}:${unitId}`,
      day: urged.on,
      unitId,
      params: { step: 'urge', count: urged.tasks, unit: urged.unitNames },
      link: `/tasks?unitId=${encodeURIComponent(unitId)}&waits=work`,
    }),
  );
}

export function isTold(action: string): boolean {
  return toUnit.includes(action);
}

interface Known {
  readonly task: TaskOfNotice;
  readonly people: readonly PersonInUnit[];
}

/** Pure: who hears of one step, each person once and never who took it. The same step again gives the same keys. */
export function planStepNotices(step: TaskStep | EvidenceStep, known: Known): Reminder[] {
  const { task, people } = known;
  const units = new Map<string, string | null>();
  const tell = (personIds: readonly string[], unitId: string | null) => {
    for (const personId of personIds)
      if (personId !== step.personId && !units.has(personId)) units.set(personId, unitId);
  };
  tell(workersOf(people.filter((person) => person.unitId === task.unitId)), task.unitId);
  if (step.kind === 'task_step' && toLead.includes(step.action)) tell(leadDivision(people), null);
  if (step.kind === 'evidence_judged' && step.handedInBy !== null) {
    // Who handed it in may work in a supporting unit, and hears of it for that one.
    const own = people.find(
      (person) => person.personId === step.handedInBy && task.supportingUnitIds.includes(person.unitId),
    );
    if (own) tell([step.handedInBy], own.unitId);
  }
  const subject =
    step.kind === 'task_step'
      ? { subjectKind: 'task_step' as const, subjectId: `${task.taskId}:${step.version}` }
      : { subjectKind: 'evidence_step' as const, subjectId: `${step.evidenceId}:${step.version}` };
  const params = {
    step: step.kind === 'task_step' ? step.action : step.verdict,
    path: task.path,
    title: task.title,
    unit: task.unitNames,
    ...(task.dueOn === null ? {} : { date: task.dueOn }),
  };
  return [...units].map(
    ([personId, unitId]): Reminder => ({
      personId,
      kind: step.kind,
      ...subject,
      day: step.on,
      unitId,
      params,
      link: `/tasks/${task.taskId}`,
    }),
  );
}
