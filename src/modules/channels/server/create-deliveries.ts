import type { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/ids/ids.ts';
import type { editionLive } from '../../newsroom/newsroom.events.ts';
import { lookJob } from './channels.jobs.ts';
import { readEditionChoice } from './channels.read-model.ts';
import { holdSubject, insertDelivery, updateDelivery } from './channels.repository.ts';
import { planDelivery } from './channels.workflow.ts';
import { readEarlierDeliveries } from './delivery.read-model.ts';
import { readPublicEdition } from './story-facts.read-model.ts';

/**
 * An edition went live or changed: one delivery for each channel that takes part. Safe to run twice. The content is what
 * is public now, so an event that comes late never sends an older version.
 */
export async function createDeliveries(context: Context, event: z.infer<typeof editionLive.schema>): Promise<void> {
  await inTransaction(context, async (inside) => {
    // One at a time for an edition: two handlers of two events plan one after the other.
    await holdSubject(inside.db, event.editionId);
    const edition = await readPublicEdition(inside.db, event.editionId);
    if (!edition) throw new Error(`edition ${event.editionId} is said to be live and has no snapshot`);
    const operation = edition.isWithdrawn ? 'withdraw' : event.operation;
    if (operation === 'withdraw' && !edition.isWithdrawn) return;
    const { content } = edition;
    const now = inside.clock.now();
    const earlier = await readEarlierDeliveries(inside.db, event.editionId);
    const chosen = await readEditionChoice(inside.db, { editionId: event.editionId, language: content.language });
    const dueOf = new Map(chosen.map((one) => [one.channelId, one.dueAt]));
    for (const channelId of new Set([...dueOf.keys(), ...earlier.map((one) => one.channelId)])) {
      const there = earlier.filter((one) => one.channelId === channelId);
      // A channel that was left out after it took part still gets the corrections and the withdrawal of what stands there.
      if (!dueOf.has(channelId) && there.every((one) => ['skipped', 'waiting'].includes(one.state))) continue;
      const plan = planDelivery({ operation, versionHash: content.manifestHash, earlier: there });
      for (const id of plan.superseded) {
        await updateDelivery(inside.db, id, { state: 'skipped', reason: 'superseded', lease_until: null });
      }
      if (!plan.operation) continue;
      await insertDelivery(inside.db, {
        id: newId(now.getTime()),
        subject_kind: 'edition',
        subject_id: event.editionId,
        version_hash: content.manifestHash,
        channel_id: channelId,
        operation: plan.operation,
        sequence: plan.sequence,
        due_at: latest([now, edition.notBefore, plan.operation === 'create' ? (dueOf.get(channelId) ?? null) : null]),
        content: JSON.stringify(content),
        created_at: now,
      });
    }
    await inside.jobs.enqueue(inside, lookJob, {});
  });
}

function latest(instants: readonly (Date | null)[]): Date {
  return new Date(Math.max(...instants.map((instant) => instant?.getTime() ?? 0)));
}
