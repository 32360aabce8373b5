import type { ColumnType, Generated } from 'kysely';

export type WorkState =
  | 'drafting'
  | 'in_editing'
  | 'in_appraisal'
  | 'awaiting_approval'
  | 'approved'
  | 'returned'
  | 'rejected';
export type PublicState = 'not_public' | 'scheduled' | 'live' | 'withdrawn' | 'removed';
export type PublicChangeKind = 'update' | 'correction' | 'formal_correction';
type Json<Read> = ColumnType<Read, string, string>;

export interface StoryTable {
  id: string;
  kind: string;
  unit_id: string;
  working_title: string;
  no_clause_reason: string | null;
  is_example: Generated<boolean>;
  created_by: string | null;
  version: Generated<number>;
  created_at: Date;
}
export interface StoryOccasionTable {
  story_id: string;
  date_id: string;
  created_at: Generated<Date>;
}
export interface StoryClauseTable {
  story_id: string;
  clause_id: string;
  state: 'suggested' | 'confirmed' | 'declined';
  created_at: Generated<Date>;
}
export interface EditionTable {
  id: string;
  story_id: string;
  language: string;
  code: string;
  slug: string | null;
  work_state: WorkState;
  public_state: PublicState;
  current_revision_id: string | null;
  live_revision_id: string | null;
  approved_manifest_id: string | null;
  /** What the second person judges; it counts while the edition waits for approval or is appraised. */
  submitted_manifest_id: Generated<string | null>;
  not_before: Date | null;
  source_revision_id: string | null;
  submitted_by: string | null;
  pending_change: PublicChangeKind | null;
  pending_note: string | null;
  is_machine_made: Generated<boolean>;
  first_live_at: Date | null;
  withdrawal_reason: string | null;
  version: Generated<number>;
  created_at: Date;
}
export interface RevisionTable {
  id: string;
  edition_id: string;
  number: number;
  title: string;
  lead: string;
  body: Json<unknown>;
  cover_asset_id: string | null;
  hash: string;
  created_by: string | null;
  created_at: Date;
}
export interface EditionTransitionTable {
  id: string;
  edition_id: string;
  axis: 'work' | 'public';
  action: string;
  from_state: string;
  to_state: string;
  reason: Generated<string>;
  revision_id: string | null;
  actor_id: string | null;
  created_at: Date;
}
export interface ApprovalManifestTable {
  id: string;
  edition_id: string;
  revision_id: string;
  canonical: string;
  hash: string;
  approved_by: string | null;
  created_at: Date;
}
export interface PublicChangeTable {
  id: string;
  edition_id: string;
  revision_id: string | null;
  kind: 'published' | PublicChangeKind | 'withdrawal';
  note: string;
  changes: Json<{ before: string; after: string }[]>;
  created_at: Date;
}
export interface PublishedSnapshotTable {
  edition_id: string;
  code: string;
  language: string;
  path: string;
  state: 'live' | 'withdrawn' | 'removed';
  snapshot: Json<unknown>;
  manifest_hash: string;
  published_at: Date;
  updated_at: Date;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    story: StoryTable;
    story_clause: StoryClauseTable;
    story_occasion: StoryOccasionTable;
    edition: EditionTable;
    revision: RevisionTable;
    edition_transition: EditionTransitionTable;
    approval_manifest: ApprovalManifestTable;
    public_change: PublicChangeTable;
    published_snapshot: PublishedSnapshotTable;
  }
}
