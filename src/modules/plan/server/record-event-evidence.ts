import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { eventHeld, eventReopened } from '../../calendar/calendar.events.ts';
import { insertEvidence, setEvidenceOfSource } from './plan.evidence.repository.ts';
import { clauseExists, readTaskIdOf } from './plan.repository.ts';

const sourceKind = 'calendar_date';

/**
 * An event that was held counts for the clause that it served, in the column of its organiser (domain.md, "What counts
 * as evidence"). Safe to run twice: the unique index on the source holds.
 */
export async function recordEventEvidence(outer: Context, event: z.infer<typeof eventHeld.schema>): Promise<void> {
  const { clauseId, unitId } = event;
  if (clauseId === null) return;
  await inTransaction(outer, async (context) => {
    if (!(await clauseExists(context.db, clauseId))) return;
    const at = context.clock.now();
    const isNew = await insertEvidence(context.db, {
      id: newId(at.getTime()),
      clause_id: clauseId,
      unit_id: unitId,
      task_id: await readTaskIdOf(context.db, clauseId, unitId),
      kind: 'receipt',
      title: event.title,
      url: null,
      figure: event.audienceCount,
      note: event.place,
      occurred_on: event.occurredOn,
      is_by_system: true,
      state: 'accepted',
      source_kind: sourceKind,
      source_id: event.dateId,
      for_date_id: event.dateId,
      created_by: null,
      return_reason: null,
      created_at: at,
    });
    // Held, taken back as a mistake, and held after all.
    if (!isNew)
      await setEvidenceOfSource(context.db, { sourceKind, sourceId: event.dateId, state: 'accepted', reason: null });
  });
}

/** "Held" was a mistake: its evidence no longer counts, and says why. */
export async function withdrawEventEvidence(
  context: Context,
  event: z.infer<typeof eventReopened.schema>,
): Promise<void> {
  await setEvidenceOfSource(context.db, {
    sourceKind,
    sourceId: event.dateId,
    state: 'returned',
    reason: event.reason,
  });
}
