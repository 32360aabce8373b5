import type { DeliveryContent, DeliveryOperation, ErrorClass } from './channels.shapes.contract.ts';

/** What a connector is told. The same delivery has the same id over all attempts: use it as idempotency key where the other side knows one. */
export interface ConnectorDelivery {
  readonly id: string;
  readonly operation: DeliveryOperation;
  readonly content: DeliveryContent;
  readonly channel: { readonly id: string; readonly settings: Readonly<Record<string, unknown>> };
  /** What stands on the channel from an earlier delivery of the same edition: needed to change or withdraw it. */
  readonly previousReceipt: ConnectorReceipt | null;
}

export interface ConnectorReceipt {
  readonly publicUrl: string | null;
  readonly remoteId: string | null;
}

/** `unknown`: it may or may not have arrived; the engine looks it up before anything else. `error`: it certainly did not. */
export type SendOutcome =
  | { readonly status: 'delivered'; readonly publicUrl: string | null; readonly remoteId: string | null }
  | { readonly status: 'unknown'; readonly detail: string }
  | { readonly status: 'error'; readonly errorClass: ErrorClass; readonly detail: string };

export type LookUpOutcome =
  | { readonly status: 'found'; readonly publicUrl: string | null; readonly remoteId: string | null }
  | { readonly status: 'not_found' }
  | { readonly status: 'cannot_tell' };

export interface ReadBackOutcome {
  readonly status: 'same' | 'different' | 'absent';
  readonly contentHash: string | null;
}

/**
 * A way to one kind of channel. `kind` is the value of channel.connector. A method that throws counts as an unknown
 * outcome (send) or is tried again later (lookUp, readBack). The engine gives each call 60 s. Nothing runs in a transaction.
 */
export interface Connector {
  readonly kind: string;
  /** True: a person carries it out; the engine never calls send, the delivery waits with its pack until the receipt is entered. */
  readonly needsPerson: boolean;
  send(delivery: ConnectorDelivery): Promise<SendOutcome>;
  lookUp(delivery: ConnectorDelivery): Promise<LookUpOutcome>;
  readBack(delivery: ConnectorDelivery, receipt: ConnectorReceipt): Promise<ReadBackOutcome>;
}
