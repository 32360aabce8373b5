import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { OfficialDocument } from '../../../platform/documents/official-document.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { citeDirective } from '../../directives/index.ts';
import { addresseeOf } from '../../organisation/index.ts';
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
import { followUpLetter, type LetterBase, requestLetter } from './plan.letters.ts';
import { mayReadRequests, mayRunPlan } from './plan.policy.ts';
import { readPlanSummary } from './plan.read-model.ts';
import { readRequestDetail } from './plan.requests.read-model.ts';

export interface LetterOptions {
  /** Null: all units. */
  readonly unitIds: readonly string[] | null;
  readonly isExample: boolean;
}

/** The letter that requests, to all units of a request or to those chosen. */
export async function writeRequestLetter(
  context: Context,
  input: LetterOptions & { requestId: string },
): Promise<BinaryAnswer> {
  const request = await readRequestDetail(context, input.requestId);
  if (!mayRunPlan(context.actor)) throw notPermitted();
  const known = request.unitRows.map((row) => row.unitId);
  const { units, tasks, base } = await readLetter(context, {
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
  return answer(
    'cong-van-de-nghi',
    units,
    requestLetter({ ...base, subject: request.title, message: request.message, rows: distinct }),
  );
}

/** The letter that urges: what is open for each of the units, under the clauses of a request or of the whole plan. */
export async function writeFollowUpLetter(
  context: Context,
  input: LetterOptions & ({ requestId: string } | { planId: string }),
): Promise<BinaryAnswer> {
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
  return answer('cong-van-don-doc', units, followUpLetter({ ...base, today, units: listed }));
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
      year: Number(today.slice(0, 4)),
      isExample: input.isExample,
    },
  };
}

async function answer(name: string, units: readonly LetterUnit[], document: OfficialDocument): Promise<BinaryAnswer> {
  // The writer is heavy and seldom needed.
  const { docxMediaType, writeOfficialDocument } = await import(
    '../../../platform/documents/write-official-document.ts'
  );
  const whom = units.length === 1 ? `-${units[0]?.id}` : '';
  return {
    fileName: `${name}${whom}.docx`,
    contentType: docxMediaType,
    content: await writeOfficialDocument(document),
  };
}
