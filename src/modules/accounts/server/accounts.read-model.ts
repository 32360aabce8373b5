import type { Context } from '../../../platform/context.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { Me } from '../accounts.contract.ts';
import { departmentReaders, roles } from '../accounts.roles.ts';
import { holdsRole } from './accounts.permission.ts';
import { canAdminister } from './accounts.policy.ts';
import './accounts.tables.ts';

type Grant = Me['grants'][number];

/** The person as the desk needs it: grants by name, and what the desk may offer. */
export async function readMe(context: Context): Promise<Me> {
  const { actor, db } = context;
  const person = await db
    .selectFrom('person')
    .selectAll()
    .where('id', '=', actor.personId ?? '')
    .executeTakeFirst();
  if (!person) throw notFound();
  return {
    person: {
      id: person.id,
      fullName: person.full_name,
      email: person.email,
      language: person.language,
      positionTitle: person.position_title,
      version: person.version,
    },
    grants: (await readGrantsOf(db, [person.id])).get(person.id) ?? [],
    abilities: {
      administer: canAdminister(actor, 'read_people'),
      readHistory: canAdminister(actor, 'read_history'),
      administerMail: holdsRole(actor, ['administrator']),
      changePortal: canAdminister(actor, 'change_portal'),
      importDirective: holdsRole(actor, ['administrator', 'publishing_editor']),
      readRegistry: holdsRole(actor, [...departmentReaders, 'division_officer', 'commune_officer', 'commune_approver']),
      readReports: holdsRole(actor, ['administrator', 'leader', 'publishing_editor', 'auditor']),
    },
    isExample: person.is_example,
  };
}

async function readGrantsOf(db: Database, personIds: readonly string[]): Promise<Map<string, Grant[]>> {
  const found = new Map<string, Grant[]>();
  if (personIds.length === 0) return found;
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('unit', 'unit.id', 'role_grant.unit_id')
    .select(['person_id', 'role', 'unit_id', 'names'])
    .where('person_id', 'in', [...personIds])
    .where('role_grant.valid_to', 'is', null)
    .execute();
  for (const row of rows) {
    const role = roles.find((known) => known === row.role);
    if (!role) continue;
    const list = found.get(row.person_id) ?? [];
    list.push({ role, unitId: row.unit_id, unitName: row.names.vi ?? row.unit_id });
    found.set(row.person_id, list);
  }
  return found;
}

const pageSize = 50;

/** People, filtered and paged in the database. A commune's approver sees the own commune only. */
export async function readPeople(
  context: Context,
  filter: { search?: string | undefined; unitId?: string | undefined; page: number },
) {
  const { actor, db } = context;
  const seesAll =
    canAdminister(actor, 'disable_person') || holdsRole(actor, ['leader', 'publishing_editor', 'auditor']);
  const ownUnits = actor.grants.flatMap((grant) => [...grant.unitIds]);
  let query = db.selectFrom('person');
  if (filter.search) {
    const pattern = `%${filter.search.replace(/[%_\\]/g, '\\$&')}%`;
    query = query.where((eb) => eb.or([eb('full_name', 'ilike', pattern), eb('email', 'ilike', pattern)]));
  }
  const asked = filter.unitId ? [filter.unitId] : null;
  const units = seesAll ? asked : (asked ?? ownUnits).filter((unitId) => ownUnits.includes(unitId));
  if (units) {
    query = query.where('person.id', 'in', (eb) =>
      eb
        .selectFrom('role_grant')
        .select('person_id')
        .where('unit_id', 'in', units.length ? units : ['']),
    );
  }
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const people = await query
    .selectAll('person')
    .orderBy('full_name')
    // Two people of one name keep their places from page to page.
    .orderBy('id')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute();
  const grants = await readGrantsOf(
    db,
    people.map((person) => person.id),
  );
  return {
    total: Number(total),
    pageSize,
    people: people.map((person) => ({
      id: person.id,
      fullName: person.full_name,
      email: person.email,
      positionTitle: person.position_title,
      isDisabled: person.disabled_at !== null,
      grants: grants.get(person.id) ?? [],
    })),
    invitations: seesAll ? await readOpenInvitations(context) : [],
    abilities: { invite: canAdminister(actor, 'invite_person'), disable: canAdminister(actor, 'disable_person') },
  };
}

async function readOpenInvitations({ db, clock }: Context) {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('unit', 'unit.id', 'invitation.unit_id')
    .select(['email', 'full_name', 'role', 'names', 'expires_at'])
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .orderBy('invitation.created_at', 'desc')
    .limit(100)
    .execute();
  return rows.flatMap((row) => {
    const role = roles.find((known) => known === row.role);
    return role
      ? [
          {
            email: row.email,
            fullName: row.full_name,
            role,
            unitName: row.names.vi ?? '',
            expiresAt: row.expires_at.toISOString(),
          },
        ]
      : [];
  });
}
