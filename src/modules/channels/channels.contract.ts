import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';
import { channel, deliveryDetail, deliveryState, deliverySummary } from './channels.shapes.contract.ts';

const page = z.coerce.number().int().min(1).max(10_000).default(1);
const version = z.number().int();
const reason = z.string().trim().min(3).max(500);
const publicUrl = z.url({ protocol: /^https?$/ }).max(2000);
const deliveryParams = z.object({ id: z.uuid() });
const changeErrors = [
  'platform.not_found',
  'platform.not_permitted',
  'platform.version_conflict',
  'platform.transition_not_allowed',
];

export const listChannels = defineEndpoint({
  method: 'GET',
  path: '/api/channels',
  summary: 'Channels in their order',
  access: 'session',
  response: z.object({ channels: z.array(channel) }),
});
export const pauseChannel = defineEndpoint({
  method: 'POST',
  path: '/api/channels/:id/pause',
  summary: 'Pause a channel: its deliveries wait',
  access: 'session',
  params: z.object({ id: z.string().max(100) }),
  body: z.object({ version, reason }),
  response: channel,
  errors: changeErrors,
});
export const resumeChannel = defineEndpoint({
  method: 'POST',
  path: '/api/channels/:id/resume',
  summary: 'Resume a paused channel',
  access: 'session',
  params: z.object({ id: z.string().max(100) }),
  body: z.object({ version }),
  response: channel,
  errors: changeErrors,
});

export const storyChannels = z.object({
  storyId: z.uuid(),
  title: z.string(),
  editions: z.array(
    z.object({
      editionId: z.uuid(),
      language: z.string(),
      /** False: nobody has chosen yet, the default set is shown. */
      isChosen: z.boolean(),
      /** True: already public; what has gone out to a channel is not undone by unchecking it. */
      isLive: z.boolean(),
      channels: z.array(
        z.object({
          channelId: z.string(),
          isTaken: z.boolean(),
          isFixed: z.boolean(),
          fits: z.boolean(),
          dueAt: z.iso.datetime().nullable(),
        }),
      ),
    }),
  ),
  abilities: z.object({ choose: z.boolean() }),
});
export type StoryChannels = z.infer<typeof storyChannels>;
export const readStoryChannels = defineEndpoint({
  method: 'GET',
  path: '/api/stories/:storyId/channels',
  summary: 'Which edition of a story goes to which channel',
  access: 'session',
  params: z.object({ storyId: z.uuid() }),
  response: storyChannels,
});
export const chooseStoryChannels = defineEndpoint({
  method: 'PUT',
  path: '/api/stories/:storyId/channels',
  summary: 'Choose channels for the editions of a story',
  access: 'session',
  params: z.object({ storyId: z.uuid() }),
  body: z.object({
    editions: z
      .array(
        z.object({
          editionId: z.uuid(),
          channels: z
            .array(z.object({ channelId: z.string().max(100), dueAt: z.iso.datetime().nullable().default(null) }))
            .max(200),
        }),
      )
      .min(1)
      .max(20),
  }),
  response: storyChannels,
  errors: ['platform.not_permitted', 'channels.language_not_served', 'channels.channel_unknown'],
});

export const readBoard = defineEndpoint({
  method: 'GET',
  path: '/api/channels/board',
  summary: 'Editions × channels: where each delivery stands; 20 editions a page',
  access: 'session',
  query: z.object({
    page,
    channelId: z.string().max(100).optional(),
    state: deliveryState.optional(),
    search: z.string().trim().max(100).optional(),
  }),
  response: z.object({
    channels: z.array(channel),
    rows: z.array(
      z.object({
        editionId: z.uuid(),
        storyId: z.uuid(),
        language: z.string(),
        title: z.string(),
        deliveries: z.array(deliverySummary),
      }),
    ),
    total: z.number().int(),
    counts: z.record(z.string(), z.number().int()),
  }),
});
export const listDeliveries = defineEndpoint({
  method: 'GET',
  path: '/api/deliveries',
  summary: 'Deliveries, newest first; 50 a page',
  access: 'session',
  query: z.object({
    page,
    channelId: z.string().max(100).optional(),
    state: deliveryState.optional(),
    storyId: z.uuid().optional(),
  }),
  response: z.object({ deliveries: z.array(deliverySummary), total: z.number().int() }),
});
export const readDelivery = defineEndpoint({
  method: 'GET',
  path: '/api/deliveries/:id',
  summary: 'One delivery: pack, attempts, receipt, history',
  access: 'session',
  params: deliveryParams,
  response: deliveryDetail,
});
export const enterReceipt = defineEndpoint({
  method: 'POST',
  path: '/api/deliveries/:id/receipt',
  summary: 'Enter the link or the photo of what stands on the channel',
  access: 'session',
  params: deliveryParams,
  body: z.object({
    version,
    publicUrl: publicUrl.nullable().default(null),
    assetId: z.uuid().nullable().default(null),
    note: z.string().trim().max(1000).default(''),
  }),
  response: deliveryDetail,
  errors: [...changeErrors, 'channels.receipt_missing', 'channels.channel_paused', 'channels.asset_unknown'],
});
export const skipDelivery = defineEndpoint({
  method: 'POST',
  path: '/api/deliveries/:id/skip',
  summary: 'Leave this delivery out, with a reason',
  access: 'session',
  params: deliveryParams,
  body: z.object({ version, reason }),
  response: deliveryDetail,
  errors: changeErrors,
});
export const resolveUnconfirmed = defineEndpoint({
  method: 'POST',
  path: '/api/deliveries/:id/resolve',
  summary: 'A person looked: it stands there, or send it again',
  access: 'session',
  params: deliveryParams,
  body: z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('delivered'), version, publicUrl }),
    z.object({ decision: z.literal('send_again'), version, reason }),
  ]),
  response: deliveryDetail,
  errors: changeErrors,
});
export const retryFailed = defineEndpoint({
  method: 'POST',
  path: '/api/deliveries/:id/retry',
  summary: 'Send a failed delivery again, its cause being mended',
  access: 'session',
  params: deliveryParams,
  body: z.object({ version }),
  response: deliveryDetail,
  errors: changeErrors,
});
