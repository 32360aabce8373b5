import type { ColumnType, Generated } from 'kysely';
import type { DeliveryContent, DeliveryOperation, DeliveryState } from '../channels.shapes.contract.ts';

type Json<Value> = ColumnType<Value, string, string>;

export interface ChannelTable {
  id: string;
  kind: string;
  connector: string;
  is_hosted: boolean;
  names: Json<Record<string, string>>;
  owner_unit_id: string;
  languages: string[];
  settings: Json<Record<string, unknown>>;
  paused_at: Date | null;
  position: Generated<number>;
  version: Generated<number>;
  created_at: Generated<Date>;
}
export interface EditionChannelTable {
  edition_id: string;
  channel_id: string;
  due_at: Date | null;
  created_at: Generated<Date>;
}
export interface DeliveryTable {
  id: string;
  subject_kind: string;
  subject_id: string;
  version_hash: string;
  channel_id: string;
  operation: DeliveryOperation;
  sequence: Generated<number>;
  state: DeliveryState;
  due_at: Date;
  lease_until: Date | null;
  attempts: Generated<number>;
  error_code: string | null;
  reason: Generated<string>;
  content: Json<DeliveryContent>;
  version: Generated<number>;
  created_at: Date;
}
export interface DeliveryAttemptTable {
  id: string;
  delivery_id: string;
  number: number;
  started_at: Date;
  ended_at: Date | null;
  outcome: string | null;
  error_class: string | null;
  detail: Generated<string>;
  actor_id: string | null;
}
export interface ReceiptTable {
  delivery_id: string;
  public_url: string | null;
  remote_id: string | null;
  content_hash: string | null;
  asset_id: string | null;
  note: Generated<string>;
  read_back_at: Date;
  entered_by: string | null;
  created_at: Date;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    channel: ChannelTable;
    edition_channel: EditionChannelTable;
    delivery: DeliveryTable;
    delivery_attempt: DeliveryAttemptTable;
    receipt: ReceiptTable;
  }
}
