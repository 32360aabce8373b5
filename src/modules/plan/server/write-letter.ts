import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import { citeDirective } from '../../directives/index.ts';
import { addresseeOf, issuingAgency } from '../../organisation/index.ts';
import { draftFromTemplate } from '../../registry/index.ts';
import { cellStateOf } from './plan.cell-state.ts';
import { nothingToWrite } from './plan.errors.ts';
import { expectedInWords, openInWords } from './plan.letter-words.ts';
import {
  isOpenTask,
  type LetterTask,
  type LetterUnit,
  readCitedDirectiveOfPlan,
  readLetterTasks,
  readLetterUnits,
  readUnitIdsOfPlan,
} from './plan.letters.read-model.ts';
import { followUpLetter, type LetterBase, type LetterDraft, requestLetter } from './plan.letters.ts';
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
  const { tasks, base } = await readLetter(context, {
    ...input,
    planId: request.planId,
    unitIds: input.unitIds === null ? known : known.filter((unitId) => input.unitIds?.includes(unitId)),
    clauseIds: request.clauseList.map((clause) => clause.id),
  });
  const rows = tasks
    .filter((task) => task.state !== 'declined')
    .map((task) => ({ text: task.text, expected: expectedInWords(task), dueOn: task.dueOn }));
  // What is asked of all alike is one line, in the order of the text.
  const distinct = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  if (distinct.length === 0) throw nothingToWrite();
  const letter = requestLetter({ ...base, subject: request.title, message: request.message, rows: distinct });
  return keepDraft(context, { ...input, letter, source: { kind: 'request', id: request.id } });
}

/** The letter that urges: what is open for each of the units, under the clauses of a request or of the whole plan. */
export async function writeFollowUpLetter(
  context: Context,
  input: LetterOptions & ({ requestId: string } | { planId: string }),
): Promise<string> {
  const scope = await scopeOf(context, input);
  if (!mayRunPlan(context.actor)) throw notPermitted();
  const today = dayInDepartment(context.clock.now());
  const open = (
    await readLetterTasks(context, { ...scope, unitIds: wantedUnits(scope.unitIds, input.unitIds), today })
  ).filter((task) => isOpenTask(task, today));
  if (open.length === 0) throw nothingToWrite();
  const { units, base } = await readLetter(context, {
    ...input,
    ...scope,
    unitIds: [...new Set(open.map((task) => task.unitId))],
  });
  const listed = units.map((unit) => ({
    name: addresseeOf(unit),
    rows: open
      .filter((task) => task.unitId === unit.id)
      .map((task) => ({
        text: task.text,
        dueOn: task.dueOn,
        status: openInWords({ ...task, cell: cellOf(task, today), today }),
      })),
  }));
  const source = 'requestId' in input ? { kind: 'request', id: input.requestId } : { kind: 'plan', id: scope.planId };
  return keepDraft(context, { ...input, letter: followUpLetter({ ...base, today, units: listed }), source });
}

function cellOf(task: LetterTask, today: string) {
  return cellStateOf({ ...task, taskState: task.state, today });
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

async function readLetter(
  context: Context,
  input: LetterOptions & { planId: string; unitIds: readonly string[]; clauseIds: readonly string[] | null },
): Promise<{ units: LetterUnit[]; tasks: LetterTask[]; base: LetterBase }> {
  const directive = await readCitedDirectiveOfPlan(context.db, input.planId);
  if (!directive || input.unitIds.length === 0) throw nothingToWrite();
  const { units, isAllCommunes } = await readLetterUnits(context.db, input.unitIds);
  const today = dayInDepartment(context.clock.now());
  const communes = units.filter((unit) => unit.kind === 'commune' || unit.kind === 'ward');
  const others = units.filter((unit) => !communes.includes(unit));
  return {
    units,
    tasks: await readLetterTasks(context, { ...input, today }),
    base: {
      citation: citeDirective(directive),
      addressees: [
        ...(isAllCommunes ? ['Ủy ban nhân dân các xã, phường'] : communes.map(addresseeOf)),
        ...others.map(addresseeOf),
      ],
      isInside: units.every((unit) => unit.isOwn),
    },
  };
}

/** A draft in the register of the department; it takes its number when it is signed there. */
function keepDraft(
  context: Context,
  input: { letter: LetterDraft; documentId?: string | undefined; source: { kind: string; id: string } },
): Promise<string> {
  const { documentId: id, letter, source } = input;
  return draftFromTemplate(context, { id, unitId: issuingAgency.unitId, ...letter, source });
}
