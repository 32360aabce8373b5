import type { Actor } from '../../../platform/context.ts';
import { holdsRole, readsEverything, worksIn } from '../../accounts/index.ts';

export const channelActions = [
  'read_delivery',
  'choose_channels',
  'enter_receipt',
  'skip',
  'resolve_unconfirmed',
  'retry',
  'pause_channel',
] as const;
export type ChannelAction = (typeof channelActions)[number];

export interface ChannelSubject {
  readonly channelOwnerUnitId: string | null;
  readonly storyUnitId: string | null;
}

/** Pure: who may do what. The channel's own people and the publishing editors carry deliveries out; an auditor changes nothing. */
export function canUseChannel(actor: Actor, action: ChannelAction, subject: ChannelSubject): boolean {
  const ownsChannel = subject.channelOwnerUnitId !== null && worksIn(actor, subject.channelOwnerUnitId);
  const ownsStory = subject.storyUnitId !== null && worksIn(actor, subject.storyUnitId);
  const publishes = holdsRole(actor, ['publishing_editor']);
  switch (action) {
    case 'read_delivery':
      return readsEverything(actor) || ownsChannel || ownsStory;
    case 'choose_channels':
      return publishes || holdsRole(actor, ['administrator']) || ownsStory;
    case 'enter_receipt':
    case 'skip':
    case 'resolve_unconfirmed':
    case 'retry':
      return publishes || ownsChannel;
    case 'pause_channel':
      return (
        publishes ||
        holdsRole(actor, ['administrator']) ||
        (subject.channelOwnerUnitId !== null &&
          holdsRole(actor, ['commune_approver', 'leader'], subject.channelOwnerUnitId))
      );
  }
}
