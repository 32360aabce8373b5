import type { MasterKey } from '../signing/master-key.ts';
import { type MailSettings, passwordOf } from './mail-settings.ts';

export interface Mail {
  readonly messageId: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * `later`: the server asks to come back (4yz, RFC 5321 4.2.1); `refused`: it will never take this mail (5yz);
 * `unreachable`: it could not be asked at all, so nothing is said about this mail.
 */
export interface MailOutcome {
  readonly status: 'accepted' | 'later' | 'refused' | 'unreachable';
  /** The words of the server. */
  readonly answer: string;
}

export type SendMail = (mail: Mail) => Promise<MailOutcome>;

const patience = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, dnsTimeout: 10_000 };

/**
 * Hands one mail to the server of the settings. The server is where an administrator says it is, in the own network too:
 * the setting is the allow-list of this way out.
 */
export async function openSmtp(settings: MailSettings, masterKey: MasterKey): Promise<SendMail> {
  // Loaded by the first mail: an installation without a mail server does not carry it in memory.
  const { createTransport } = await import('nodemailer');
  const { host, port, security, user, authority } = settings;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: { minVersion: 'TLSv1.2', ...(authority === '' ? {} : { ca: authority }) },
    ...(user === '' ? {} : { auth: { user, pass: passwordOf(settings, masterKey) } }),
    ...patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    try {
      const { response } = await transport.sendMail({ ...headersOf(mail, settings), text: mail.text, html: mail.html });
      return { status: 'accepted', answer: shortened(response) };
    } catch (error) {
      return outcomeOf(error);
    }
  };
}

function headersOf(mail: Mail, settings: MailSettings) {
  const site = new URL(settings.publicUrl).hostname;
  return {
    from: { name: settings.senderName, address: settings.senderAddress },
    to: { name: mail.toName, address: mail.toAddress },
    subject: mail.subject,
    messageId: mail.messageId,
    headers: {
      // RFC 3834 5.2: no holiday message answers this mail.
      'Auto-Submitted': 'auto-generated',
      // RFC 2919: lets a reader sort these mails without looking at the subject.
      'List-Id': `<thong-bao.${site.includes('.') ? site : `${site}.local`}>`,
    },
  };
}

/** Pure: what a failure says about the mail. A refused password says nothing about it. */
export function outcomeOf(error: unknown): MailOutcome {
  const { code, responseCode, response, message } = failureFields(error);
  const answer = shortened(code === 'ETLS' ? `${message} ${response}` : response || message);
  const isAboutMail = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (!isAboutMail || responseCode === null) return { status: 'unreachable', answer };
  // 503 says that the talk went wrong, not the mail.
  return { status: responseCode >= 500 && responseCode !== 503 ? 'refused' : 'later', answer };
}

function failureFields(error: unknown) {
  const fields = error instanceof Error ? (error as Error & Record<string, unknown>) : null;
  return {
    code: typeof fields?.code === 'string' ? fields.code : '',
    responseCode: typeof fields?.responseCode === 'number' ? fields.responseCode : null,
    response: typeof fields?.response === 'string' ? fields.response : '',
    message: fields?.message ?? String(error),
  };
}

function shortened(words: string): string {
  return words.replace(/\s+/g, ' ').trim().slice(0, 500);
}
