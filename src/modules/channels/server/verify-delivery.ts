import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { emitEvent } from '../../../platform/events/events.ts';
import { deliveryVerified } from '../channels.events.ts';
import { type DeliveryRow, markReadBack, updateDelivery } from './channels.repository.ts';
import { nextState } from './channels.workflow.ts';
import { readEvidenceFacts } from './story-facts.read-model.ts';

/** The receipt is checked. The first appearance of an edition on a channel counts as evidence once; changes of it do not count again. */
export async function verifyDelivery(
  context: Context,
  row: DeliveryRow,
  input: { contentHash: string | null },
): Promise<void> {
  const state = nextState(row.state, 'verify');
  if (!state) return;
  const now = context.clock.now();
  await updateDelivery(context.db, row.id, { state, lease_until: null, error_code: null });
  await markReadBack(context.db, { deliveryId: row.id, at: now, contentHash: input.contentHash });
  if (row.operation !== 'create') return;
  const facts = await readEvidenceFacts(context.db, row);
  await emitEvent(context, deliveryVerified, {
    deliveryId: row.id,
    channelId: row.channel_id,
    channelOwnerUnitId: facts.channelOwnerUnitId,
    editionId: row.subject_id,
    storyId: facts.storyId,
    storyUnitId: facts.storyUnitId,
    clauseIds: facts.clauseIds,
    publicUrl: facts.publicUrl,
    title: row.content.title,
    language: row.content.language,
    occurredOn: dayInDepartment(facts.deliveredAt),
  });
}
