import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { deliveryVerified } from '../../channels/channels.events.ts';
import { insertEvidence } from './plan.evidence.repository.ts';
import { receiptNote } from './plan.receipt-note.ts';
import { clauseExists, readTaskIdOf, readTasksOfChannel } from './plan.repository.ts';
import { placeEvidence } from './plan.task-events.repository.ts';

/**
 * A verified receipt counts for each content clause confirmed on the story, in the column of the unit that wrote it;
 * and for each task whose clause names the channel and whose unit owns it (domain.md, "What counts as evidence").
 * Safe to run twice: the unique index on the source holds.
 */
export async function recordDeliveryEvidence(
  outer: Context,
  receipt: z.infer<typeof deliveryVerified.schema>,
): Promise<void> {
  await inTransaction(outer, async (context) => {
    const cells = new Map<string, { clauseId: string; unitId: string; taskId: string | null }>();
    for (const clauseId of receipt.clauseIds) {
      if (!(await clauseExists(context.db, clauseId))) continue;
      const taskId = await readTaskIdOf(context.db, clauseId, receipt.storyUnitId);
      cells.set(`${clauseId} ${receipt.storyUnitId}`, { clauseId, unitId: receipt.storyUnitId, taskId });
    }
    for (const task of await readTasksOfChannel(context.db, receipt.channelId, receipt.channelOwnerUnitId)) {
      cells.set(`${task.clause_id} ${task.unit_id}`, {
        clauseId: task.clause_id,
        unitId: task.unit_id,
        taskId: task.id,
      });
    }
    const at = context.clock.now();
    for (const cell of cells.values()) {
      const id = newId(at.getTime());
      const isNew = await insertEvidence(context.db, {
        id,
        clause_id: cell.clauseId,
        unit_id: cell.unitId,
        task_id: cell.taskId,
        kind: 'receipt',
        title: receipt.title,
        url: receipt.publicUrl,
        figure: null,
        note: receiptNote(receipt),
        occurred_on: receipt.occurredOn,
        is_by_system: true,
        state: 'accepted',
        source_kind: 'delivery',
        source_id: receipt.deliveryId,
        created_by: null,
        return_reason: null,
        created_at: at,
      });
      if (isNew && cell.taskId !== null) await placeEvidence(context.db, id);
    }
  });
}
