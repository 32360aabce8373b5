import type { Context } from '../../../platform/context.ts';
import { notFound, notPermitted, transitionNotAllowed } from '../../../platform/errors/errors.ts';
import { clauseUnknown, unitUnknown } from './plan.errors.ts';
import { mayRunPlan } from './plan.policy.ts';
import { lockPlan } from './plan.repository.ts';
import { readClausesOfPlan, readRequestRow } from './plan.requests.repository.ts';
import { readKnownUnitIds } from './plan.task-parts.repository.ts';

interface BulkAct {
  readonly id: string;
  readonly planId: string;
  readonly clauseIds: readonly string[];
  readonly unitIds: readonly string[];
}

/**
 * What holds of every act on many units at once: who may, in which plan, on clauses and units that are there. The client
 * makes the id: `again` says that this person has begun the act already, and nothing is to be done a second time.
 */
export async function admitBulkAct(
  context: Context,
  input: BulkAct,
): Promise<'again' | { planId: string; clauseIds: string[]; unitIds: string[] }> {
  const plan = await lockPlan(context.db, input.planId);
  if (!plan) throw notFound();
  if (!mayRunPlan(context.actor)) throw notPermitted();
  const sent = await readRequestRow(context.db, input.id);
  if (sent) {
    if (sent.plan_id !== plan.id || sent.created_by !== context.actor.personId) throw notFound();
    return 'again';
  }
  if (plan.state !== 'confirmed') throw transitionNotAllowed({ state: plan.state });
  const clauseIds = [...new Set(input.clauseIds)];
  const wanted = [...new Set(input.unitIds)];
  if ((await readClausesOfPlan(context.db, { planId: plan.id, clauseIds })).length < clauseIds.length)
    throw clauseUnknown();
  const unitIds = [...(await readKnownUnitIds(context.db, wanted))];
  if (unitIds.length < wanted.length) throw unitUnknown();
  return { planId: plan.id, clauseIds, unitIds };
}
