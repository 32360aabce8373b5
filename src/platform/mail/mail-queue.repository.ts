import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../database/tables.ts';
import { newId } from '../ids/ids.ts';
import type { OutgoingMailTable } from './mail.tables.ts';
import type { MailSettings } from './mail-settings.ts';
import './mail.tables.ts';

export interface NewMail {
  readonly key: string;
  readonly personId: string | null;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The same key gives the same Message-ID, so that whoever gets a mail twice after all can tell. RFC 5322 3.6.4. */
export function messageIdOf(key: string, settings: Pick<MailSettings, 'senderAddress'>): string {
  const domain = settings.senderAddress.split('@').at(-1) ?? 'localhost';
  return `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${domain}>`;
}

/** Writes mails into the queue, in the transaction of what they tell of. Those whose key is there already are left out; gives the keys of the others. */
export async function queueMails(
  db: Database,
  input: { mails: readonly NewMail[]; settings: MailSettings; at: Date },
): Promise<string[]> {
  const { mails, settings, at } = input;
  if (mails.length === 0) return [];
  const rows = mails.map((mail) => ({
    id: newId(at.getTime()),
    key: mail.key,
    message_id: messageIdOf(mail.key, settings),
    person_id: mail.personId,
    to_name: mail.toName,
    to_address: mail.toAddress,
    subject: mail.subject,
    text_body: mail.text,
    html_body: mail.html,
  }));
  const queued = await sql<{ key: string }>`
    insert into outgoing_mail (id, key, message_id, person_id, to_name, to_address, subject, text_body, html_body, state, due_at, created_at)
    select row.*, 'waiting', ${at}::timestamptz, ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(id uuid, key text, message_id text, person_id uuid, to_name text, to_address text, subject text, text_body text, html_body text)
    on conflict (key) do nothing returning key`.execute(db);
  return queued.rows.map(({ key }) => key);
}

export type QueuedMail = Selectable<OutgoingMailTable>;

/** Takes the next due mail under a lease, in one statement: two workers never hold the same one. */
export async function claimNextMail(
  db: Database,
  input: { at: Date; leaseUntil: Date },
): Promise<QueuedMail | undefined> {
  const { rows } = await sql<QueuedMail>`
    update outgoing_mail set state = 'sending', attempts = attempts + 1, lease_until = ${input.leaseUntil}
    where id = (select id from outgoing_mail
      where (state in ('waiting', 'retrying') and due_at <= ${input.at}) or (state = 'sending' and lease_until <= ${input.at})
      order by due_at limit 1 for update skip locked)
    returning *`.execute(db);
  return rows[0];
}

/** What was said stays only as long as it is needed for sending. */
export async function endMail(
  db: Database,
  input: { id: string; state: 'sent' | 'failed'; answer: string; at: Date },
): Promise<void> {
  await db
    .updateTable('outgoing_mail')
    .set({
      state: input.state,
      answer: input.answer,
      sent_at: input.state === 'sent' ? input.at : null,
      lease_until: null,
      text_body: '',
      html_body: '',
    })
    .where('id', '=', input.id)
    .execute();
}

export async function postponeMail(db: Database, input: { id: string; answer: string; dueAt: Date }): Promise<void> {
  await db
    .updateTable('outgoing_mail')
    .set({ state: 'retrying', answer: input.answer, due_at: input.dueAt, lease_until: null })
    .where('id', '=', input.id)
    .execute();
}

/** What an administrator needs to know: how much waits, what failed last and in which words. */
export async function readMailQueue(db: Database): Promise<{
  waiting: number;
  lastSentAt: Date | null;
  troubles: { toAddress: string; state: string; attempts: number; answer: string; at: Date }[];
}> {
  const { rows } = await sql<{ waiting: number; last: Date | null }>`
    select (count(*) filter (where state in ('waiting', 'retrying', 'sending')))::int as waiting, max(sent_at) as last from outgoing_mail`.execute(
    db,
  );
  const troubles = await db
    .selectFrom('outgoing_mail')
    .select(['to_address as toAddress', 'state', 'attempts', 'answer', 'created_at as at'])
    .where('state', 'in', ['failed', 'retrying'])
    .orderBy('created_at', 'desc')
    .limit(20)
    .execute();
  return { waiting: rows[0]?.waiting ?? 0, lastSentAt: rows[0]?.last ?? null, troubles };
}

export async function forgetMails(db: Database, before: Date): Promise<number> {
  const result = await db
    .deleteFrom('outgoing_mail')
    .where('state', 'in', ['sent', 'failed'])
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function countFailedMails(db: Database, since: Date): Promise<number> {
  const row = await db
    .selectFrom('outgoing_mail')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'failed')
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}
