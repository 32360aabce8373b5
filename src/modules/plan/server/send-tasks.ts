import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed } from '../../../platform/errors/errors.ts';
import type { PlanDetail } from '../plan.shapes.contract.ts';
import { mayRunPlan } from './plan.policy.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { lockPlan, sendProposedTasks } from './plan.repository.ts';
import { recordSentRequests } from './record-sent-requests.ts';

/** Sends all requests of a confirmed plan that still wait, or those of one clause. */
export async function sendTasks(
  outer: Context,
  input: { planId: string; clauseId?: string | undefined },
): Promise<PlanDetail> {
  return inTransaction(outer, async (context) => {
    const plan = await lockPlan(context.db, input.planId);
    if (!plan) throw notFound();
    if (!mayRunPlan(context.actor)) throw notPermitted();
    if (plan.state !== 'confirmed') throw transitionNotAllowed({ state: plan.state });
    await recordSentRequests(context, { planId: plan.id, title: plan.title, clauseId: input.clauseId });
    const sent = await sendProposedTasks(context.db, {
      planId: plan.id,
      clauseId: input.clauseId,
      today: dayInDepartment(context.clock.now()),
    });
    if (sent > 0)
      await recordAudit(context, {
        subjectKind: 'plan',
        subjectId: plan.id,
        action: 'plan.send',
        after: { sentTasks: sent, clauseId: input.clauseId },
      });
    return readPlanDetail(context, plan.id);
  });
}
