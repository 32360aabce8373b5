import type { Actor } from '../../../platform/context.ts';
import { holdsRole, worksIn } from '../../accounts/index.ts';

export const mediaActions = ['upload', 'update'] as const;
export type MediaAction = (typeof mediaActions)[number];

/** Pure: whoever works in the unit uploads for it; the publishing editors also mend texts of other units' pictures. */
export function canUseMedia(actor: Actor, action: MediaAction, ownerUnitId: string): boolean {
  if (worksIn(actor, ownerUnitId)) return true;
  return action === 'update' && holdsRole(actor, ['publishing_editor']);
}
