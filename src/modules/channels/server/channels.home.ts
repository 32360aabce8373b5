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
  const items = new Map<string, { item: HomeItem; channels: string[] }>();
  for (const row of rows) {
    const day = dayInDepartment(row.due_at);
    const isByHand = row.state === 'waiting';
    const group = day < today ? 'overdue' : day === today || !isByHand ? 'today' : day <= inAWeek ? 'week' : 'later';
    const channel = row.names[context.actor.language] ?? row.names.vi ?? row.channel_id;
    // One item that waits on six channels is one piece of work, not six.
    const key = isByHand ? `${row.subject_id} ${day}` : row.id;
    const known = items.get(key);
    if (known) {
      known.channels.push(channel);
      continue;
    }
    const item: HomeItem = {
      id: row.id,
      group,
      kind: isByHand ? 'channels.hand_delivery' : `channels.${row.state}`,
      title: row.title,
      subtitle: '',
      link: `/channels/deliveries/${row.id}`,
      dueOn: day,
    };
    items.set(key, { item, channels: [channel] });
  }
  return [...items.values()].map(({ item, channels }) => ({ ...item, subtitle: nameChannels(channels) }));
}

const namedAtMost = 2;

function nameChannels(channels: readonly string[]): string {
  const more = channels.length - namedAtMost;
  return [...channels.slice(0, namedAtMost), ...(more > 0 ? [`+${more}`] : [])].join(' · ');
}
