import { z } from 'zod';
import { defineEndpoint } from '../../platform/http/contract.ts';

const days = z.number().int().min(1).max(60);
const version = z.number().int();

export const reminderRules = z.object({
  /** So many days before the deadline, and after it. */
  beforeDays: z.array(days).max(6),
  afterDays: z.array(days).max(6),
  /** So many days late: the head of the unit learns of it, and the lead division for communes and partners. */
  escalateAfterDays: days,
  evidenceWaitingDays: z.number().int().min(0).max(60),
  editionWaitingDays: z.number().int().min(0).max(60),
  /** Notifications that were read are forgotten after so many days. */
  keepReadDays: z.number().int().min(7).max(3650),
  version,
});
export type ReminderRules = z.infer<typeof reminderRules>;

export const readReminderRules = defineEndpoint({
  method: 'GET',
  path: '/api/reminders/rules',
  summary: 'When people are reminded, and how long notifications are kept',
  access: 'session',
  response: reminderRules,
  errors: ['platform.not_permitted'],
});
export const changeReminderRules = defineEndpoint({
  method: 'PUT',
  path: '/api/reminders/rules',
  summary: 'Change when people are reminded',
  access: 'session',
  body: reminderRules,
  response: reminderRules,
  errors: ['platform.not_permitted', 'platform.version_conflict'],
});
export const remindNow = defineEndpoint({
  method: 'POST',
  path: '/api/reminders/run',
  summary: 'Look for what is due now instead of at the next half hour; nobody is told twice',
  access: 'session',
  response: z.object({}),
  errors: ['platform.not_permitted'],
});

const security = z.enum(['tls', 'starttls', 'none']);
export const mailServer = z.object({
  host: z.string(),
  port: z.number().int(),
  security,
  user: z.string(),
  hasPassword: z.boolean(),
  senderName: z.string(),
  senderAddress: z.string(),
  publicUrl: z.string(),
  authority: z.string(),
  version,
});
export type MailServer = z.infer<typeof mailServer>;
export const mailState = z.object({
  /** Null: no mail server has been set, and nothing is sent. */
  server: mailServer.nullable(),
  usualPublicUrl: z.string(),
  waiting: z.number().int(),
  lastSentAt: z.iso.datetime().nullable(),
  troubles: z.array(
    z.object({
      toAddress: z.string(),
      state: z.enum(['failed', 'retrying']),
      attempts: z.number().int(),
      answer: z.string(),
      at: z.iso.datetime(),
    }),
  ),
});

export const readMail = defineEndpoint({
  method: 'GET',
  path: '/api/mail',
  summary: 'The mail server of the installation, without its password, and the mails that wait or failed',
  access: 'session',
  response: mailState,
  errors: ['platform.not_permitted'],
});
export const changeMail = defineEndpoint({
  method: 'PUT',
  path: '/api/mail',
  summary: 'Set the mail server, or null for none',
  access: 'session',
  body: z.object({
    server: z
      .object({
        host: z
          .string()
          .trim()
          .regex(/^[\w.:-]{1,253}$/),
        port: z.number().int().min(1).max(65_535),
        security,
        user: z.string().trim().max(200),
        /** Null keeps the password that is stored, an empty text removes it. */
        password: z.string().max(500).nullable(),
        senderName: z.string().trim().min(2).max(120),
        senderAddress: z.email().max(200),
        publicUrl: z.url({ protocol: /^https?$/ }).max(300),
        authority: z.string().trim().max(20_000),
        version,
      })
      .nullable(),
  }),
  response: mailState,
  errors: [
    'platform.not_permitted',
    'platform.version_conflict',
    'notifications.mail_password_in_clear',
    'notifications.mail_authority_not_valid',
  ],
});
export const sendTestMail = defineEndpoint({
  method: 'POST',
  path: '/api/mail/test',
  summary: 'Send a test mail to the signed-in administrator now',
  access: 'session',
  response: z.object({ toAddress: z.string(), answer: z.string() }),
  errors: ['platform.not_permitted', 'notifications.mail_not_set', 'notifications.mail_not_taken'],
});
