import { X509Certificate } from 'node:crypto';
import type { z } from 'zod';
import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { lockSetting } from '../../../platform/database/settings.ts';
import { notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { EndpointInput } from '../../../platform/http/contract.ts';
import { writeMailBody } from '../../../platform/mail/mail-body.ts';
import { messageIdOf, readMailQueue } from '../../../platform/mail/mail-queue.repository.ts';
import { type MailSettings, readMailSettings, writeMailSettings } from '../../../platform/mail/mail-settings.ts';
import { openSmtp } from '../../../platform/mail/smtp-client.ts';
import type { MasterKey } from '../../../platform/signing/master-key.ts';
import type { changeMail, mailState } from '../notifications-administration.contract.ts';
import { loadMailTexts } from './notice-mail.ts';
import { mailAuthorityNotValid, mailNotSet, mailNotTaken, mailPasswordInClear } from './notifications.errors.ts';
import { mayAdministerNotifications } from './notifications.policy.ts';
import { readEmailOf } from './notifications.read-model.ts';
import { personOf } from './notifications.service.ts';

export interface MailPorts {
  readonly masterKey: MasterKey;
  readonly publicUrl: string;
}
type State = z.infer<typeof mailState>;
type Wanted = EndpointInput<typeof changeMail>['body'];

export async function readMailState(context: Context, ports: MailPorts): Promise<State> {
  if (!mayAdministerNotifications(context.actor)) throw notPermitted();
  const { waiting, lastSentAt, troubles } = await readMailQueue(context.db);
  const settings = await readMailSettings(context.db);
  return {
    server: settings === null ? null : withoutPassword(settings),
    usualPublicUrl: ports.publicUrl,
    waiting,
    lastSentAt: lastSentAt?.toISOString() ?? null,
    troubles: troubles.map((one) => ({
      ...one,
      state: one.state === 'failed' ? 'failed' : 'retrying',
      at: one.at.toISOString(),
    })),
  };
}

/** Sets the one official sender. The password is sealed and never read out again; the history keeps all but it. */
export async function changeMailServer(outer: Context, wanted: Wanted, ports: MailPorts): Promise<State> {
  if (!mayAdministerNotifications(outer.actor)) throw notPermitted();
  const { server } = wanted;
  return inTransaction(outer, async (context) => {
    await lockSetting(context.db, 'mail');
    const former = await readMailSettings(context.db);
    if (server && server.version !== (former?.version ?? 0)) throw versionConflict({ current: former?.version ?? 0 });
    if (server) checkServer(server, former);
    const { password = null, version: _version, ...settings } = server ?? {};
    await writeMailSettings(context.db, {
      masterKey: ports.masterKey,
      settings: server ? (settings as Omit<MailSettings, 'sealedPassword' | 'version'>) : null,
      // A password belongs to the server that it was given for: another host does not get it.
      password: password === null && former && server && former.host !== server.host ? '' : password,
      former,
    });
    const after = await readMailSettings(context.db);
    await recordAudit(context, {
      subjectKind: 'setting',
      subjectId: 'mail',
      action: 'notifications.change_mail',
      before: former && withoutPassword(former),
      after: after && withoutPassword(after),
    });
    return readMailState(context, ports);
  });
}

function checkServer(server: NonNullable<Wanted['server']>, former: MailSettings | null): void {
  const hasPassword = server.password === null ? former?.sealedPassword != null : server.password !== '';
  if (server.security === 'none' && server.user !== '' && hasPassword) throw mailPasswordInClear();
  if (server.authority === '') return;
  try {
    new X509Certificate(server.authority);
  } catch {
    throw mailAuthorityNotValid();
  }
}

/** Sends a mail to the administrator who asks, now and past the queue, and gives the words of the server. */
export async function sendTestMailTo(
  context: Context,
  ports: MailPorts,
): Promise<{ toAddress: string; answer: string }> {
  if (!mayAdministerNotifications(context.actor)) throw notPermitted();
  const settings = await readMailSettings(context.db);
  if (settings === null) throw mailNotSet();
  const { actor } = context;
  const toAddress = await readEmailOf(context.db, personOf(context));
  const texts = (await loadMailTexts())(actor.language);
  const subject = texts('mail.test_subject');
  const body = writeMailBody({
    language: actor.language,
    subject,
    intro: texts('mail.test_text', { name: actor.name }),
    items: [],
    footer: texts('mail.footer', { sender: settings.senderName }),
    settingsLink: `${settings.publicUrl.replace(/\/+$/, '')}/desk/administration/mail`,
    settingsLabel: texts('mail.test_settings'),
  });
  const messageId = messageIdOf(`test:${context.requestId}`, settings);
  const send = await openSmtp(settings, ports.masterKey);
  const outcome = await send({ messageId, toName: actor.name, toAddress, subject, ...body });
  if (outcome.status !== 'accepted') throw mailNotTaken({ answer: outcome.answer });
  return { toAddress, answer: outcome.answer };
}

function withoutPassword({ sealedPassword, ...settings }: MailSettings) {
  return { ...settings, hasPassword: sealedPassword !== null };
}
