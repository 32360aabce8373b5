import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { queueMails } from '../../../platform/mail/mail-queue.repository.ts';
import { readMailSettings } from '../../../platform/mail/mail-settings.ts';
import { loadMailTexts, writeNoticeMail } from './notice-mail.ts';
import { sendMailJob } from './notifications.jobs.ts';
import { type DigestRow, readForDigests } from './notifications.read-model.ts';
import { markMailed } from './notifications.repository.ts';
import type { DaysOff } from './remind-people.ts';
import { digestMorning } from './reminder-days.ts';

/** The digest of 07:30 on working days: one mail a person and day, daily and weekly things together. May run any number of times. */
export async function sendDigests(outer: Context, input: { daysOff: DaysOff }): Promise<number> {
  return inTransaction(outer, async (context) => {
    const { db } = context;
    const now = context.clock.now();
    const settings = await readMailSettings(db);
    const today = dayInDepartment(now);
    const morning = digestMorning(now, await input.daysOff(context, { from: today, to: today }));
    if (settings === null || morning === null) return 0;
    const byPerson = Map.groupBy(await readForDigests(db, morning), ({ personId }) => personId);
    if (byPerson.size === 0) return 0;
    const textsIn = await loadMailTexts();
    const { publicUrl, senderName } = settings;
    const mails = [...byPerson.values()].flatMap((rows) => {
      const [addressee] = rows;
      if (!addressee) return [];
      const texts = textsIn(addressee.language);
      const notices = newestOfEach(rows);
      return [writeNoticeMail({ addressee, notices, texts, publicUrl, senderName, digestDay: morning.day })];
    });
    const queued = new Set(await queueMails(db, { mails, settings, at: now }));
    // Who has had the digest of today keeps the rest for the next one.
    const told = mails.filter(({ key }) => queued.has(key)).map(({ personId }) => personId ?? '');
    const ids = told.flatMap((personId) => (byPerson.get(personId) ?? []).map(({ id }) => id));
    await markMailed(db, { ids, at: now });
    if (told.length > 0) await context.jobs.enqueue(context, sendMailJob, {});
    return told.length;
  });
}

/** Pure: of several reminders of one thing only the last is told. The rows come newest first. */
export function newestOfEach(rows: readonly DigestRow[]): DigestRow[] {
  const newest = new Map<string, DigestRow>();
  for (const row of rows) if (!newest.has(row.subject)) newest.set(row.subject, row);
  return [...newest.values()];
}
