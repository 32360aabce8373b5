import type { ColumnType, Generated } from 'kysely';
import type { MailWay } from '../notifications.kinds.ts';

export interface NotificationTable {
  id: string;
  person_id: string;
  kind: string;
  params: ColumnType<Record<string, unknown>, string, never>;
  link: string;
  read_at: Date | null;
  created_at: Date;
  /** A reminder is the same by person, kind, subject and day; a notification of an event has no subject. */
  subject_kind: Generated<string | null>;
  subject_id: Generated<string | null>;
  day: Generated<string | null>;
  /** Shown only to who still reaches this unit. */
  unit_id: Generated<string | null>;
  is_in_app: Generated<boolean>;
  mail: Generated<MailWay>;
  mailed_at: Generated<Date | null>;
}

export interface NotificationPreferenceTable {
  person_id: string;
  kind: string;
  is_in_app: boolean;
  mail: MailWay;
  updated_at: Date;
  created_at: Generated<Date>;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    notification: NotificationTable;
    notification_preference: NotificationPreferenceTable;
  }
}
