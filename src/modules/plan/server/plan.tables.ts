import type { ColumnType, Generated } from 'kysely';
import type { EvidenceKind } from '../plan.evidence.contract.ts';
import type { EventScope, OutputKind, Priority, Rhythm, TaskState } from '../plan.shapes.contract.ts';

export interface PlanTable {
  id: string;
  directive_id: string;
  title: string;
  year: number;
  state: 'proposed' | 'confirmed';
  version: Generated<number>;
  created_at: Date;
}
export interface ThemeTable {
  id: string;
  plan_id: string;
  key: string;
  titles: ColumnType<Record<string, string>, string, string>;
  position: number;
  created_at: Date;
}
export interface ThemeClauseTable {
  theme_id: string;
  clause_id: string;
  created_at: Generated<Date>;
}
export interface CampaignTable {
  id: string;
  plan_id: string;
  title: string;
  starts_on: string;
  peak_on: string;
  ends_on: string;
  version: Generated<number>;
  created_at: Date;
}
export interface CampaignClauseTable {
  campaign_id: string;
  clause_id: string;
  created_at: Generated<Date>;
}
export interface TaskTable {
  id: string;
  plan_id: string;
  clause_id: string;
  unit_id: string;
  mode: 'assigned' | 'requested';
  state: TaskState;
  title: string;
  expected_output: Generated<string>;
  expected_count: Generated<number>;
  rhythm: Generated<Rhythm>;
  due_on: string | null;
  note: Generated<string>;
  priority: Generated<Priority>;
  output_kind: Generated<OutputKind>;
  languages: Generated<string[]>;
  /** The day on which it was first sent; its periods count from here. */
  sent_on: string | null;
  /** Of a task per event: which events ask for it. */
  event_scope: Generated<EventScope>;
  version: Generated<number>;
  created_at: Date;
}
export interface TaskEventTable {
  task_id: string;
  event_id: string;
  created_at: Generated<Date>;
}
export interface TaskQuestionTable {
  id: string;
  task_id: string;
  question: string;
  asked_by: string | null;
  asked_at: Date;
  answer: string | null;
  answered_by: string | null;
  answered_at: Date | null;
  created_at: Generated<Date>;
}
/** What a unit does by itself beneath a task. */
export interface OwnTaskTable {
  id: string;
  task_id: string;
  title: string;
  responsible: string;
  due_on: string | null;
  state: 'open' | 'done';
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
}
/** One act: the same clauses asked of many units. */
export interface TaskRequestTable {
  id: string;
  plan_id: string;
  title: string;
  message: string;
  clause_ids: string[];
  priority: Priority;
  output_kind: OutputKind;
  languages: string[];
  expected_output: string;
  expected_count: number;
  rhythm: Rhythm;
  due_on: string | null;
  state: 'running' | 'stopped' | 'done';
  /** What goes out: the request itself, or a letter that urges. */
  kind: Generated<'request' | 'follow_up'>;
  version: Generated<number>;
  created_by: string | null;
  created_at: Date;
  finished_at: Date | null;
}
export interface TaskRequestLetterTable {
  request_id: string;
  unit_id: string;
  /** Null once somebody threw the draft away. */
  document_id: string | null;
  created_at: Date;
}
export interface TaskRequestUnitTable {
  request_id: string;
  unit_id: string;
  state: 'waiting' | 'sent' | 'unchanged';
  created_at: Generated<Date>;
}
export interface TaskChannelTable {
  task_id: string;
  channel_id: string;
  created_at: Generated<Date>;
}
export interface TaskSupportingUnitTable {
  task_id: string;
  unit_id: string;
  created_at: Generated<Date>;
}
export interface EvidenceTable {
  id: string;
  clause_id: string;
  unit_id: string;
  task_id: string | null;
  kind: EvidenceKind;
  title: string;
  url: string | null;
  figure: string | number | null;
  /** Null: handed in before it was asked. */
  shows_people: ColumnType<boolean | null, boolean | undefined, boolean | null>;
  figure_unit: Generated<string>;
  note: Generated<string>;
  occurred_on: string;
  is_by_system: boolean;
  state: 'submitted' | 'accepted' | 'returned';
  source_kind: string | null;
  source_id: string | null;
  /** Of a task per event: the date for which it stands. */
  for_date_id: Generated<string | null>;
  created_by: string | null;
  return_reason: string | null;
  version: Generated<number>;
  created_at: Date;
}
export interface EvidenceAssetTable {
  evidence_id: string;
  asset_id: string;
  position: number;
  created_at: Generated<Date>;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    plan: PlanTable;
    theme: ThemeTable;
    theme_clause: ThemeClauseTable;
    campaign: CampaignTable;
    campaign_clause: CampaignClauseTable;
    task: TaskTable;
    task_channel: TaskChannelTable;
    task_supporting_unit: TaskSupportingUnitTable;
    task_event: TaskEventTable;
    task_question: TaskQuestionTable;
    own_task: OwnTaskTable;
    task_request: TaskRequestTable;
    task_request_unit: TaskRequestUnitTable;
    task_request_letter: TaskRequestLetterTable;
    evidence: EvidenceTable;
    evidence_asset: EvidenceAssetTable;
  }
}
