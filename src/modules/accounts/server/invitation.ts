import { randomBytes } from 'node:crypto';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted } from '../../../platform/errors/errors.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { type Role, roleFitsUnit } from '../accounts.roles.ts';
import { emailInUse, invitationNotValid, passwordTooCommon, roleNotForUnit } from './accounts.errors.ts';
import { hashPassword, isTooCommon } from './accounts.password.ts';
import { mayGrant } from './accounts.policy.ts';
import { accountHistoryDays } from './accounts.retention.ts';
import { hashToken } from './accounts.session.ts';

const daysToAccept = 7;

/** Makes an invitation. The token stands only in the answer; the database keeps its hash. */
export async function invitePerson(
  context: Context,
  input: { email: string; fullName: string; role: Role; unitId: string; includesSubtree: boolean },
): Promise<{ token: string; expiresAt: Date }> {
  return inTransaction(context, async (inside) => {
    const { db, actor, clock } = inside;
    const unit = await db
      .selectFrom('unit')
      .select(['id', 'kind', 'names'])
      .where('id', '=', input.unitId)
      .executeTakeFirst();
    if (!unit) throw notFound();
    if (!mayGrant(actor, { role: input.role, unitId: unit.id })) throw notPermitted();
    if (!roleFitsUnit(input.role, unit.kind)) throw roleNotForUnit();
    const email = input.email.trim().toLowerCase();
    await requireNewAddress(inside, email);
    const token = randomBytes(24).toString('base64url');
    const now = clock.now();
    const expiresAt = new Date(now.getTime() + daysToAccept * 86_400_000);
    await db
      .insertInto('invitation')
      .values({
        token_hash: hashToken(token),
        email,
        full_name: input.fullName,
        role: input.role,
        unit_id: unit.id,
        includes_subtree: input.includesSubtree,
        invited_by: actor.personId,
        expires_at: expiresAt,
        accepted_at: null,
        created_at: now,
      })
      .execute();
    await recordAudit(inside, {
      subjectKind: 'invitation',
      // The chain is never erased, so no address stands in it.
      subjectId: hashToken(token),
      action: 'invite',
      after: { email, role: input.role, unit: unit.names.vi ?? unit.id, unitId: unit.id },
      keepDays: accountHistoryDays,
    });
    return { token, expiresAt };
  });
}

/** Who a still open invitation is for. */
export async function readInvitation(context: Context, token: string) {
  const row = await openInvitation(context, token);
  return { email: row.email, fullName: row.full_name, role: row.role as Role, unitName: row.names.vi ?? row.unit_id };
}

/** Makes the person with the chosen password and the grant; the link works once. */
export async function acceptInvitation(
  context: Context,
  input: { token: string; fullName: string; password: string },
): Promise<string> {
  if (isTooCommon(input.password)) throw passwordTooCommon();
  // Hashing is dear on purpose: only who holds a link makes the server do it.
  await readInvitation(context, input.token);
  const passwordHash = await hashPassword(input.password);
  return inTransaction(context, async (inside) => {
    const invitation = await openInvitation(inside, input.token);
    await requireNewAddress(inside, invitation.email);
    const now = inside.clock.now();
    await inside.db
      .updateTable('invitation')
      .set({ accepted_at: now })
      .where('token_hash', '=', invitation.token_hash)
      .execute();
    return createPerson(inside, {
      fullName: input.fullName,
      email: invitation.email,
      passwordHash,
      positionTitle: '',
      isExample: false,
      role: invitation.role as Role,
      unitId: invitation.unit_id,
      includesSubtree: invitation.includes_subtree,
    });
  });
}

/** Writes a person with one grant. Used by invitations and by the first start. */
export async function createPerson(
  context: Context,
  input: {
    fullName: string;
    email: string;
    passwordHash: string;
    positionTitle: string;
    isExample: boolean;
    role: Role;
    unitId: string;
    includesSubtree: boolean;
  },
): Promise<string> {
  const now = context.clock.now();
  const id = newId(now.getTime());
  await context.db
    .insertInto('person')
    .values({
      id,
      full_name: input.fullName,
      email: input.email,
      password_hash: input.passwordHash,
      position_title: input.positionTitle,
      is_example: input.isExample,
      disabled_at: null,
      created_at: now,
    })
    .execute();
  await context.db
    .insertInto('role_grant')
    .values({
      id: newId(now.getTime()),
      person_id: id,
      role: input.role,
      unit_id: input.unitId,
      includes_subtree: input.includesSubtree,
      valid_from: now,
      valid_to: null,
      created_at: now,
    })
    .execute();
  const unit = await context.db.selectFrom('unit').select('names').where('id', '=', input.unitId).executeTakeFirst();
  await recordAudit(context, {
    subjectKind: 'person',
    subjectId: id,
    action: 'create',
    after: { fullName: input.fullName, role: input.role, unit: unit?.names.vi ?? input.unitId, unitId: input.unitId },
    keepDays: accountHistoryDays,
  });
  return id;
}

async function requireNewAddress({ db }: Context, email: string): Promise<void> {
  const existing = await db
    .selectFrom('person')
    .select('id')
    .where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email))
    .executeTakeFirst();
  if (existing) throw emailInUse();
}

async function openInvitation({ db, clock }: Context, token: string) {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('unit', 'unit.id', 'invitation.unit_id')
    .select(['token_hash', 'email', 'full_name', 'role', 'unit_id', 'includes_subtree', 'names'])
    .where('token_hash', '=', hashToken(token))
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', clock.now())
    .forUpdate('invitation')
    .executeTakeFirst();
  if (!row) throw invitationNotValid();
  return row;
}
