import type { Database } from '../../../platform/database/tables.ts';
import type { CalendarSettings } from '../calendar.shapes.contract.ts';

export async function readCalendarSettings(db: Database): Promise<{ settings: CalendarSettings; version: number }> {
  const row = await db.selectFrom('calendar_setting').selectAll().where('id', '=', 'house').executeTakeFirstOrThrow();
  return {
    settings: {
      roundYears: row.round_years,
      suggestDays: row.suggest_days,
      lookAheadDays: row.look_ahead_days,
    },
    version: row.version,
  };
}
