import type { ColumnType, Generated } from 'kysely';
import type {
  Audience,
  ClockWork,
  DateState,
  EventKind,
  EventRule,
  EvidenceLevel,
} from '../calendar.shapes.contract.ts';

type Json<Value> = ColumnType<Value, string, string>;
type Names = Record<string, string>;

export interface CalendarEventTable {
  id: string;
  reference_id: string | null;
  kind: EventKind;
  titles: Json<Names>;
  description: Generated<string>;
  rule: Json<EventRule>;
  lasts_days: Generated<number>;
  start_time: string | null;
  end_time: string | null;
  valid_from: string | null;
  valid_to: string | null;
  since_year: number | null;
  days_off: number | null;
  place: Generated<string>;
  place_unit_id: string | null;
  unit_id: string;
  audience: Audience | null;
  is_major: Generated<boolean>;
  is_abroad: Generated<boolean>;
  clause_id: string | null;
  initial_state: 'rumoured' | 'planned' | 'confirmed';
  source: Generated<string>;
  evidence: EvidenceLevel;
  note: Generated<string>;
  work: ColumnType<ClockWork | null, ClockWork | null | undefined, ClockWork | null>;
  lead_days: Generated<number>;
  import_uid: string | null;
  import_hash: string | null;
  edited_at: Date | null;
  folded: string;
  created_by: string | null;
  version: Generated<number>;
  created_at: Date;
}
export interface CalendarDateTable {
  id: string;
  event_id: string;
  /** The day by the rule, which names the date within its series even after it has been moved. */
  original_on: string;
  /** Of a clock that counts from an event abroad: that event's date. */
  for_date_id: string | null;
  starts_on: string;
  ends_on: string;
  start_time: string | null;
  end_time: string | null;
  state: DateState;
  is_changed: Generated<boolean>;
  own_titles: ColumnType<Names | null, string | null, string | null>;
  own_place: string | null;
  postponed_to: string | null;
  reason: Generated<string>;
  audience_count: number | null;
  audience_note: Generated<string>;
  first_confirmed_at: Date | null;
  unit_id: string;
  changed_at: Date;
  version: Generated<number>;
  created_at: Date;
}
export interface CalendarFeedTable {
  id: string;
  person_id: string;
  unit_id: string | null;
  token_hash: string;
  last_read_at: Date | null;
  revoked_at: Date | null;
  created_at: Date;
}
export interface CalendarSettingTable {
  id: string;
  round_years: number[];
  suggest_days: number;
  look_ahead_days: number;
  version: Generated<number>;
  created_at: Generated<Date>;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    calendar_event: CalendarEventTable;
    calendar_date: CalendarDateTable;
    calendar_feed: CalendarFeedTable;
    calendar_setting: CalendarSettingTable;
  }
}
