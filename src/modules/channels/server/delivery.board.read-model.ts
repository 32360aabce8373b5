import type { Context } from '../../../platform/context.ts';
import type { Channel } from '../channels.shapes.contract.ts';
import { readChannels } from './channels.read-model.ts';
import {
  type ChannelsSettings,
  type DeliveryFilter,
  filtered,
  summarise,
  summaryColumns,
  visibleDeliveries,
} from './delivery.read-model.ts';

/** Editions × channels: the newest edition first, and in each cell the delivery that counts now. */
export async function readBoard(context: Context, settings: ChannelsSettings, filter: DeliveryFilter) {
  const pageSize = 20;
  const query = filtered(context, filter);
  const editions = await query
    .select(['delivery.subject_id', (eb) => eb.fn.max('delivery.created_at').as('newest')])
    .groupBy('delivery.subject_id')
    .orderBy('newest', 'desc')
    .orderBy('delivery.subject_id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute();
  const { total } = await query
    .select((eb) => eb.fn.count<number>('delivery.subject_id').distinct().as('total'))
    .executeTakeFirstOrThrow();
  const ids = editions.map((edition) => edition.subject_id);
  const rows =
    ids.length === 0
      ? []
      : await visibleDeliveries(context)
          .select(summaryColumns)
          .where('delivery.subject_id', 'in', ids)
          .orderBy('delivery.id')
          .execute();
  const counts = await visibleDeliveries(context)
    .select(['delivery.state', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('delivery.state')
    .execute();
  const channels: Channel[] = await readChannels(context, settings.connectors);
  return {
    channels,
    total: Number(total),
    counts: Object.fromEntries(counts.map((one) => [one.state, Number(one.count)])),
    rows: ids.flatMap((editionId) => {
      const own = rows.filter((row) => row.subject_id === editionId).map((row) => summarise(row, settings.connectors));
      const last = own.at(-1);
      // The last delivery of a channel stands for it, unless it was left out and an earlier one was not.
      const shown = [...Map.groupBy(own, (one) => one.channelId).values()].flatMap(
        (list) => list.findLast((one) => one.state !== 'skipped') ?? list.at(-1) ?? [],
      );
      return last
        ? [{ editionId, storyId: last.storyId, language: last.language, title: last.title, deliveries: shown }]
        : [];
    }),
  };
}
