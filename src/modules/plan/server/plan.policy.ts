import type { Actor } from '../../../platform/context.ts';
import { holdsRole, type Role, readsEverything } from '../../accounts/index.ts';
import { type TaskAction, type TaskMode, type TaskState, taskAction } from '../plan.shapes.contract.ts';
import { transitionOf } from './plan.workflow.ts';

/** Those who run the plan for the department. */
const planners: readonly Role[] = ['leader', 'publishing_editor'];
/** Those who do the work of a unit. */
export const doers: readonly Role[] = [
  'leader',
  'publishing_editor',
  'division_officer',
  'commune_officer',
  'commune_approver',
  'partner_editor',
];

export interface TaskSubject {
  /** The lead. */
  readonly unitId: string;
  readonly supportingUnitIds: readonly string[];
  readonly mode: TaskMode;
  readonly state: TaskState;
  readonly acceptedEvidence: number;
  readonly hasOpenQuestion: boolean;
}
export interface EvidenceSubject {
  readonly unitId: string;
  readonly state: 'submitted' | 'accepted' | 'returned';
  readonly isBySystem: boolean;
  readonly createdBy: string | null;
}
export const planActions = [
  'confirm',
  'change',
  'request',
  'stop_request',
  'continue_request',
  'choose_campaign_clauses',
  'keep_own_tasks',
  'take_over',
  'add_evidence',
  'accept_evidence',
  'return_evidence',
  ...taskAction.options,
] as const;

/** A task is read by those of its lead, of its supporting units, and those who read everything. */
export function mayReadTask(actor: Actor, unitId: string, supportingUnitIds: readonly string[] = []): boolean {
  const units = [unitId, ...supportingUnitIds];
  return readsEverything(actor) || actor.grants.some((grant) => units.some((unit) => grant.unitIds.includes(unit)));
}

export function mayRunPlan(actor: Actor): boolean {
  return holdsRole(actor, planners);
}

/** Requests to many units are the department's own paper: who reads everything reads them. */
export function mayReadRequests(actor: Actor): boolean {
  return readsEverything(actor);
}

/** Pure: what goes out may be stopped, what was stopped may go on. */
export function canSteerRequest(
  actor: Actor,
  action: 'stop' | 'continue',
  state: 'running' | 'stopped' | 'done',
): boolean {
  return mayRunPlan(actor) && state === (action === 'stop' ? 'running' : 'stopped');
}

/** Pure: may the person do this with this task now? The table says who; what must hold besides stands here. */
export function canActOnTask(actor: Actor, action: TaskAction, task: TaskSubject): boolean {
  const step = transitionOf(task.mode, task.state, action);
  if (!step || !(step.by === 'planner' ? mayRunPlan(actor) : holdsRole(actor, doers, task.unitId))) return false;
  if (action === 'finish') return task.acceptedEvidence > 0;
  if (action === 'ask') return !task.hasOpenQuestion;
  return action !== 'answer' || task.hasOpenQuestion;
}

export function canChangeTask(actor: Actor, state: TaskState): boolean {
  return mayRunPlan(actor) && state !== 'cancelled' && state !== 'done';
}

/** Pure: whoever does the work of the lead plans the unit's own steps, once the task was taken and until it is done. */
export function canKeepOwnTasks(actor: Actor, task: Pick<TaskSubject, 'unitId' | 'state'>): boolean {
  return holdsRole(actor, doers, task.unitId) && ['accepted', 'in_progress', 'returned'].includes(task.state);
}

/** Pure: the unit for which the person brings files of evidence: the lead, or the supporting unit in which they work. */
export function handInUnitOf(actor: Actor, task: Pick<TaskSubject, 'unitId' | 'supportingUnitIds'>): string {
  return [task.unitId, ...task.supportingUnitIds].find((unitId) => holdsRole(actor, doers, unitId)) ?? task.unitId;
}

/** The lead hands in evidence, and so does a unit that supports it; both count for the lead. */
export function canAddEvidence(
  actor: Actor,
  task: Pick<TaskSubject, 'unitId' | 'supportingUnitIds' | 'state'>,
): boolean {
  return (
    [task.unitId, ...task.supportingUnitIds].some((unitId) => holdsRole(actor, doers, unitId)) &&
    ['sent', 'accepted', 'in_progress', 'returned', 'done'].includes(task.state)
  );
}

/** The second person: a planner, or the unit's own approver; never who handed it in. */
export function canJudgeEvidence(actor: Actor, evidence: EvidenceSubject): boolean {
  if (evidence.state !== 'submitted' || evidence.isBySystem) return false;
  if (actor.personId !== null && actor.personId === evidence.createdBy) return false;
  return mayRunPlan(actor) || holdsRole(actor, ['commune_approver'], evidence.unitId);
}

export function taskAbilities(actor: Actor, task: TaskSubject): Record<string, boolean> {
  return {
    ...Object.fromEntries(taskAction.options.map((action) => [action, canActOnTask(actor, action, task)])),
    change: canChangeTask(actor, task.state),
    addEvidence: canAddEvidence(actor, task),
  };
}

export function evidenceAbilities(actor: Actor, evidence: EvidenceSubject): Record<string, boolean> {
  const judge = canJudgeEvidence(actor, evidence);
  return { accept: judge, return: judge };
}
