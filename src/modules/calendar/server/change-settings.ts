import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { CalendarSettings } from '../calendar.shapes.contract.ts';
import { keepsCalendar } from './calendar.policy.ts';
import { readCalendarSettings } from './calendar.settings.read-model.ts';
import { updateSettings } from './calendar.settings.repository.ts';

/** What counts as a round year, and how far the calendar looks ahead, for the whole house. */
export async function changeSettings(outer: Context, input: CalendarSettings & { version: number }): Promise<void> {
  await inTransaction(outer, async (context) => {
    if (!keepsCalendar(context.actor)) throw notPermitted();
    const { version, ...settings } = input;
    const before = await readCalendarSettings(context.db);
    const isSaved = await updateSettings(context.db, settings, version);
    if (!isSaved) throw versionConflict({ current: before.version });
    await recordAudit(context, {
      subjectKind: 'calendar_setting',
      subjectId: 'house',
      action: 'calendar.change_settings',
      before: before.settings,
      after: settings,
    });
  });
}
