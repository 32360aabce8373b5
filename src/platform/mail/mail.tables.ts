import type { Generated } from 'kysely';

export type MailState = 'waiting' | 'sending' | 'retrying' | 'sent' | 'failed';

export interface OutgoingMailTable {
  id: string;
  /** What this mail is about; a second one with the same key is the same mail and is not written. */
  key: string;
  message_id: string;
  person_id: string | null;
  to_name: string;
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  state: MailState;
  due_at: Date;
  lease_until: Date | null;
  attempts: Generated<number>;
  /** The last words of the mail server, or why it could not be reached. */
  answer: Generated<string>;
  sent_at: Date | null;
  created_at: Date;
}

declare module '../database/tables.ts' {
  interface DatabaseTables {
    outgoing_mail: OutgoingMailTable;
  }
}
