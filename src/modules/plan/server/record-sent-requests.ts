import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { insertRequest, readProposedRequests } from './plan.requests.repository.ts';

/** Requests that go out with the plan are one request too: it has its page of progress, its letter, its follow-up. */
export async function recordSentRequests(
  context: Context,
  input: { planId: string; title: string; clauseId?: string | undefined },
): Promise<void> {
  const { clauseIds, unitIds } = await readProposedRequests(context.db, input);
  if (clauseIds.length === 0) return;
  const at = context.clock.now();
  await insertRequest(
    context.db,
    {
      id: newId(at.getTime()),
      plan_id: input.planId,
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
      state: 'done',
      created_by: context.actor.personId,
      created_at: at,
      finished_at: at,
    },
    unitIds.map((unitId) => ({ unitId, state: 'sent' })),
  );
}
