// Joins tables of earlier modules: unit (organisation).
import { sql } from 'kysely';
import type { Database } from '../../../platform/database/tables.ts';
import type { Role } from '../accounts.roles.ts';
import './accounts.tables.ts';

/** A person who may be told of something, and one unit that a role of theirs reaches. */
export interface PersonInUnit {
  readonly personId: string;
  readonly fullName: string;
  readonly email: string;
  readonly language: string;
  readonly role: Role;
  readonly unitId: string;
  /** The role is held in this very unit, not in one above it. */
  readonly isOwnUnit: boolean;
}

/** Everybody who can sign in, by role and unit, subtrees written out: some hundreds of rows in a province. */
export async function readPeopleInUnits(
  db: Database,
  input: { roles: readonly Role[]; at: Date },
): Promise<PersonInUnit[]> {
  const { rows } = await sql<PersonInUnit>`
    with recursive reach as (
      select role_grant.person_id, role_grant.role, role_grant.unit_id, role_grant.includes_subtree, true as is_own_unit
      from role_grant
      where role_grant.role = any(${[...input.roles]}::text[]) and role_grant.valid_from <= ${input.at}
        and (role_grant.valid_to is null or role_grant.valid_to > ${input.at})
      union all
      select reach.person_id, reach.role, unit.id, true, false
      from reach join unit on unit.parent_id = reach.unit_id where reach.includes_subtree)
    select reach.person_id as "personId", person.full_name as "fullName", person.email, person.language, reach.role,
      reach.unit_id as "unitId", bool_or(reach.is_own_unit) as "isOwnUnit"
    from reach join person on person.id = reach.person_id
    where person.disabled_at is null
    group by reach.person_id, person.full_name, person.email, person.language, reach.role, reach.unit_id
    order by reach.person_id, reach.unit_id, reach.role`.execute(db);
  return rows;
}
