import type { EditionAction } from '../newsroom.shapes.contract.ts';
import type { PublicState, WorkState } from './newsroom.tables.ts';

type Transitions<State extends string> = { readonly [Action in EditionAction]?: { readonly [From in State]?: State } };

/** The work axis of domain.md: who submits does not approve; sideways `returned` and `rejected`. */
export const workTransitions: Transitions<WorkState> = {
  save: { drafting: 'drafting', in_editing: 'in_editing', returned: 'in_editing' },
  submit: { drafting: 'awaiting_approval', in_editing: 'awaiting_approval', returned: 'awaiting_approval' },
  take_back: { awaiting_approval: 'in_editing', in_appraisal: 'in_editing' },
  send_to_appraisal: { awaiting_approval: 'in_appraisal' },
  pass_appraisal: { in_appraisal: 'awaiting_approval' },
  return: { awaiting_approval: 'returned', in_appraisal: 'returned' },
  reject: { awaiting_approval: 'rejected', in_appraisal: 'rejected' },
  reopen: { approved: 'in_editing', rejected: 'in_editing' },
  approve: { awaiting_approval: 'approved' },
  // Urgent: live now, and still waiting for the second person.
  publish_urgently: {
    drafting: 'awaiting_approval',
    in_editing: 'awaiting_approval',
    returned: 'awaiting_approval',
    awaiting_approval: 'awaiting_approval',
  },
  start_change: {
    approved: 'in_editing',
    awaiting_approval: 'in_editing',
    returned: 'in_editing',
    in_editing: 'in_editing',
  },
  cancel_change: {
    in_editing: 'approved',
    returned: 'approved',
    awaiting_approval: 'approved',
    in_appraisal: 'approved',
    rejected: 'approved',
    approved: 'approved',
  },
};

/** The public axis: the department's decision, never computed from deliveries. `approve` with a time is `schedule`. */
export const publicTransitions = {
  schedule: { not_public: 'scheduled', scheduled: 'scheduled', live: 'live' },
  unschedule: { scheduled: 'not_public', live: 'live' },
  go_live: { not_public: 'live', scheduled: 'live', live: 'live' },
  withdraw: { live: 'withdrawn' },
  remove: { live: 'removed', withdrawn: 'removed' },
} as const satisfies Record<string, { readonly [From in PublicState]?: PublicState }>;
export type PublicMove = keyof typeof publicTransitions;

export function nextWorkState(from: WorkState, action: EditionAction): WorkState | null {
  return workTransitions[action]?.[from] ?? null;
}

export function nextPublicState(from: PublicState, move: PublicMove): PublicState | null {
  const row: { readonly [From in PublicState]?: PublicState } = publicTransitions[move];
  return row[from] ?? null;
}

export interface EditionStates {
  readonly workState: WorkState;
  readonly publicState: PublicState;
  readonly hasPendingChange: boolean;
  readonly isScheduled: boolean;
  /** Live without the approval of a second person. */
  readonly needsLaterApproval: boolean;
}

/** Pure: may this happen now, whoever asks? Both axes together. */
export function isPossible(action: EditionAction, states: EditionStates): boolean {
  const { workState, publicState, hasPendingChange } = states;
  const isGone = publicState === 'withdrawn' || publicState === 'removed';
  const isLive = publicState === 'live';
  switch (action) {
    case 'withdraw':
      return nextPublicState(publicState, 'withdraw') !== null;
    case 'remove':
      return nextPublicState(publicState, 'remove') !== null;
    case 'publish':
      return !isGone && workState === 'approved' && (!isLive || hasPendingChange);
    case 'unschedule':
      return states.isScheduled;
    case 'start_change':
      return isLive && !hasPendingChange && nextWorkState(workState, action) !== null;
    case 'cancel_change':
      return isLive && hasPendingChange && nextWorkState(workState, action) !== null;
    // What is live changes only as an update or a correction that the reader sees; an urgent publication that waits for
    // its approval is mended by a change too.
    case 'save':
    case 'submit':
    case 'publish_urgently':
    case 'reopen':
    case 'take_back':
    case 'return':
    case 'reject':
    case 'send_to_appraisal':
    case 'pass_appraisal':
      return !isGone && (!isLive || hasPendingChange) && nextWorkState(workState, action) !== null;
    case 'approve':
      return (
        !isGone &&
        (!isLive || hasPendingChange || states.needsLaterApproval) &&
        nextWorkState(workState, action) !== null
      );
  }
}
