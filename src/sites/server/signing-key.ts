import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { lockSetting, readSetting, writeSetting } from '../../platform/database/settings.ts';
import type { Database } from '../../platform/database/tables.ts';
import { createSigningKey, jwks, type SigningKey, testKeyPrefix } from '../../platform/signing/item-signature.ts';
import type { MasterKey } from '../../platform/signing/master-key.ts';
import { seal, unseal } from '../../platform/signing/sealing.ts';

const settingKey = 'signing_key';
const purpose = 'signing-key';
const jwkSchema = z.looseObject({ kty: z.string(), crv: z.string(), x: z.string(), kid: z.string() });
const storedSchema = z.object({
  keys: z.array(z.object({ keyId: z.string(), publicJwk: jwkSchema, sealed: z.string() })),
});

export interface Signing {
  /** The key that signs from now on. */
  readonly key: SigningKey;
  /** Every public key that ever signed here: what was signed once stays verifiable. */
  readonly keys: JSONWebKeySet;
}

/**
 * Loads the signing key of the installation, or makes it at the first start. The private part lies in the database sealed
 * by the master key only. An example installation signs with a key of its own, whose id says that it is a test.
 */
export async function loadSigning(input: { db: Database; masterKey: MasterKey; isExample: boolean }): Promise<Signing> {
  const { db } = input;
  if (db.isTransaction) return loadLocked(input);
  return db.transaction().execute((transaction) => loadLocked({ ...input, db: transaction }));
}

async function loadLocked(input: { db: Database; masterKey: MasterKey; isExample: boolean }): Promise<Signing> {
  const { db, masterKey, isExample } = input;
  await lockSetting(db, settingKey);
  const value = await readSetting(db, settingKey);
  const stored = value === null ? { keys: [] } : storedSchema.parse(value);
  const present = stored.keys.findLast(({ keyId }) => keyId.startsWith(testKeyPrefix) === isExample);
  if (present) {
    const privateJwk = jwkSchema.parse(JSON.parse(unseal({ masterKey, purpose, sealed: present.sealed })));
    return { key: { keyId: present.keyId, publicJwk: present.publicJwk, privateJwk }, keys: jwks(stored.keys) };
  }
  const key = await createSigningKey({ isTest: isExample });
  const sealed = seal({ masterKey, purpose, secret: JSON.stringify(key.privateJwk) });
  const keys = [...stored.keys, { keyId: key.keyId, publicJwk: key.publicJwk, sealed }];
  await writeSetting(db, { key: settingKey, value: { keys } });
  return { key, keys: jwks(keys) };
}
