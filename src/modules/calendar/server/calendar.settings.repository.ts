import type { Database } from '../../../platform/database/tables.ts';
import type { CalendarSettings } from '../calendar.shapes.contract.ts';

/** False where somebody else has saved meanwhile. */
export async function updateSettings(db: Database, settings: CalendarSettings, version: number): Promise<boolean> {
  const result = await db
    .updateTable('calendar_setting')
    .set((eb) => ({
      round_years: settings.roundYears,
      suggest_days: settings.suggestDays,
      look_ahead_days: settings.lookAheadDays,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', 'house')
    .where('version', '=', version)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1;
}
