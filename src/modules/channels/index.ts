export type {
  Connector,
  ConnectorDelivery,
  ConnectorReceipt,
  LookUpOutcome,
  ReadBackOutcome,
  SendOutcome,
} from './channels.port.ts';
export type {
  Channel,
  DeliveryContent,
  DeliveryOperation,
  DeliveryState,
  ErrorClass,
} from './channels.shapes.contract.ts';
export type { ChannelTable, DeliveryTable, EditionChannelTable, ReceiptTable } from './server/channels.tables.ts';
