import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { lockSetting, readSetting, writeSetting } from '../../../platform/database/settings.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import { type ReminderRules, reminderRules } from '../notifications-administration.contract.ts';
import { followUpJob } from './notifications.jobs.ts';
import { mayAdministerNotifications } from './notifications.policy.ts';

const settingKey = 'reminders';
export const usualRules: ReminderRules = {
  beforeDays: [7, 3, 1],
  afterDays: [1, 3, 7],
  escalateAfterDays: 5,
  evidenceWaitingDays: 2,
  editionWaitingDays: 1,
  keepReadDays: 90,
  version: 0,
};

export async function readRules(db: Database): Promise<ReminderRules> {
  return reminderRules.safeParse(await readSetting(db, settingKey)).data ?? usualRules;
}

export async function readPermittedRules(context: Context): Promise<ReminderRules> {
  if (!mayAdministerNotifications(context.actor)) throw notPermitted();
  return readRules(context.db);
}

export async function changeRules(outer: Context, wanted: ReminderRules): Promise<ReminderRules> {
  if (!mayAdministerNotifications(outer.actor)) throw notPermitted();
  return inTransaction(outer, async (context) => {
    await lockSetting(context.db, settingKey);
    const before = await readRules(context.db);
    if (before.version !== wanted.version) throw versionConflict({ current: before.version });
    const inOrder = (days: readonly number[]) => [...new Set(days)].sort((one, other) => other - one);
    const after: ReminderRules = {
      ...wanted,
      beforeDays: inOrder(wanted.beforeDays),
      afterDays: inOrder(wanted.afterDays).reverse(),
      version: before.version + 1,
    };
    await writeSetting(context.db, { key: settingKey, value: after });
    await recordAudit(context, {
      subjectKind: 'setting',
      subjectId: settingKey,
      action: 'notifications.change_rules',
      before,
      after,
    });
    return after;
  });
}

/** Enqueues the look that comes each half hour anyway. */
export async function remindWithoutDelay(context: Context): Promise<void> {
  if (!mayAdministerNotifications(context.actor)) throw notPermitted();
  await context.jobs.enqueue(context, followUpJob, {});
}
