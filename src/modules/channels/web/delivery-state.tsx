import { StateChip, Stitch, type StitchState } from '../../../platform/ui/stitch.tsx';
import { useText } from '../../../platform/ui/use-text.ts';
import type { DeliverySummary } from '../channels.shapes.contract.ts';

type Shown = Pick<DeliverySummary, 'state' | 'needsPerson' | 'dueAt'>;

/** The stitch of a delivery: what waits for a person is an open hole, what waits for its hour is not due yet. */
function stitchOf(delivery: Shown, now: number): StitchState {
  switch (delivery.state) {
    case 'verified':
      return 'done';
    case 'failed':
    case 'unconfirmed':
      return 'late';
    case 'skipped':
      return 'idle';
    case 'waiting':
      return Date.parse(delivery.dueAt) > now ? 'idle' : delivery.needsPerson ? 'empty' : 'running';
    default:
      return 'running';
  }
}

function useStateName(): (delivery: Shown) => string {
  const t = useText('channels');
  return (delivery) =>
    t(`state.${delivery.state === 'waiting' && delivery.needsPerson ? 'waiting_person' : delivery.state}`);
}

export function DeliveryChip({ delivery }: { readonly delivery: Shown }) {
  const nameOf = useStateName();
  return <StateChip state={stitchOf(delivery, Date.now())} label={nameOf(delivery)} />;
}

export function DeliveryStitch({ delivery }: { readonly delivery: Shown }) {
  const nameOf = useStateName();
  return <Stitch state={stitchOf(delivery, Date.now())} size={18} title={nameOf(delivery)} />;
}
