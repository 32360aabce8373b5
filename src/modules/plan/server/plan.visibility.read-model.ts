import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../platform/context.ts';
import { holdsRole, readsEverything, unitIdsOf } from '../../accounts/index.ts';

/**
 * The one visibility rule of tasks, and of evidence by its unit: readers of the department see all, others what their units lead or
 * support. A task that is only proposed is a draft of the department; its unit sees it once it is sent.
 */
export function visibleTasks(actor: Actor, unitColumn: 'task.unit_id' | 'evidence.unit_id'): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`true`;
  const units = unitIdsOf(actor);
  const isTask = unitColumn === 'task.unit_id';
  const taskId = sql.ref(isTask ? 'task.id' : 'evidence.task_id');
  const isVisible = sql<boolean>`(${sql.ref(unitColumn)} = any(${units}::text[]) or ${taskId} in (select task_id from task_supporting_unit where unit_id = any(${units}::text[])))`;
  return isTask ? sql<boolean>`(${isVisible} and task.state <> 'proposed')` : isVisible;
}

/**
 * The one visibility rule of evidence, for queries that name `evidence`. A signed sheet holds names and signatures of people
 * (Luật 91/2025/QH15): only its unit sees it, who handed it in, those who accept it, and auditors.
 */
export function visibleEvidence(actor: Actor): RawBuilder<boolean> {
  const byUnit = visibleTasks(actor, 'evidence.unit_id');
  if (holdsRole(actor, ['leader', 'publishing_editor', 'auditor'])) return byUnit;
  return sql<boolean>`(${byUnit} and (evidence.kind <> 'signed_sheet' or evidence.unit_id = any(${unitIdsOf(actor)}::text[]) or evidence.created_by = ${actor.personId}::uuid))`;
}

/** The one visibility rule of plans, for queries that name `plan`: as of its directive, everyone who works here once it is confirmed. */
export function visiblePlans(actor: Actor): RawBuilder<boolean> {
  if (readsEverything(actor)) return sql<boolean>`true`;
  return sql<boolean>`(plan.state = 'confirmed' and ${actor.grants.length > 0})`;
}
