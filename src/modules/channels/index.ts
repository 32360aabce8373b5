export type { Channel, DeliveryContent, DeliveryOperation, DeliveryState, ErrorClass } from './channels.contract.ts';
export type {
  Connector,
  ConnectorDelivery,
  ConnectorReceipt,
  LookUpOutcome,
  ReadBackOutcome,
  SendOutcome,
} from './channels.port.ts';
export type { ChannelTable, DeliveryTable, EditionChannelTable, ReceiptTable } from './server/channels.tables.ts';
