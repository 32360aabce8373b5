import type { Context } from '../context.ts';
import type { MasterKey } from '../signing/master-key.ts';
import { claimNextMail, endMail, postponeMail, type QueuedMail } from './mail-queue.repository.ts';
import { readMailSettings } from './mail-settings.ts';
import { openSmtp, type SendMail } from './smtp-client.ts';

const minute = 60_000;
const leaseLength = 5 * minute;
/** A greylisting server takes the second attempt after some minutes; RFC 5321 4.5.4.1 wants days of patience. */
const pauses = [5, 15, 60, 240, 480, 960, 1440].map((minutes) => minutes * minute);

/** Sends what is due until nothing is. Without a mail server nothing happens, and what waits goes on waiting. */
export async function sendDueMails(
  context: Context,
  input: { masterKey: MasterKey; mostMails?: number },
): Promise<number> {
  const settings = await readMailSettings(context.db);
  if (settings === null) return 0;
  let send: SendMail | null = null;
  let count = 0;
  while (count < (input.mostMails ?? 200)) {
    const now = context.clock.now();
    const mail = await claimNextMail(context.db, { at: now, leaseUntil: new Date(now.getTime() + leaseLength) });
    if (!mail) break;
    send ??= await openSmtp(settings, input.masterKey);
    count += 1;
    // A server that cannot be reached is not asked again for each mail of the queue.
    if (!(await sendOne(context, mail, send))) break;
  }
  return count;
}

/** False where the server could not be reached. The outcome is on disk before the next mail is taken. */
async function sendOne(context: Context, mail: QueuedMail, send: SendMail): Promise<boolean> {
  const { status, answer } = await send({
    messageId: mail.message_id,
    toName: mail.to_name,
    toAddress: mail.to_address,
    subject: mail.subject,
    text: mail.text_body,
    html: mail.html_body,
  });
  const now = context.clock.now();
  const pause = pauses[mail.attempts - 1];
  if (status === 'accepted') await endMail(context.db, { id: mail.id, state: 'sent', answer, at: now });
  else if (status === 'refused' || pause === undefined)
    await endMail(context.db, { id: mail.id, state: 'failed', answer, at: now });
  else await postponeMail(context.db, { id: mail.id, answer, dueAt: new Date(now.getTime() + pause) });
  return status !== 'unreachable';
}
