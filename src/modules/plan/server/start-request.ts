import { recordAudit } from '../../../platform/audit/audit.ts';
import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import type { RequestDetail } from '../plan.requests.contract.ts';
import { admitBulkAct } from './admit-bulk-act.ts';
import { type Expectation, expectationColumns, expectKnownLanguages } from './change-task.ts';
import { dueInPast } from './plan.errors.ts';
import { sendRequestJob } from './plan.jobs.ts';
import { readRequestDetail } from './plan.requests.read-model.ts';
import { insertRequest } from './plan.requests.repository.ts';

export interface StartRequest extends Expectation {
  readonly id: string;
  readonly planId: string;
  readonly title: string;
  readonly message: string;
  readonly clauseIds: readonly string[];
  readonly unitIds: readonly string[];
}

/** Asks the same of many units in one act; a job carries it out unit by unit. The client makes the id. */
export async function startRequest(outer: Context, input: StartRequest): Promise<RequestDetail> {
  return inTransaction(outer, async (context) => {
    const admitted = await admitBulkAct(context, input);
    if (admitted === 'again') return readRequestDetail(context, input.id);
    const { planId, clauseIds, unitIds } = admitted;
    await expectKnownLanguages(context, input.languages);
    const at = context.clock.now();
    if (input.dueOn !== null && input.dueOn < dayInDepartment(at)) throw dueInPast();
    await insertRequest(
      context.db,
      {
        id: input.id,
        plan_id: planId,
        title: input.title,
        message: input.message,
        clause_ids: clauseIds,
        ...expectationColumns(input),
        state: 'running',
        created_by: context.actor.personId,
        created_at: at,
        finished_at: null,
      },
      unitIds.map((unitId) => ({ unitId, state: 'waiting' as const })),
    );
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: planId,
      action: 'plan.request',
      after: { title: input.title, units: unitIds.length, clauses: clauseIds.length },
    });
    await context.jobs.enqueue(context, sendRequestJob, { requestId: input.id });
    return readRequestDetail(context, input.id);
  });
}
