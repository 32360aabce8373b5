import type { Context } from '../../../platform/context.ts';
import { queueMails } from '../../../platform/mail/mail-queue.repository.ts';
import { type MailSettings, readMailSettings } from '../../../platform/mail/mail-settings.ts';
import type { PersonInUnit } from '../../accounts/index.ts';
import { alwaysInApp, type Preference, usualPreferences } from '../notifications.kinds.ts';
import { loadMailTexts, writeNoticeMail } from './notice-mail.ts';
import { sendMailJob } from './notifications.jobs.ts';
import { type PersonalPreference, readPreferenceRows } from './notifications.read-model.ts';
import { insertReminders, type ReminderRow, type WrittenReminder } from './notifications.repository.ts';
import type { Reminder } from './plan-reminders.ts';

/** Tells each person once, in the way that the person chose; to be called in a transaction. Gives how many were told. */
export async function tellPeople(
  context: Context,
  input: { reminders: readonly Reminder[]; people: readonly PersonInUnit[] },
): Promise<number> {
  const settings = await readMailSettings(context.db);
  const chosen = await readPreferenceRows(context.db, null);
  const rows = applyPreferences(input.reminders, { chosen, isMailSet: settings !== null });
  const written = await insertReminders(context.db, { reminders: rows, at: context.clock.now() });
  if (settings !== null) await mailAtOnce(context, { written, people: input.people, settings });
  return written.length;
}

/** Pure: how each reminder reaches its person; what is wanted nowhere is left out. */
export function applyPreferences(
  reminders: readonly Reminder[],
  input: { chosen: readonly PersonalPreference[]; isMailSet: boolean },
): ReminderRow[] {
  const chosen = new Map<string, Preference>(input.chosen.map((one) => [`${one.personId} ${one.kind}`, one]));
  const usual = new Map<string, Preference>(usualPreferences.map((one) => [one.kind, one]));
  return reminders.flatMap((reminder) => {
    const wanted = chosen.get(`${reminder.personId} ${reminder.kind}`) ?? usual.get(reminder.kind);
    const mail = input.isMailSet ? (wanted?.mail ?? 'none') : 'none';
    const isInApp = alwaysInApp.includes(reminder.kind) || wanted?.isInApp !== false;
    if (!isInApp && mail === 'none') return [];
    return [{ ...reminder, kind: `notifications.${reminder.kind}`, isInApp, mail }];
  });
}

/** One mail a person, whatever number of things came up in this look. */
async function mailAtOnce(
  context: Context,
  input: { written: readonly WrittenReminder[]; people: readonly PersonInUnit[]; settings: MailSettings },
): Promise<void> {
  const { settings } = input;
  const notices = Map.groupBy(
    input.written.filter(({ mail }) => mail === 'now'),
    ({ personId }) => personId,
  );
  if (notices.size === 0) return;
  const people = new Map(input.people.map((person) => [person.personId, person]));
  const textsIn = await loadMailTexts();
  const mails = [...notices].flatMap(([personId, own]) => {
    const addressee = people.get(personId);
    if (!addressee) return [];
    const texts = textsIn(addressee.language);
    const { publicUrl, senderName } = settings;
    return [writeNoticeMail({ addressee, notices: own, texts, publicUrl, senderName, digestDay: null })];
  });
  await queueMails(context.db, { mails, settings, at: context.clock.now() });
  await context.jobs.enqueue(context, sendMailJob, {});
}
