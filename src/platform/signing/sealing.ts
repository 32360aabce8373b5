import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { MasterKey } from './master-key.ts';

const version = 'v1';
const nonceLength = 12;
const tagLength = 16;

/**
 * Seals a secret for the database with AES-256-GCM. `purpose` (`signing-key`, `channel:<id>`) is bound to it, so that a
 * sealed value copied to another row does not open there.
 */
export function seal(input: { masterKey: MasterKey; purpose: string; secret: string }): string {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', input.masterKey, nonce);
  cipher.setAAD(Buffer.from(`${version}:${input.purpose}`));
  const body = Buffer.concat([cipher.update(input.secret, 'utf8'), cipher.final()]);
  return `${version}.${Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')}`;
}

/** Opens what `seal` made. Throws when the key, the purpose or one byte differs. */
export function unseal(input: { masterKey: MasterKey; purpose: string; sealed: string }): string {
  const [prefix, encoded, ...rest] = input.sealed.split('.');
  const bytes = Buffer.from(encoded ?? '', 'base64url');
  const isWhole = prefix === version && rest.length === 0 && bytes.toString('base64url') === encoded;
  if (!isWhole || bytes.length < nonceLength + tagLength) throw new Error('unseal: not a sealed secret');
  const decipher = createDecipheriv('aes-256-gcm', input.masterKey, bytes.subarray(0, nonceLength));
  decipher.setAAD(Buffer.from(`${version}:${input.purpose}`));
  decipher.setAuthTag(bytes.subarray(-tagLength));
  const body = decipher.update(bytes.subarray(nonceLength, -tagLength));
  return Buffer.concat([body, decipher.final()]).toString('utf8');
}
