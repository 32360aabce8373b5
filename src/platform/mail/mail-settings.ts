import { z } from 'zod';
import { readSetting, writeSetting } from '../database/settings.ts';
import type { Database } from '../database/tables.ts';
import type { MasterKey } from '../signing/master-key.ts';
import { seal, unseal } from '../signing/sealing.ts';

const settingKey = 'mail';
const purpose = 'mail-password';

/** `tls`: from the first byte; `starttls`: refuses to go on where the server does not offer it; `none`: a relay in the own network. */
export const mailSecurity = z.enum(['tls', 'starttls', 'none']);

const storedSettings = z.object({
  host: z.string(),
  port: z.number().int(),
  security: mailSecurity,
  user: z.string(),
  sealedPassword: z.string().nullable(),
  senderName: z.string(),
  senderAddress: z.string(),
  publicUrl: z.string(),
  /** The province's own certificate authority in PEM; empty: those that Node knows. */
  authority: z.string(),
  version: z.number().int(),
});
export type MailSettings = z.infer<typeof storedSettings>;

/** Null where no mail server has been set: nothing is sent then. */
export async function readMailSettings(db: Database): Promise<MailSettings | null> {
  const value = await readSetting(db, settingKey);
  return value === null ? null : storedSettings.parse(value);
}

/** `password`: null keeps the one that is stored, an empty text removes it. Null instead of settings: no mail from now on. */
export async function writeMailSettings(
  db: Database,
  input: {
    masterKey: MasterKey;
    settings: Omit<MailSettings, 'sealedPassword' | 'version'> | null;
    password: string | null;
    former: MailSettings | null;
  },
): Promise<void> {
  const { masterKey, settings, password, former } = input;
  if (settings === null) return writeSetting(db, { key: settingKey, value: null });
  const sealedPassword =
    password === null
      ? (former?.sealedPassword ?? null)
      : password === ''
        ? null
        : seal({ masterKey, purpose, secret: password });
  const value: MailSettings = { ...settings, sealedPassword, version: (former?.version ?? 0) + 1 };
  await writeSetting(db, { key: settingKey, value });
}

export function passwordOf(settings: MailSettings, masterKey: MasterKey): string {
  return settings.sealedPassword === null ? '' : unseal({ masterKey, purpose, sealed: settings.sealedPassword });
}
