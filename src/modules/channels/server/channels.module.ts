import { handleEvent } from '../../../platform/events/events.ts';
import { route } from '../../../platform/http/route.ts';
import { handleJob } from '../../../platform/jobs/job-handler.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import { editionLive } from '../../newsroom/newsroom.events.ts';
import * as contract from '../channels.contract.ts';
import { deliveryVerified } from '../channels.events.ts';
import type { Connector } from '../channels.port.ts';
import { enterReceipt, resolveUnconfirmed, retryFailed, skipDelivery } from './change-delivery.ts';
import { channelsHomeQueue } from './channels.home.ts';
import { lookJob } from './channels.jobs.ts';
import { channelActions } from './channels.policy.ts';
import { readChannels, readStoryChannels } from './channels.read-model.ts';
import { loadChannels } from './channels.reference-data.ts';
import { chooseChannels } from './choose-channels.ts';
import { createDeliveries } from './create-deliveries.ts';
import { readBoard } from './delivery.board.read-model.ts';
import { type ChannelsSettings, readDeliveries, readDeliveryDetail } from './delivery.read-model.ts';
import { runDueDeliveries } from './delivery-engine.ts';
import { handDelivery } from './hand-delivery.connector.ts';
import { pauseOrResumeChannel } from './pause-channel.ts';

/** `connectors`: those of our own sites and of others' systems; the hand delivery is always there. */
export function createChannelsModule(options: { connectors: readonly Connector[]; publicUrl: string }): ServerModule {
  const settings: ChannelsSettings = {
    connectors: [...options.connectors, handDelivery],
    publicUrl: options.publicUrl.replace(/\/$/, ''),
  };
  const { connectors } = settings;
  return defineModule({
    name: 'channels',
    events: [deliveryVerified],
    actions: [...channelActions],
    eventHandlers: [handleEvent(editionLive, 'channels.create_deliveries', createDeliveries)],
    jobHandlers: [
      handleJob(lookJob, async (context) => {
        await runDueDeliveries(context, { connectors, random: Math.random });
      }),
    ],
    homeQueue: (context) => channelsHomeQueue(context, connectors),
    async loadReferenceData(context) {
      await loadChannels(context);
      // What was due while the program stood still.
      await context.jobs.enqueue(context, lookJob, {});
    },
    routes: [
      route(contract.listChannels, async (context) => ({ channels: await readChannels(context, connectors) })),
      route(contract.pauseChannel, (context, { params, body }) =>
        pauseOrResumeChannel(context, settings, { ...params, ...body, isPaused: true }),
      ),
      route(contract.resumeChannel, (context, { params, body }) =>
        pauseOrResumeChannel(context, settings, { ...params, ...body, isPaused: false }),
      ),
      route(contract.readStoryChannels, (context, { params }) => readStoryChannels(context, params.storyId)),
      route(contract.chooseStoryChannels, (context, { params, body }) =>
        chooseChannels(context, { ...params, ...body }),
      ),
      route(contract.readBoard, (context, { query }) => readBoard(context, settings, query)),
      route(contract.listDeliveries, (context, { query }) => readDeliveries(context, settings, query)),
      route(contract.readDelivery, (context, { params }) => readDeliveryDetail(context, settings, params.id)),
      route(contract.enterReceipt, (context, { params, body }) =>
        enterReceipt(context, settings, { ...params, ...body }),
      ),
      route(contract.skipDelivery, (context, { params, body }) =>
        skipDelivery(context, settings, { ...params, ...body }),
      ),
      route(contract.resolveUnconfirmed, (context, { params, body }) =>
        resolveUnconfirmed(context, settings, { ...params, ...body }),
      ),
      route(contract.retryFailed, (context, { params, body }) =>
        retryFailed(context, settings, { ...params, ...body }),
      ),
    ],
  });
}
