import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import { composeFollowUp } from './follow-up-letter.ts';
import { keepDraft, readLetter } from './letter-parts.ts';
import { nothingToWrite } from './plan.errors.ts';
import { expectedInWords } from './plan.letter-words.ts';
import { isLetterKept, type LetterTask, type LetterUnit, readUnitIdsOfPlan } from './plan.letters.read-model.ts';
import { type LetterDraft, requestLetter } from './plan.letters.ts';
import { mayReadRequests, mayRunPlan } from './plan.policy.ts';
import { readPlanSummary } from './plan.read-model.ts';
import { readRequestDetail } from './plan.requests.read-model.ts';

export interface LetterOptions {
  /** Null: all units. */
  readonly unitIds: readonly string[] | null;
  /** Made by the client, so that a repeated call is the same letter. */
  readonly documentId?: string | undefined;
}

/** The letter that requests, to all units of a request or to those chosen. */
export async function writeRequestLetter(
  context: Context,
  input: LetterOptions & { requestId: string },
): Promise<string> {
  const request = await readRequestDetail(context, input.requestId);
  if (!mayRunPlan(context.actor)) throw notPermitted();
  const known = request.unitRows.map((row) => row.unitId);
  const { base, units, ...read } = await readLetter(context, {
    planId: request.planId,
    unitIds: wantedUnits(known, input.unitIds),
    clauseIds: request.clauseList.map((clause) => clause.id),
  });
  const tasks = read.tasks.filter((task) => task.state !== 'declined');
  const rows = tasks.map((task) => ({ text: task.text, expected: expectedInWords(task), dueOn: task.dueOn }));
  // What is asked of all alike is one line, in the order of the text.
  const distinct = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  if (distinct.length === 0) throw nothingToWrite();
  return keepAndRecord(context, {
    documentId: input.documentId,
    letter: requestLetter({ ...base, subject: request.title, message: request.message, rows: distinct }),
    source: { kind: 'request', id: request.id },
    told: { planId: request.planId, action: 'write_request_letter', units, tasks },
  });
}

/** The letter that urges: what is open for each of the units, under the clauses of a request or of the whole plan. */
export async function writeFollowUpLetter(
  context: Context,
  input: LetterOptions & ({ requestId: string } | { planId: string }),
): Promise<string> {
  const scope = await scopeOf(context, input);
  if (!mayRunPlan(context.actor)) throw notPermitted();
  const written = await composeFollowUp(context, { ...scope, unitIds: wantedUnits(scope.unitIds, input.unitIds) });
  if (written === null) throw nothingToWrite();
  const { letter, units, tasks } = written;
  return keepAndRecord(context, {
    documentId: input.documentId,
    letter,
    source: 'requestId' in input ? { kind: 'request', id: input.requestId } : { kind: 'plan', id: scope.planId },
    told: { planId: scope.planId, action: 'write_follow_up_letter', units, tasks },
  });
}

interface Told {
  readonly planId: string;
  readonly action: 'write_request_letter' | 'write_follow_up_letter';
  readonly units: readonly Pick<LetterUnit, 'names'>[];
  readonly tasks: readonly Pick<LetterTask, 'taskId' | 'path'>[];
}

/** The history of the plan keeps who wrote a letter, to whom it goes and of which tasks it speaks; once, however often it is asked for. */
function keepAndRecord(
  outer: Context,
  input: { documentId: string | undefined; letter: LetterDraft; source: { kind: string; id: string }; told: Told },
): Promise<string> {
  const { planId, action, units, tasks } = input.told;
  return inTransaction(outer, async (context) => {
    const isRepeated = input.documentId !== undefined && (await isLetterKept(context.db, input.documentId));
    const documentId = await keepDraft(context, input);
    if (!isRepeated)
      await recordAudit(context, {
        subjectKind: 'plan',
        subjectId: planId,
        action: `plan.${action}`,
        after: {
          units: units.map(({ names }) => names.vi ?? ''),
          clauses: [...new Set(tasks.map(({ path }) => path))],
          taskIds: tasks.map(({ taskId }) => taskId),
          documentId,
        },
      });
    return documentId;
  });
}

function wantedUnits(known: readonly string[], wanted: readonly string[] | null): readonly string[] {
  return wanted === null ? known : known.filter((unitId) => wanted.includes(unitId));
}

async function scopeOf(
  context: Context,
  input: { requestId: string } | { planId: string },
): Promise<{ planId: string; unitIds: readonly string[]; clauseIds: readonly string[] | null }> {
  if ('requestId' in input) {
    const request = await readRequestDetail(context, input.requestId);
    const clauseIds = request.clauseList.map((clause) => clause.id);
    return { planId: request.planId, unitIds: request.unitRows.map((row) => row.unitId), clauseIds };
  }
  const plan = mayReadRequests(context.actor) ? await readPlanSummary(context, input.planId) : null;
  if (!plan) throw notFound();
  return { planId: plan.id, unitIds: await readUnitIdsOfPlan(context.db, plan.id), clauseIds: null };
}
