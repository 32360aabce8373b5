import type { DateAction, DateState } from '../calendar.shapes.contract.ts';

export interface DateTransition {
  readonly action: DateAction;
  readonly from: DateState;
  readonly to: DateState;
}

/** Every move of a date. The README draws its picture from this table. */
export const dateTransitions: readonly DateTransition[] = [
  { action: 'plan', from: 'rumoured', to: 'planned' },
  { action: 'doubt', from: 'planned', to: 'rumoured' },
  { action: 'doubt', from: 'confirmed', to: 'rumoured' },
  { action: 'confirm', from: 'rumoured', to: 'confirmed' },
  { action: 'confirm', from: 'planned', to: 'confirmed' },
  { action: 'postpone', from: 'rumoured', to: 'postponed' },
  { action: 'postpone', from: 'planned', to: 'postponed' },
  { action: 'postpone', from: 'confirmed', to: 'postponed' },
  { action: 'cancel', from: 'rumoured', to: 'cancelled' },
  { action: 'cancel', from: 'planned', to: 'cancelled' },
  { action: 'cancel', from: 'confirmed', to: 'cancelled' },
  { action: 'cancel', from: 'postponed', to: 'cancelled' },
  { action: 'hold', from: 'planned', to: 'held' },
  { action: 'hold', from: 'confirmed', to: 'held' },
  { action: 'reopen', from: 'postponed', to: 'planned' },
  { action: 'reopen', from: 'cancelled', to: 'planned' },
  { action: 'reopen', from: 'held', to: 'confirmed' },
];

/** Moves that the history must explain. */
export const actionsWithReason: readonly DateAction[] = ['doubt', 'postpone', 'cancel', 'reopen'];

/** States in which the day may still come. */
export const openStates: readonly DateState[] = ['rumoured', 'planned', 'confirmed'];

/** The state after the action; null where it is not possible. Pure. */
export function nextDateState(state: DateState, action: DateAction): DateState | null {
  return dateTransitions.find((transition) => transition.from === state && transition.action === action)?.to ?? null;
}
