import {
  CompactSign,
  type CryptoKey,
  calculateJwkThumbprint,
  compactVerify,
  createLocalJWKSet,
  decodeProtectedHeader,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
} from 'jose';
import { canonicalJson, type JsonValue } from './canonical-json.ts';

/** Key ids with this prefix belong to example and test installations; what they sign is no statement of an authority. */
export const testKeyPrefix = 'test-';

/** A signing key as it is kept, sealed, in the database. `isTest` stands in the key id too, so nobody can lose it. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

export interface VerifiedItem {
  readonly payload: JsonValue;
  readonly keyId: string;
  readonly isTest: boolean;
}

/** Makes an Ed25519 key (RFC 8037). Its id is the thumbprint of RFC 7638, shortened, with "test-" for examples. */
export async function createSigningKey(input: { isTest: boolean }): Promise<SigningKey> {
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const publicPart = await exportJWK(pair.publicKey);
  const keyId = `${input.isTest ? testKeyPrefix : ''}${(await calculateJwkThumbprint(publicPart)).slice(0, 16)}`;
  const common = { kid: keyId, alg: 'EdDSA', use: 'sig' };
  return {
    keyId,
    privateJwk: { ...(await exportJWK(pair.privateKey)), ...common },
    publicJwk: { ...publicPart, ...common },
  };
}

const privateKeys = new WeakMap<SigningKey, Promise<CryptoKey | Uint8Array>>();

/** Signs the canonical JSON of a payload as a compact JWS (RFC 7515). */
export async function signItem(key: SigningKey, payload: JsonValue): Promise<string> {
  let privateKey = privateKeys.get(key);
  if (!privateKey) {
    privateKey = importJWK(key.privateJwk, 'EdDSA');
    privateKeys.set(key, privateKey);
  }
  return new CompactSign(new TextEncoder().encode(canonicalJson(payload)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.keyId, typ: 'lantoa-item+jws' })
    .sign(await privateKey);
}

/** Checks a JWS against the published keys. Null when it is not genuine, whatever the reason. */
export async function verifyItem(jws: string, keys: JSONWebKeySet): Promise<VerifiedItem | null> {
  try {
    if (!isStrictlyEncoded(jws)) return null;
    const { kid } = decodeProtectedHeader(jws);
    if (!kid) return null;
    const { payload } = await compactVerify(jws, createLocalJWKSet(keys), { algorithms: ['EdDSA'] });
    const parsed: JsonValue = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
    return { payload: parsed, keyId: kid, isTest: kid.startsWith(testKeyPrefix) };
  } catch {
    return null;
  }
}

// The last letter of a base64url text can carry bits that no byte holds. A strict reader accepts one spelling only, so
// that a changed letter always shows (RFC 4648, 3.5).
function isStrictlyEncoded(jws: string): boolean {
  const parts = jws.split('.');
  return parts.length === 3 && parts.every((part) => Buffer.from(part, 'base64url').toString('base64url') === part);
}

/** The public keys as /.well-known/jwks.json serves them; never more than the public members. */
export function jwks(keys: readonly Pick<SigningKey, 'publicJwk'>[]): JSONWebKeySet {
  return {
    keys: keys.map(({ publicJwk: { kty, crv, x, kid } }) => {
      if (kty === undefined || crv === undefined || x === undefined || kid === undefined)
        throw new Error('jwks: not an Ed25519 public key');
      return { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
    }),
  };
}
