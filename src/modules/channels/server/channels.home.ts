import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import type { HomeItem } from '../../../platform/module.ts';
import type { Connector } from '../channels.port.ts';
import { readWaitingForMe } from './delivery.read-model.ts';

/** Hand deliveries of the person's channels, and what failed or is unconfirmed there. */
export async function channelsHomeQueue(context: Context, connectors: readonly Connector[]): Promise<HomeItem[]> {
  const now = context.clock.now();
  const today = dayInDepartment(now);
  const inAWeek = dayInDepartment(new Date(now.getTime() + 7 * 86_400_000));
  const rows = await readWaitingForMe(context, connectors);
  return rows.map((row) => {
    const day = dayInDepartment(row.due_at);
    const group =
      day < today ? 'overdue' : day === today || row.state !== 'waiting' ? 'today' : day <= inAWeek ? 'week' : 'later';
    return {
      id: row.id,
      group,
      kind: row.state === 'waiting' ? 'channels.hand_delivery' : `channels.${row.state}`,
      title: row.title,
      subtitle: row.names[context.actor.language] ?? row.names.vi ?? row.channel_id,
      link: `/channels/deliveries/${row.id}`,
      dueOn: day,
    };
  });
}
