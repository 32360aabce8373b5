import { dayInDepartment } from '../../../platform/clock/clock.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { queueMails } from '../../../platform/mail/mail-queue.repository.ts';
import { type MailSettings, readMailSettings } from '../../../platform/mail/mail-settings.ts';
import { type PersonInUnit, readPeopleInUnits } from '../../accounts/index.ts';
import { readEditionsWaiting } from '../../newsroom/index.ts';
import { readEvidenceWaiting, readTasksToFollowUp } from '../../plan/index.ts';
import { alwaysInApp, type Preference, usualPreferences } from '../notifications.kinds.ts';
import { loadMailTexts, writeNoticeMail } from './notice-mail.ts';
import { sendMailJob } from './notifications.jobs.ts';
import { type PersonalPreference, readPreferenceRows } from './notifications.read-model.ts';
import { insertReminders, type ReminderRow, type WrittenReminder } from './notifications.repository.ts';
import { planReminders, type Reminder } from './plan-reminders.ts';
import { addDays, catchUpDays } from './reminder-days.ts';
import { toldRoles } from './reminder-recipients.ts';
import { readRules } from './reminder-rules.ts';

/** Public holidays between two days, as the calendar knows them. */
export type DaysOff = (context: Context, input: { from: string; to: string }) => Promise<ReadonlySet<string>>;

const dayLength = 86_400_000;

/**
 * Looks for what is due, late or waiting and tells who has to know, each once. One query a step; all in one transaction, so
 * that a reminder and its mail exist together or not at all, and a run that was killed is simply run again.
 */
export async function remindPeople(outer: Context, input: { daysOff: DaysOff }): Promise<number> {
  return inTransaction(outer, async (context) => {
    const { db } = context;
    const now = context.clock.now();
    const today = dayInDepartment(now);
    const rules = await readRules(db);
    const ago = (days: number) => new Date(now.getTime() - days * dayLength);
    const oldest = Math.max(rules.escalateAfterDays, ...rules.afterDays) + catchUpDays;
    const people = await readPeopleInUnits(db, { roles: toldRoles, at: now });
    const reminders = planReminders({
      today,
      daysOff: await input.daysOff(context, { from: today, to: today }),
      rules,
      people,
      tasks: await readTasksToFollowUp(db, {
        today,
        from: addDays(today, -oldest),
        to: addDays(today, Math.max(0, ...rules.beforeDays)),
      }),
      evidence: await readEvidenceWaiting(db, { before: ago(rules.evidenceWaitingDays) }),
      editions: await readEditionsWaiting(db, { before: ago(rules.editionWaitingDays) }),
    });
    const settings = await readMailSettings(db);
    const chosen = await readPreferenceRows(db, null);
    const rows = applyPreferences(reminders, { chosen, isMailSet: settings !== null });
    const written = await insertReminders(db, { reminders: rows, at: now });
    if (settings !== null) await mailAtOnce(context, { written, people, settings });
    return written.length;
  });
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
