import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { planConfirmed } from '../plan.events.ts';
import type { PlanDetail } from '../plan.shapes.contract.ts';
import { mayRunPlan } from './plan.policy.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { lockPlan, sendProposedTasks, setPlanConfirmed } from './plan.repository.ts';
import { recordSentRequests } from './record-sent-requests.ts';

/** Confirms the plan: what is assigned goes out at once, requests to communes and partners with it or later. */
export async function confirmPlan(
  outer: Context,
  input: { planId: string; version: number; sendRequests: boolean },
): Promise<PlanDetail> {
  return inTransaction(outer, async (context) => {
    const plan = await lockPlan(context.db, input.planId);
    if (!plan) throw notFound();
    if (!mayRunPlan(context.actor)) throw notPermitted();
    if (plan.version !== input.version) throw versionConflict({ current: plan.version });
    if (plan.state !== 'proposed') throw transitionNotAllowed({ state: plan.state });
    await setPlanConfirmed(context.db, plan.id);
    if (input.sendRequests) await recordSentRequests(context, { planId: plan.id, title: plan.title });
    const sent = await sendProposedTasks(context.db, {
      planId: plan.id,
      today: dayInDepartment(context.clock.now()),
      ...(input.sendRequests ? {} : { mode: 'assigned' as const }),
    });
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: plan.id,
      action: 'plan.confirm',
      before: { state: 'proposed' },
      after: { state: 'confirmed', sentTasks: sent },
    });
    await emitEvent(context, planConfirmed, { planId: plan.id });
    return readPlanDetail(context, plan.id);
  });
}
