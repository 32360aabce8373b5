import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import type { RequestDetail } from '../plan.requests.contract.ts';
import { sendRequestJob } from './plan.jobs.ts';
import { canSteerRequest, mayRunPlan } from './plan.policy.ts';
import { readRequestDetail } from './plan.requests.read-model.ts';
import { lockRequest, setRequestState } from './plan.requests.repository.ts';

/** Stops a request that is going out, or lets it go on with the units that it has not reached. */
export async function steerRequest(
  outer: Context,
  input: { requestId: string; action: 'stop' | 'continue'; version: number },
): Promise<RequestDetail> {
  return inTransaction(outer, async (context) => {
    const request = await lockRequest(context.db, input.requestId);
    if (!request) throw notFound();
    if (!mayRunPlan(context.actor)) throw notPermitted();
    if (request.version !== input.version) throw versionConflict({ current: request.version });
    if (!canSteerRequest(context.actor, input.action, request.state))
      throw transitionNotAllowed({ state: request.state });
    const state = input.action === 'stop' ? 'stopped' : 'running';
    await setRequestState(context.db, request.id, state, null);
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: request.plan_id,
      action: `plan.${input.action}_request`,
      after: { title: request.title },
    });
    if (state === 'running') await context.jobs.enqueue(context, sendRequestJob, { requestId: request.id });
    return readRequestDetail(context, request.id);
  });
}
