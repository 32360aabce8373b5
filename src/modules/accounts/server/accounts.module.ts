import { readHistory } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { notPermitted } from '../../../platform/errors/errors.ts';
import { type Reply, route } from '../../../platform/http/route.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import * as contract from '../accounts.contract.ts';
import * as portalContract from '../accounts.portal.contract.ts';
import { accountActions, canAdminister } from './accounts.policy.ts';
import { readMe, readPeople } from './accounts.read-model.ts';
import { accountsRetentionRules } from './accounts.retention.ts';
import { disablePerson, updateProfile } from './accounts.service.ts';
import { closeSession, openSession, readActor } from './accounts.session.ts';
import { acceptInvitation, invitePerson, readInvitation } from './invitation.ts';
import { changePortalEntries, readPortalEntries } from './portal-entries.ts';
import { signInPerson } from './sign-in.ts';

/** `publicUrl` stands in invitation links. */
export function createAccountsModule({ publicUrl }: { publicUrl: string }): ServerModule {
  return defineModule({
    name: 'accounts',
    actions: [...accountActions],
    retentionRules: accountsRetentionRules,
    routes: [
      route(contract.signIn, async (context, { body }, reply) => {
        const session = await signInPerson(context, body);
        return meFor(context, session.token, session.expiresAt, reply);
      }),
      route(contract.signOut, async (context, _input, reply) => {
        if (reply.sessionToken) await closeSession(context, reply.sessionToken);
        reply.clearSessionCookie();
        return {};
      }),
      route(contract.readMe, (context) => readMe(context)),
      route(contract.updateProfile, async (context, { body }) => {
        await updateProfile(context, body);
        return readMe(context);
      }),
      route(contract.readInvitation, (context, { params }) => readInvitation(context, params.token)),
      route(contract.acceptInvitation, async (context, { params, body }, reply) => {
        const personId = await acceptInvitation(context, { ...body, token: params.token });
        const session = await openSession(context, personId);
        return meFor(context, session.token, session.expiresAt, reply);
      }),
      route(contract.listPeople, async (context, { query }) => {
        if (!canAdminister(context.actor, 'read_people')) throw notPermitted();
        return readPeople(context, query);
      }),
      route(contract.invitePerson, async (context, { body }) => {
        const { token, expiresAt } = await invitePerson(context, body);
        return { link: `${publicUrl}/desk/invitation/${token}`, expiresAt: expiresAt.toISOString() };
      }),
      route(contract.disablePerson, async (context, { params, body }) => {
        await disablePerson(context, { id: params.id, reason: body.reason });
        return {};
      }),
      route(portalContract.readPortalEntries, (context) => readPortalEntries(context)),
      route(portalContract.changePortalEntries, (context, { body }) => changePortalEntries(context, body)),
      route(contract.readWholeHistory, async (context, { query }) => {
        if (!canAdminister(context.actor, 'read_history')) throw notPermitted();
        return { rows: await readHistory(context.db, { limit: query.limit }) };
      }),
    ],
  });
}

async function meFor(context: Context, token: string, expiresAt: Date, reply: Reply) {
  // Nothing is left of the session that this browser had before, whoever opened it.
  if (reply.sessionToken) await closeSession(context, reply.sessionToken);
  reply.setSessionCookie(token, expiresAt);
  const actor = await readActor(token, context);
  return readMe({ ...context, actor: actor ?? context.actor });
}
