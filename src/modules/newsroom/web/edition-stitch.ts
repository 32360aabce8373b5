import type { StitchState } from '../../../platform/ui/stitch.tsx';
import type { Edition } from '../newsroom.shapes.contract.ts';

/** The stitch of an edition: done when live, late when stale or to be approved afterwards, empty when returned. */
export function stitchOf(
  edition: Pick<Edition, 'workState' | 'publicState' | 'isStale' | 'needsLaterApproval'>,
): StitchState {
  if (edition.isStale || edition.needsLaterApproval) return 'late';
  if (edition.publicState === 'live') return 'done';
  if (edition.workState === 'returned') return 'empty';
  return edition.publicState === 'withdrawn' || edition.publicState === 'removed' ? 'idle' : 'running';
}
