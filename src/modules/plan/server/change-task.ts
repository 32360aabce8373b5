import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { readLanguages } from '../../organisation/index.ts';
import type { EventScope, OutputKind, Priority, Rhythm, TaskDetail } from '../plan.shapes.contract.ts';
import { eventMissing, eventUnknown, languageUnknown, unitUnknown } from './plan.errors.ts';
import { canChangeTask, mayReadTask } from './plan.policy.ts';
import { lockTask, updateTask } from './plan.repository.ts';
import { countKnownEvents, readChosenEventIds, replaceChosenEvents } from './plan.task-events.repository.ts';
import { readKnownUnitIds, readSupportingUnitIds, replaceSupportingUnits } from './plan.task-parts.repository.ts';
import { readTaskDetail } from './plan.tasks.read-model.ts';

/** What is expected of a task, of one unit or of many. */
export interface Expectation {
  readonly expectedOutput: string;
  readonly expectedCount: number;
  readonly outputKind: OutputKind;
  readonly languages: readonly string[];
  readonly priority: Priority;
  readonly rhythm: Rhythm;
  readonly dueOn: string | null;
}
export interface ChangeTask extends Expectation {
  readonly taskId: string;
  readonly title: string;
  readonly supportingUnitIds: readonly string[];
  readonly eventScope?: EventScope;
  readonly eventIds?: readonly string[];
  readonly version: number;
}

/** Changes what is expected and who supports; the lead and the clause of a task never change. */
export async function changeTask(outer: Context, input: ChangeTask): Promise<TaskDetail> {
  return inTransaction(outer, async (context) => {
    const task = await lockTask(context.db, input.taskId);
    const supporting = task ? await readSupportingUnitIds(context.db, task.id) : [];
    if (!task || !mayReadTask(context.actor, task.unit_id, supporting)) throw notFound();
    if (!canChangeTask(context.actor, task.state)) throw notPermitted();
    if (task.version !== input.version) throw versionConflict({ current: task.version });
    await expectKnownLanguages(context, input.languages);
    const supportingUnitIds = [...new Set(input.supportingUnitIds)].filter((unitId) => unitId !== task.unit_id).sort();
    if ((await readKnownUnitIds(context.db, supportingUnitIds)).length < supportingUnitIds.length) throw unitUnknown();
    const events = await eventsOf(context, input);
    const chosen = await readChosenEventIds(context.db, task.id);
    const after = { title: input.title, ...expectationColumns(input), event_scope: events.scope };
    const before = {
      title: task.title,
      expected_output: task.expected_output,
      expected_count: task.expected_count,
      output_kind: task.output_kind,
      languages: task.languages,
      priority: task.priority,
      rhythm: task.rhythm,
      due_on: task.due_on,
      event_scope: task.event_scope,
    };
    await updateTask(context.db, task.id, after);
    await replaceSupportingUnits(context.db, task.id, supportingUnitIds);
    await replaceChosenEvents(context.db, task.id, events.ids);
    await recordAudit(context, {
      subjectKind: 'task',
      subjectId: task.id,
      action: 'plan.change_task',
      before: { ...before, supporting_units: supporting, events: chosen.length },
      after: { ...after, supporting_units: supportingUnitIds, events: events.ids.length },
    });
    return readTaskDetail(context, task.id);
  });
}

/** Which events ask for the task: only a task per event has them, and only chosen ones are kept one by one. */
async function eventsOf(context: Context, input: ChangeTask): Promise<{ scope: EventScope; ids: readonly string[] }> {
  const scope = input.rhythm === 'per_event' ? (input.eventScope ?? 'clause') : 'clause';
  const ids = scope === 'chosen' ? [...new Set(input.eventIds)].sort() : [];
  if (scope === 'chosen' && ids.length === 0) throw eventMissing();
  if ((await countKnownEvents(context.db, ids)) < ids.length) throw eventUnknown();
  return { scope, ids };
}

export async function expectKnownLanguages(context: Context, languages: readonly string[]): Promise<void> {
  const known = new Set((await readLanguages(context.db)).map((language) => language.code));
  if (languages.some((code) => !known.has(code))) throw languageUnknown();
}

export function expectationColumns(input: Expectation) {
  return {
    expected_output: input.expectedOutput,
    expected_count: input.expectedCount,
    output_kind: input.outputKind,
    languages: [...new Set(input.languages)],
    priority: input.priority,
    rhythm: input.rhythm,
    due_on: input.dueOn,
  };
}
