import type { Connector } from '../channels.port.ts';

/**
 * A destination that a person serves: the delivery waits with its pack until the person enters the link or photo. The
 * person who enters it has looked at it, so the receipt is its own proof; the program does not fetch strangers' addresses.
 */
export const handDelivery: Connector = {
  kind: 'hand-delivery',
  needsPerson: true,
  send: async () => ({ status: 'error', errorClass: 'permission', detail: 'a person delivers it' }),
  lookUp: async () => ({ status: 'cannot_tell' }),
  readBack: async (delivery) => ({ status: 'same', contentHash: delivery.content.manifestHash }),
};
