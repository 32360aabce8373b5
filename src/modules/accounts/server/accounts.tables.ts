import type { Generated } from 'kysely';

export interface PersonTable {
  id: string;
  full_name: string;
  email: string;
  password_hash: string | null;
  language: Generated<string>;
  position_title: Generated<string>;
  is_example: Generated<boolean>;
  disabled_at: Date | null;
  version: Generated<number>;
  created_at: Date;
}
export interface RoleGrantTable {
  id: string;
  person_id: string;
  role: string;
  unit_id: string;
  includes_subtree: boolean;
  valid_from: Date;
  valid_to: Date | null;
  created_at: Date;
}
export interface SessionTable {
  token_hash: string;
  person_id: string;
  created_at: Date;
  expires_at: Date;
}
export interface InvitationTable {
  token_hash: string;
  email: string;
  full_name: string;
  role: string;
  unit_id: string;
  includes_subtree: boolean;
  invited_by: string | null;
  expires_at: Date;
  accepted_at: Date | null;
  created_at: Date;
}
export interface SignInAttemptTable {
  key: string;
  failures: number;
  blocked_until: Date | null;
  last_failure_at: Date;
}

declare module '../../../platform/database/tables.ts' {
  interface DatabaseTables {
    person: PersonTable;
    role_grant: RoleGrantTable;
    session: SessionTable;
    invitation: InvitationTable;
    sign_in_attempt: SignInAttemptTable;
  }
}
