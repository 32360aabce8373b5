import { createHash, randomBytes } from 'node:crypto';
import type { Actor, Context, Grant } from '../../../platform/context.ts';
import './accounts.tables.ts';

const sessionDays = 14;

/** Opens a session. The token is given once; the database keeps its hash only. */
export async function openSession(context: Context, personId: string): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(32).toString('base64url');
  const now = context.clock.now();
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000);
  await context.db.deleteFrom('session').where('expires_at', '<', now).execute();
  await context.db
    .insertInto('session')
    .values({ token_hash: hashToken(token), person_id: personId, created_at: now, expires_at: expiresAt })
    .execute();
  return { token, expiresAt };
}

export async function closeSession(context: Context, token: string): Promise<void> {
  await context.db.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute();
}

/** The person behind a session with the grants that hold now; null for an ended or unknown session. */
export async function readActor(token: string | null, context: Context): Promise<Actor | null> {
  if (!token) return null;
  const now = context.clock.now();
  const person = await context.db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.person_id')
    .select(['person.id', 'full_name', 'language'])
    .where('token_hash', '=', hashToken(token))
    .where('expires_at', '>', now)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!person) return null;
  return {
    personId: person.id,
    name: person.full_name,
    language: person.language,
    grants: await readGrants(context, person.id),
  };
}

/** A person as an actor without a session, for what they ordered to be made in their name; null for a disabled account. */
export async function readActorOf(context: Context, personId: string): Promise<Actor | null> {
  const person = await context.db
    .selectFrom('person')
    .select(['id', 'full_name', 'language'])
    .where('id', '=', personId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  if (!person) return null;
  const grants = await readGrants(context, person.id);
  return { personId: person.id, name: person.full_name, language: person.language, grants };
}

/** Grants of a person with the subtree written out. A province's tree has three levels, so one query takes it whole. */
export async function readGrants(context: Context, personId: string): Promise<Grant[]> {
  const now = context.clock.now();
  const rows = await context.db
    .withRecursive('reach', (query) =>
      query
        .selectFrom('role_grant')
        .select(['role_grant.id as grant_id', 'unit_id', 'includes_subtree'])
        .where('person_id', '=', personId)
        .where('valid_from', '<=', now)
        .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', now)]))
        .unionAll(
          query
            .selectFrom('reach')
            .innerJoin('unit', 'unit.parent_id', 'reach.unit_id')
            .select(['reach.grant_id', 'unit.id as unit_id', 'reach.includes_subtree'])
            .where('reach.includes_subtree', '=', true),
        ),
    )
    .selectFrom('reach')
    .innerJoin('role_grant', 'role_grant.id', 'reach.grant_id')
    .select(['role_grant.id', 'role_grant.role', 'role_grant.unit_id as granted_unit_id', 'reach.unit_id'])
    .execute();
  const grants = new Map<string, { role: string; unitId: string; unitIds: string[] }>();
  for (const row of rows) {
    const grant = grants.get(row.id) ?? { role: row.role, unitId: row.granted_unit_id, unitIds: [] };
    grant.unitIds.push(row.unit_id);
    grants.set(row.id, grant);
  }
  return [...grants.values()];
}

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
