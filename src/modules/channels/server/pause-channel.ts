import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, transitionNotAllowed, versionConflict } from '../../../platform/errors/errors.ts';
import type { Channel } from '../channels.shapes.contract.ts';
import { lookJob } from './channels.jobs.ts';
import { canUseChannel } from './channels.policy.ts';
import { readChannels } from './channels.read-model.ts';
import { lockChannel, setPaused } from './channels.repository.ts';
import type { ChannelsSettings } from './delivery.read-model.ts';

/** Pauses or resumes: while paused nothing is sent; what is due waits and goes out afterwards. */
export async function pauseOrResumeChannel(
  context: Context,
  settings: ChannelsSettings,
  input: { id: string; version: number; isPaused: boolean; reason?: string },
): Promise<Channel> {
  return inTransaction(context, async (inside) => {
    const row = await lockChannel(inside.db, input.id);
    if (!row) throw notFound();
    if (!canUseChannel(inside.actor, 'pause_channel', { channelOwnerUnitId: row.owner_unit_id, storyUnitId: null }))
      throw notPermitted();
    if (row.version !== input.version) throw versionConflict({ current: row.version });
    if ((row.paused_at !== null) === input.isPaused) throw transitionNotAllowed();
    await setPaused(inside.db, row.id, input.isPaused ? inside.clock.now() : null);
    await recordAudit(inside, {
      subjectKind: 'channel',
      subjectId: row.id,
      action: input.isPaused ? 'channel.paused' : 'channel.resumed',
      ...(input.reason ? { reason: input.reason } : {}),
    });
    if (!input.isPaused) await inside.jobs.enqueue(inside, lookJob, {});
    const channel = (await readChannels(inside, settings.connectors)).find((one) => one.id === row.id);
    if (!channel) throw notFound();
    return channel;
  });
}
