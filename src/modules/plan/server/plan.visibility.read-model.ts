import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../platform/context.ts';
import { readsEverything, unitIdsOf } from '../../accounts/index.ts';

/** The one visibility rule of tasks and evidence: readers of the department see all, others their units. */
export function visibleTasks(
  actor: Actor,
  unitColumn: 'task.unit_id' | 'evidence.unit_id' | 'unit.id',
): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(unitColumn)} = any(${unitIdsOf(actor)}::text[])`;
}
