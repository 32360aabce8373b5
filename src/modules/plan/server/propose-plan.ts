import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { expandUnitIds } from '../../organisation/index.ts';
import { type ProposedTask, proposeFromClauses } from './plan.proposal.ts';
import {
  insertCampaign,
  insertPlan,
  insertTasks,
  insertTheme,
  readDirectiveForProposal,
  readPlanIdOf,
} from './plan.repository.ts';
import { nameTheme, readKnownThemes } from './plan.theme-names.ts';

/** Builds the proposed plan of a directive, once; a second call answers the same plan. */
export async function proposePlanFor(outer: Context, directiveId: string): Promise<string> {
  return inTransaction(outer, async (context) => {
    const existing = await readPlanIdOf(context.db, directiveId);
    if (existing !== null) return existing;
    const directive = await readDirectiveForProposal(context.db, directiveId);
    if (!directive) throw notFound();
    const at = context.clock.now();
    const makeId = () => newId(at.getTime());
    const planId = makeId();
    const year = directive.head.year ?? at.getUTCFullYear();
    const isFirst = await insertPlan(context.db, {
      id: planId,
      directive_id: directiveId,
      title: directive.head.subject,
      year,
      state: 'proposed',
      created_at: at,
    });
    if (!isFirst) return (await readPlanIdOf(context.db, directiveId)) ?? planId;
    const proposal = proposeFromClauses(directive.clauses, year);
    const known = await readKnownThemes();
    for (const [position, theme] of proposal.themes.entries()) {
      const { key, titles } = nameTheme(theme, known);
      await insertTheme(context.db, { id: makeId(), planId, key, titles, position, clauseIds: theme.clauseIds, at });
    }
    const { tasks, ...parts } = await taskRows(context, { planId, proposed: proposal.tasks });
    await insertTasks(context.db, tasks, parts);
    for (const campaign of proposal.campaigns)
      await insertCampaign(context.db, { ...campaign, id: makeId(), planId, at });
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: planId,
      action: 'plan.propose',
      after: { themes: proposal.themes.length, tasks: tasks.length, campaigns: proposal.campaigns.length },
    });
    return planId;
  });
}

type TaskParts = Parameters<typeof insertTasks>[2];

/** One task a unit: groups are opened into the units that they have today, of those that help too. */
export async function taskRows(
  context: Context,
  input: { planId: string; proposed: readonly ProposedTask[] },
): Promise<{ tasks: Parameters<typeof insertTasks>[1] } & TaskParts> {
  const at = context.clock.now();
  const tasks: Parameters<typeof insertTasks>[1] = [];
  const channels: TaskParts['channels'][number][] = [];
  const supporting: TaskParts['supporting'][number][] = [];
  const membersOf = await expandLists(context, input.proposed);
  for (const proposed of input.proposed) {
    const helpers = membersOf(proposed.supportingUnitIds);
    for (const unitId of membersOf(proposed.unitIds)) {
      const id = newId(at.getTime());
      tasks.push({
        id,
        plan_id: input.planId,
        clause_id: proposed.clauseId,
        unit_id: unitId,
        mode: proposed.mode,
        state: 'proposed',
        title: proposed.title,
        rhythm: proposed.rhythm,
        due_on: proposed.dueOn,
        expected_output: proposed.expected?.kind ?? '',
        expected_count: proposed.expected?.count ?? 1,
        created_at: at,
      });
      for (const channelId of new Set(proposed.channelIds)) channels.push({ task_id: id, channel_id: channelId });
      for (const helper of helpers) if (helper !== unitId) supporting.push({ task_id: id, unit_id: helper });
    }
  }
  return { tasks, channels, supporting };
}

/** Groups made into their members, each list of units once: the rows of a table name the same units over and over. */
async function expandLists(
  context: Context,
  tasks: readonly ProposedTask[],
): Promise<(unitIds: readonly string[]) => readonly string[]> {
  const lists = new Map(
    tasks.flatMap((task) => [task.unitIds, task.supportingUnitIds]).map((unitIds) => [unitIds.join(' '), unitIds]),
  );
  const members = new Map<string, readonly string[]>();
  for (const [key, unitIds] of lists)
    members.set(key, unitIds.length === 0 ? [] : [...new Set(await expandUnitIds(context.db, unitIds))]);
  return (unitIds) => members.get(unitIds.join(' ')) ?? [];
}
