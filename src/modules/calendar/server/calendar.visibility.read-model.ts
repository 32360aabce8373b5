import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../platform/context.ts';
import { readsEverything, unitIdsOf } from '../../accounts/index.ts';
import { seesConfirmedOnly } from './calendar.policy.ts';

/**
 * The one visibility rule of dates, for queries that name `calendar_date` and `calendar_event`: those who read everything
 * see all; a partner what has once been confirmed (so that it learns of a cancellation too) and no clock of the house;
 * other staff all but the rumours of other units.
 */
export function visibleDates(actor: Actor): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`true`;
  const isOwn = sql<boolean>`calendar_date.unit_id = any(${unitIdsOf(actor)}::text[])`;
  if (seesConfirmedOnly(actor)) {
    const isKnown = sql<boolean>`calendar_date.first_confirmed_at is not null and calendar_event.kind <> 'clock'`;
    return actor.grants.length > 0 ? sql<boolean>`(${isOwn} or (${isKnown}))` : sql<boolean>`false`;
  }
  return sql<boolean>`(calendar_date.state <> 'rumoured' or ${isOwn})`;
}

/** An event is visible where one of its dates is; one without a date, to the staff. */
export function visibleEvents(actor: Actor): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`true`;
  const hasNone = sql<boolean>`not exists (select from calendar_date where calendar_date.event_id = calendar_event.id)`;
  const hasVisible = sql<boolean>`exists (select from calendar_date where calendar_date.event_id = calendar_event.id and ${visibleDates(actor)})`;
  return seesConfirmedOnly(actor) ? hasVisible : sql<boolean>`(${hasNone} or ${hasVisible})`;
}
