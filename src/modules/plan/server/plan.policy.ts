import type { Actor } from '../../../platform/context.ts';
import { holdsRole, type Role, readsEverything } from '../../accounts/index.ts';
import type { TaskAction, TaskState } from '../plan.contract.ts';
import { nextTaskState } from './plan.workflow.ts';

/** Those who run the plan for the department. */
const planners: readonly Role[] = ['leader', 'publishing_editor'];
/** Those who do the work of a unit. */
const doers: readonly Role[] = [
  'leader',
  'publishing_editor',
  'division_officer',
  'commune_officer',
  'commune_approver',
  'partner_editor',
];

export interface TaskSubject {
  readonly unitId: string;
  readonly mode: 'assigned' | 'requested';
  readonly state: TaskState;
  readonly acceptedEvidence: number;
}
export interface EvidenceSubject {
  readonly unitId: string;
  readonly state: 'submitted' | 'accepted' | 'returned';
  readonly isBySystem: boolean;
  readonly createdBy: string | null;
}
export const planActions = [
  'confirm',
  'send',
  'change',
  'add_evidence',
  'accept_evidence',
  'return_evidence',
  'accept',
  'decline',
  'start',
  'report',
  'finish',
  'return',
  'reopen',
  'cancel',
] as const;

export function mayReadTask(actor: Actor, unitId: string): boolean {
  return readsEverything(actor) || actor.grants.some((grant) => grant.unitIds.includes(unitId));
}

export function mayRunPlan(actor: Actor): boolean {
  return holdsRole(actor, planners);
}

/** Pure: may the person do this with this task now? */
export function canActOnTask(actor: Actor, action: TaskAction, task: TaskSubject): boolean {
  if (nextTaskState(task.state, action) === null) return false;
  const worksOnIt = holdsRole(actor, doers, task.unitId);
  switch (action) {
    case 'accept':
    case 'start':
    case 'report':
      return worksOnIt;
    // Only a request may be declined (domain.md: giao, đề nghị); what is assigned is done.
    case 'decline':
      return worksOnIt && task.mode === 'requested';
    case 'finish':
      return worksOnIt && task.acceptedEvidence > 0;
    case 'send':
    case 'return':
    case 'reopen':
    case 'cancel':
      return mayRunPlan(actor);
  }
}

export function canChangeTask(actor: Actor, task: TaskSubject): boolean {
  return mayRunPlan(actor) && task.state !== 'cancelled' && task.state !== 'done';
}

export function canAddEvidence(actor: Actor, task: TaskSubject): boolean {
  return (
    holdsRole(actor, doers, task.unitId) && ['sent', 'accepted', 'in_progress', 'returned', 'done'].includes(task.state)
  );
}

/** The second person: a planner, or the unit's own approver; never who handed it in. */
export function canJudgeEvidence(actor: Actor, evidence: EvidenceSubject): boolean {
  if (evidence.state !== 'submitted' || evidence.isBySystem) return false;
  if (actor.personId !== null && actor.personId === evidence.createdBy) return false;
  return mayRunPlan(actor) || holdsRole(actor, ['commune_approver'], evidence.unitId);
}

export function taskAbilities(actor: Actor, task: TaskSubject): Record<string, boolean> {
  const can = (action: TaskAction) => canActOnTask(actor, action, task);
  return {
    send: can('send'),
    accept: can('accept'),
    decline: can('decline'),
    start: can('start'),
    report: can('report'),
    finish: can('finish'),
    return: can('return'),
    reopen: can('reopen'),
    cancel: can('cancel'),
    change: canChangeTask(actor, task),
    addEvidence: canAddEvidence(actor, task),
  };
}

export function evidenceAbilities(actor: Actor, evidence: EvidenceSubject): Record<string, boolean> {
  const judge = canJudgeEvidence(actor, evidence);
  return { accept: judge, return: judge };
}
