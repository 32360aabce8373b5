import type { ExpressionBuilder } from 'kysely';
import type { Actor } from '../../../platform/context.ts';
import type { DatabaseTables } from '../../../platform/database/tables.ts';
import { readsEverything, unitIdsOf } from '../../accounts/index.ts';
import { canRegistry, department } from './registry.policy.ts';

/** The units whose registers the person reads, or 'everything'. The same for lists, single reads, files and search. */
export function readableUnits(actor: Actor): 'everything' | readonly string[] {
  if (readsEverything(actor)) return 'everything';
  return [department, ...unitIdsOf(actor)].filter((unitId) => canRegistry(actor, 'read', { unitId }));
}

/** The one visibility rule, as a condition on `official_document`. */
export function isVisible(actor: Actor) {
  return (eb: ExpressionBuilder<DatabaseTables, 'official_document'>) => {
    const units = readableUnits(actor);
    if (units === 'everything') return eb.val(true);
    return units.length === 0 ? eb.val(false) : eb('official_document.unit_id', 'in', [...units]);
  };
}
