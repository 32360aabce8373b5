import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { matchClauses } from '../../../platform/search/likeness.ts';
import type { PlanDetail } from '../plan.shapes.contract.ts';
import type { TakeOverProposal } from '../plan.take-over.contract.ts';
import { clauseUnknown } from './plan.errors.ts';
import { mayRunPlan } from './plan.policy.ts';
import { readPlanDetail } from './plan.read-model.ts';
import { lockPlan } from './plan.repository.ts';
import {
  addSupportingUnits,
  readComparedClauses,
  readEarlierPlans,
  readEarlierTasks,
  upsertProposedTasks,
} from './plan.take-over.repository.ts';

/** What an earlier plan offers to one that is only proposed, for a person to confirm. */
export async function proposeTakeOver(
  context: Context,
  input: { planId: string; fromPlanId?: string | undefined },
): Promise<TakeOverProposal> {
  if (!mayRunPlan(context.actor)) throw notPermitted();
  const earlier = await readEarlierPlans(context.db, input.planId);
  const from = input.fromPlanId === undefined ? earlier[0] : earlier.find((plan) => plan.id === input.fromPlanId);
  if (input.fromPlanId !== undefined && !from) throw notFound();
  const clauses = await readComparedClauses(context.db, input.planId);
  if (!from) return { earlier, fromPlanId: null, pairs: [], unmatched: clauses.length };
  const tasks = await readEarlierTasks(context.db, from.id);
  const withTasks = new Set(tasks.map((task) => task.clauseId));
  const fromClauses = (await readComparedClauses(context.db, from.id)).filter((clause) => withTasks.has(clause.id));
  const like = new Map(matchClauses(clauses, fromClauses).map((pair) => [pair.clauseId, pair]));
  const pairs = clauses.flatMap((clause) => {
    const pair = like.get(clause.id);
    const source = fromClauses.find((each) => each.id === pair?.fromClauseId);
    const own = tasks.filter((task) => task.clauseId === source?.id);
    const [first] = own;
    if (!pair || !source || !first) return [];
    return [
      {
        clauseId: clause.id,
        path: clause.path,
        text: clause.text,
        fromClauseId: source.id,
        fromPath: source.path,
        fromText: source.text,
        similarity: pair.similarity,
        units: own.slice(0, 5).map((task) => task.unitNames),
        tasks: own.length,
        rhythm: first.rhythm,
        priority: first.priority,
        outputKind: first.outputKind,
        expectedOutput: first.expectedOutput,
        expectedCount: first.expectedCount,
      },
    ];
  });
  return { earlier, fromPlanId: from.id, pairs, unmatched: clauses.length - pairs.length };
}

export interface TakeOver {
  readonly planId: string;
  readonly fromPlanId: string;
  readonly pairs: readonly { clauseId: string; fromClauseId: string }[];
  readonly version: number;
}

/** Takes over leads, supporting units, rhythm and outputs; only a plan that nobody has confirmed yet takes them. */
export async function takeOver(outer: Context, input: TakeOver): Promise<PlanDetail> {
  return inTransaction(outer, async (context) => {
    const plan = await lockPlan(context.db, input.planId);
    if (!plan) throw notFound();
    if (!mayRunPlan(context.actor)) throw notPermitted();
    if (plan.version !== input.version) throw versionConflict({ current: plan.version });
    if (plan.state !== 'proposed') throw transitionNotAllowed({ state: plan.state });
    if (!(await readEarlierPlans(context.db, plan.id)).some((each) => each.id === input.fromPlanId)) throw notFound();
    const clauses = new Map((await readComparedClauses(context.db, plan.id)).map((clause) => [clause.id, clause]));
    if (input.pairs.some((pair) => !clauses.has(pair.clauseId))) throw clauseUnknown();
    const earlier = await readEarlierTasks(context.db, input.fromPlanId);
    const at = context.clock.now();
    const wanted = input.pairs.flatMap((pair) =>
      earlier
        .filter((task) => task.clauseId === pair.fromClauseId)
        .map((task) => ({ task, clauseId: pair.clauseId, text: clauses.get(pair.clauseId)?.text ?? '' })),
    );
    if (wanted.length === 0) throw clauseUnknown();
    const made = await upsertProposedTasks(
      context.db,
      wanted.map(({ task, clauseId, text }) => ({
        id: newId(at.getTime()),
        plan_id: plan.id,
        clause_id: clauseId,
        unit_id: task.unitId,
        mode: task.isOwn ? 'assigned' : 'requested',
        state: 'proposed',
        title: text.slice(0, 120),
        rhythm: task.rhythm,
        priority: task.priority,
        output_kind: task.outputKind,
        languages: task.languages,
        expected_output: task.expectedOutput,
        expected_count: task.expectedCount,
        due_on: sameDayIn(plan.year, task.dueOn),
        sent_on: null,
        created_at: at,
      })),
    );
    const idOf = new Map(made.map((row) => [`${row.clause_id} ${row.unit_id}`, row.id]));
    await addSupportingUnits(
      context.db,
      wanted.flatMap(({ task, clauseId }) => {
        const id = idOf.get(`${clauseId} ${task.unitId}`);
        return id === undefined ? [] : task.supportingUnitIds.map((unitId) => ({ task_id: id, unit_id: unitId }));
      }),
    );
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: plan.id,
      action: 'plan.take_over',
      after: { clauses: input.pairs.length, tasks: made.length },
    });
    return readPlanDetail(context, plan.id);
  });
}

/** Pure: the same day of another year; 29 February becomes the 28th where it does not exist. */
export function sameDayIn(year: number, day: string | null): string | null {
  if (day === null) return null;
  const moved = `${year}${day.slice(4)}`;
  const isReal = new Date(`${moved}T00:00:00Z`).toISOString().startsWith(moved);
  return isReal ? moved : `${year}-02-28`;
}
