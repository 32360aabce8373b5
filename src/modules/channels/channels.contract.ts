import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';
import { defineEndpoint } from '../../platform/http/contract.ts';

export const deliveryStates = [
  'waiting',
  'sending',
  'delivered',
  'verified',
  'retrying',
  'failed',
  'unconfirmed',
  'skipped',
] as const;
export const deliveryState = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof deliveryState>;
export const deliveryOperation = z.enum(['create', 'update', 'correct', 'withdraw']);
export type DeliveryOperation = z.infer<typeof deliveryOperation>;
export const errorClasses = ['token', 'permission', 'quota', 'content', 'transient', 'unknown'] as const;
export type ErrorClass = (typeof errorClasses)[number];

const names = z.record(z.string(), z.string());

/** What goes out, frozen when the delivery is made: the public form of what was approved. */
export const deliveryContent = z.object({
  storyId: z.uuid(),
  editionId: z.uuid(),
  code: z.string(),
  language: z.string(),
  title: z.string(),
  lead: z.string(),
  text: z.string(),
  html: z.string(),
  /** Path of the page on the portal. */
  sitePath: z.string(),
  manifestHash: z.string(),
  byUnit: z.string(),
  cover: z.object({ src: z.string(), alt: z.string(), credit: z.string().nullable() }).nullable(),
  /** Why it is corrected or withdrawn, in words for the reader. */
  note: z.string(),
});
export type DeliveryContent = z.infer<typeof deliveryContent>;

export const channel = z.object({
  id: z.string(),
  kind: z.string(),
  connector: z.string(),
  isHosted: z.boolean(),
  /** Belongs to the set that a story goes to when nobody chooses. */
  isDefault: z.boolean(),
  needsPerson: z.boolean(),
  names,
  ownerUnitId: z.string(),
  ownerUnitNames: names,
  languages: z.array(z.string()),
  pausedAt: z.iso.datetime().nullable(),
  version: z.number().int(),
  abilities: z.object({ pause: z.boolean() }),
});
export type Channel = z.infer<typeof channel>;

export const deliverySummary = z.object({
  id: z.uuid(),
  channelId: z.string(),
  channelNames: names,
  needsPerson: z.boolean(),
  storyId: z.uuid(),
  editionId: z.uuid(),
  language: z.string(),
  title: z.string(),
  operation: deliveryOperation,
  state: deliveryState,
  dueAt: z.iso.datetime(),
  errorClass: z.string().nullable(),
  publicUrl: z.string().nullable(),
});
export type DeliverySummary = z.infer<typeof deliverySummary>;

export const receipt = z.object({
  publicUrl: z.string().nullable(),
  assetId: z.uuid().nullable(),
  note: z.string(),
  contentHash: z.string().nullable(),
  readBackAt: z.iso.datetime(),
  enteredByName: z.string().nullable(),
  createdAt: z.iso.datetime(),
});

export const deliveryDetail = deliverySummary.extend({
  version: z.number().int(),
  reason: z.string(),
  attempts: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().nullable(),
      outcome: z.string().nullable(),
      errorClass: z.string().nullable(),
      detail: z.string(),
      actorName: z.string().nullable(),
    }),
  ),
  receipt: receipt.nullable(),
  /** Where the item stood on this channel before this delivery. */
  previousUrl: z.string().nullable(),
  pack: deliveryContent.extend({ siteUrl: z.string() }),
  history: z.array(historyRow),
  abilities: z.object({ enterReceipt: z.boolean(), skip: z.boolean(), resolve: z.boolean(), retry: z.boolean() }),
});
export type DeliveryDetail = z.infer<typeof deliveryDetail>;

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
