import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { RequestDetail } from '../plan.requests.contract.ts';
import { admitBulkAct } from './admit-bulk-act.ts';
import { sendRequestJob } from './plan.jobs.ts';
import { readRequestDetail } from './plan.requests.read-model.ts';
import { insertRequest } from './plan.requests.repository.ts';

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
    const admitted = await admitBulkAct(context, input);
    if (admitted === 'again') return readRequestDetail(context, input.id);
    const { planId, clauseIds, unitIds } = admitted;
    await insertRequest(
      context.db,
      {
        id: input.id,
        plan_id: planId,
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
      unitIds.map((unitId) => ({ unitId, state: 'waiting' as const })),
    );
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: planId,
      action: 'plan.urge',
      after: { title: input.title, units: unitIds.length, clauses: clauseIds.length },
    });
    await context.jobs.enqueue(context, sendRequestJob, { requestId: input.id });
    return readRequestDetail(context, input.id);
  });
}
