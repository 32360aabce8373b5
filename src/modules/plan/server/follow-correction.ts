import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { addToThemes, cancelWithdrawnProposals, readAskedClauses } from './plan.correction.repository.ts';
import { proposeFromClauses } from './plan.proposal.ts';
import { insertTasks, insertTheme, readDirectiveForProposal, readPlanIdOf } from './plan.repository.ts';
import { nameTheme, readKnownThemes } from './plan.theme-names.ts';
import { taskRows } from './propose-plan.ts';

/**
 * After a correction of the directive: what its new clauses ask for is proposed in the plan, what was only proposed for clauses
 * that are gone is taken back. Tasks that were sent stay with their units. A second call changes nothing.
 */
export async function followCorrection(
  outer: Context,
  input: { directiveId: string; addedClauseIds: readonly string[] },
): Promise<void> {
  await inTransaction(outer, async (context) => {
    const planId = await readPlanIdOf(context.db, input.directiveId);
    const directive = planId === null ? null : await readDirectiveForProposal(context.db, input.directiveId);
    if (planId === null || directive === null) return;
    const cancelled = await cancelWithdrawnProposals(context.db, planId);
    const at = context.clock.now();
    const proposal = proposeFromClauses(directive.clauses, directive.head.year ?? at.getUTCFullYear());
    const asked = await readAskedClauses(context.db, { planId, clauseIds: input.addedClauseIds });
    const fresh = (clauseId: string) => input.addedClauseIds.includes(clauseId) && !asked.has(clauseId);
    const proposed = proposal.tasks.filter((task) => fresh(task.clauseId));
    const { tasks, ...parts } = await taskRows(context, { planId, proposed });
    await insertTasks(context.db, tasks, parts);
    const known = await readKnownThemes();
    for (const [position, theme] of proposal.themes.entries()) {
      const clauseIds = theme.clauseIds.filter((id) => input.addedClauseIds.includes(id));
      if (clauseIds.length === 0) continue;
      const { key, titles } = nameTheme(theme, known);
      if (await addToThemes(context.db, { planId, key, clauseIds })) continue;
      await insertTheme(context.db, { id: newId(at.getTime()), planId, key, titles, position, clauseIds, at });
    }
    if (tasks.length + cancelled === 0) return;
    await recordAudit(context, {
      subjectKind: 'plan',
      subjectId: planId,
      action: 'plan.follow_correction',
      after: { tasks: tasks.length, cancelled },
    });
  });
}
