import type { Actor } from '../../../platform/context.ts';
import { holdsRole, type Role } from '../../accounts/index.ts';
import { type DateAction, type DateState, type EventKind, unitEventKind } from '../calendar.shapes.contract.ts';
import { nextDateState } from './calendar.workflow.ts';

/** Those who keep the calendar of the house. */
const keepers: readonly Role[] = ['leader', 'publishing_editor'];
/** Those who enter what their own unit does. */
const proposers: readonly Role[] = ['division_officer', 'commune_officer', 'commune_approver'];

export interface EventSubject {
  readonly unitId: string;
  readonly kind: EventKind;
}
export interface DateSubject extends EventSubject {
  readonly state: DateState;
}
export const calendarActions = [
  'propose',
  'edit',
  'doubt',
  'plan',
  'confirm',
  'postpone',
  'cancel',
  'hold',
  'reopen',
  'change_settings',
] as const;

export function keepsCalendar(actor: Actor): boolean {
  return holdsRole(actor, keepers);
}

/** Pure: may the person enter an event of this kind in the name of this unit? */
export function mayPropose(actor: Actor, event: EventSubject): boolean {
  if (keepsCalendar(actor)) return true;
  return isOfUnits(event.kind) && holdsRole(actor, proposers, event.unitId);
}

/** Pure: may the person change the event? Holidays, anniversaries and clocks are the house's. */
export function mayEdit(actor: Actor, event: EventSubject): boolean {
  return mayPropose(actor, event);
}

/** Pure: may the person move this date now? The word that a date is certain comes from a second rank, not from who proposed it. */
export function canActOnDate(actor: Actor, action: DateAction, date: DateSubject): boolean {
  if (nextDateState(date.state, action) === null) return false;
  if (keepsCalendar(actor)) return true;
  if (date.kind === 'clock') return action === 'hold' && holdsRole(actor, proposers, date.unitId);
  if (!isOfUnits(date.kind)) return false;
  if (action === 'confirm') return holdsRole(actor, ['commune_approver'], date.unitId);
  return holdsRole(actor, proposers, date.unitId);
}

/** Pure: who sees only what has been confirmed. */
export function seesConfirmedOnly(actor: Actor): boolean {
  return actor.grants.every((grant) => grant.role === 'partner_editor');
}

export function dateAbilities(actor: Actor, date: DateSubject): Record<string, boolean> {
  const can = (action: DateAction) => canActOnDate(actor, action, date);
  return {
    edit: mayEdit(actor, date),
    doubt: can('doubt'),
    plan: can('plan'),
    confirm: can('confirm'),
    postpone: can('postpone'),
    cancel: can('cancel'),
    hold: can('hold'),
    reopen: can('reopen'),
  };
}

function isOfUnits(kind: EventKind): boolean {
  return (unitEventKind.options as readonly string[]).includes(kind);
}
