import type { Connector, ConnectorDelivery, ConnectorReceipt } from '../channels.port.ts';
import type { DeliveryRow } from './channels.repository.ts';

export interface Engine {
  readonly connectors: readonly Connector[];
  /** In [0, 1), for the jitter. */
  readonly random: () => number;
}

/** One row under a lease: the attempt is on disk before anything leaves. */
export interface Claim {
  readonly work: 'send' | 'look_up' | 'read_back';
  readonly delivery: DeliveryRow;
  readonly attemptId: string;
  readonly connector: Connector;
  readonly told: ConnectorDelivery;
  readonly receipt: ConnectorReceipt | null;
}
