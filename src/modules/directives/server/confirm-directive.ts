import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { directiveConfirmed } from '../directives.events.ts';
import { clauseRow } from './clause-row.ts';
import { alreadyConfirmed, noClauses, noSubject } from './directives.errors.ts';
import { canDirective } from './directives.policy.ts';
import { insertClauses, lockDirective, updateDirective } from './directives.repository.ts';
import { indexDirective } from './directives.search.ts';
import { listClauses } from './parser/clause-queries.ts';

/** The tree stands from now on; the plan is proposed from it by whoever listens. */
export async function confirmDirective(
  context: Context,
  input: { id: string; version: number; proposesPlan?: boolean | undefined },
): Promise<void> {
  await inTransaction(context, async (inside) => {
    const directive = await lockDirective(inside.db, input.id);
    if (!directive || !canDirective(inside.actor, 'read', directive)) throw notFound();
    if (directive.state === 'confirmed') throw alreadyConfirmed();
    if (!canDirective(inside.actor, 'confirm', directive)) throw notPermitted();
    if (directive.version !== input.version) throw versionConflict({ current: directive.version });
    // Confirming is final, and the plan takes its name from the subject: half a document waits until it is completed.
    if (directive.subject.trim() === '') throw noSubject();
    if (directive.parsed.clauses.length === 0) throw noClauses();
    const now = inside.clock.now();
    const placed = listClauses(directive.parsed);
    await insertClauses(
      inside.db,
      placed.map((clause, position) =>
        clauseRow(clause, { id: newId(now.getTime()), directiveId: input.id, position, now }),
      ),
    );
    await updateDirective(inside.db, input.id, {
      state: 'confirmed',
      confirmed_by: inside.actor.personId,
      confirmed_at: now,
      version: directive.version + 1,
    });
    await indexDirective(inside, input.id);
    const after = { clauses: placed.length };
    await recordAudit(inside, { subjectKind: 'directive', subjectId: input.id, action: 'confirm', after });
    await emitEvent(inside, directiveConfirmed, { directiveId: input.id, proposesPlan: input.proposesPlan ?? true });
  });
}
