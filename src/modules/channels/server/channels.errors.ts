import { defineError } from '../../../platform/errors/errors.ts';

export const languageNotServed = defineError('channels.language_not_served', 422);
export const channelUnknown = defineError('channels.channel_unknown', 422);
export const receiptMissing = defineError('channels.receipt_missing', 422);
export const channelPaused = defineError('channels.channel_paused', 409);
export const assetUnknown = defineError('channels.asset_unknown', 422);
