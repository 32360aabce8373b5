import { z } from 'zod';
import { historyRow } from '../../platform/audit/history.contract.ts';

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
  /** In the name of which unit this person uploads a photo as receipt; null: of none. */
  photoUnitId: z.string().nullable(),
  pack: deliveryContent.extend({ siteUrl: z.string() }),
  history: z.array(historyRow),
  abilities: z.object({ enterReceipt: z.boolean(), skip: z.boolean(), resolve: z.boolean(), retry: z.boolean() }),
});
export type DeliveryDetail = z.infer<typeof deliveryDetail>;
