import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed } from '../../../platform/errors/errors.ts';
import type { RequestDetail } from '../plan.requests.contract.ts';
import { clauseUnknown, unitUnknown } from './plan.errors.ts';
import { sendRequestJob } from './plan.jobs.ts';
import { mayRunPlan } from './plan.policy.ts';
import { lockPlan } from './plan.repository.ts';
import { readRequestDetail } from './plan.requests.read-model.ts';
import { insertRequest, readClausesOfPlan, readRequestRow } from './plan.requests.repository.ts';
import { readKnownUnitIds } from './plan.task-parts.repository.ts';

export interface StartFollowUp {
  readonly id: string;
  readonly planId: string;
  readonly title: string;
  readonly clauseIds: readonly string[];
  readonly unitIds: readonly string[];
}

/** Urges many units in one act: a job writes the letter of each with what is open there. The client makes the id. */
export async function startFollowUp(outer: Context, input: StartFollowUp): Promise<RequestDetail> {
  return inTransaction(outer, async (context) => {
    const plan = await lockPlan(context.db, input.planId);
    if (!plan) throw notFound();
    if (!mayRunPlan(context.actor)) throw notPermitted();
    const sent = await readRequestRow(context.db, input.id);
    if (sent) {
      if (sent.plan_id !== plan.id || sent.created_by !== context.actor.personId) throw notFound();
      return readRequestDetail(context, sent.id);
    }
    if (plan.state !== 'confirmed') throw transitionNotAllowed({ state: plan.state });
    const clauseIds = [...new Set(input.clauseIds)];
    const unitIds = [...new Set(input.unitIds)];
    if ((await readClausesOfPlan(context.db, { planId: plan.id, clauseIds })).length < clauseIds.length)
      throw clauseUnknown();
    const known = await readKnownUnitIds(context.db, unitIds);
    if (known.length < unitIds.length) throw unitUnknown();
    await insertRequest(
      context.db,
      {
        id: input.id,
        plan_id: plan.id,
        kind: 'follow_up',
        title: input.title,
        message: '',
        clause_ids: clauseIds,
        priority: 'normal',
        output_kind: 'other',
        languages: [],
        expected_output: '',
        expected_count: 1,
        rhythm: 'once',
        due_on: null,
        state: 'running',
        created_by: context.actor.personId,
        created_at: context.clock.now(),
        finished_at: null,
      },
      known.map((unitId) => ({ unitId, state: 'waiting' as const })),
    );
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: plan.id,
      action: 'plan.urge',
      after: { title: input.title, units: known.length, clauses: clauseIds.length },
    });
    await context.jobs.enqueue(context, sendRequestJob, { requestId: input.id });
    return readRequestDetail(context, input.id);
  });
}
