import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonValue, sha256Hex } from './canonical-json.ts';
import { createSigningKey, jwks, signItem, verifyItem } from './item-signature.ts';
import { loadMasterKey, masterKeyPath } from './master-key.ts';
import { seal, unseal } from './sealing.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

describe('canonical JSON', () => {
  it('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const value = data as Record<string, JsonValue>;
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
  it('writes the example of RFC 8785, 3.2.2', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27],
      string: '€$\u000F\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });
  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow();
    expect(() => canonicalJson('\ud800')).toThrow();
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('signed items', () => {
  it('verify with the published key and say when the key is a test key', async () => {
    const key = await createSigningKey({ isTest: true });
    const jws = await signItem(key, { title: 'Lễ hội Gầu Tào', code: 'A' });
    const set = jwks([key]);
    expect(key.keyId).toMatch(/^test-/);
    expect(JSON.stringify(set)).not.toContain('"d"');
    expect(await verifyItem(jws, set)).toEqual({
      payload: { code: 'A', title: 'Lễ hội Gầu Tào' },
      keyId: key.keyId,
      isTest: true,
    });
    expect(await verifyItem(jws, jwks([await createSigningKey({ isTest: false })]))).toBeNull();
  });
  it('do not verify after a change of any single letter', async () => {
    const key = await createSigningKey({ isTest: false });
    const jws = await signItem(key, { code: 'ABCDEFGHJ0', text: 'Tết' });
    const set = jwks([key]);
    for (let index = 0; index < jws.length; index++) {
      const other = alphabet.charAt((alphabet.indexOf(jws.charAt(index)) + 1) % alphabet.length);
      expect(await verifyItem(jws.slice(0, index) + other + jws.slice(index + 1), set), `letter ${index}`).toBeNull();
    }
  });
  it('do not verify after any random damage, nor with another algorithm', async () => {
    const key = await createSigningKey({ isTest: false });
    const jws = await signItem(key, { text: 'x' });
    const set = jwks([key]);
    const property = fc.asyncProperty(
      fc.nat(jws.length - 1),
      fc.constantFrom(...alphabet, ''),
      async (index, letter) => {
        const damaged = jws.slice(0, index) + letter + jws.slice(index + 1);
        if (damaged !== jws) expect(await verifyItem(damaged, set)).toBeNull();
      },
    );
    await fc.assert(property, { numRuns: 150 });
    const none = `${Buffer.from(JSON.stringify({ alg: 'none', kid: key.keyId })).toString('base64url')}.${jws.split('.')[1]}.`;
    expect(await verifyItem(none, set)).toBeNull();
    expect(await verifyItem('', set)).toBeNull();
  });
});

describe('sealed secrets', () => {
  const masterKey = new Uint8Array(32).fill(7);
  it('open with the same key and purpose only', () => {
    const sealed = seal({ masterKey, purpose: 'signing-key', secret: 'bí mật' });
    expect(sealed).not.toContain('bí');
    expect(unseal({ masterKey, purpose: 'signing-key', sealed })).toBe('bí mật');
    expect(() => unseal({ masterKey, purpose: 'channel', sealed })).toThrow();
    expect(() => unseal({ masterKey: new Uint8Array(32), purpose: 'signing-key', sealed })).toThrow();
  });
  it('do not open after a change of any single letter', () => {
    const sealed = seal({ masterKey, purpose: 'p', secret: 'x' });
    for (let index = 0; index < sealed.length; index++) {
      const other = alphabet.charAt((alphabet.indexOf(sealed.charAt(index)) + 1) % alphabet.length);
      expect(() =>
        unseal({ masterKey, purpose: 'p', sealed: sealed.slice(0, index) + other + sealed.slice(index + 1) }),
      ).toThrow();
    }
  });
});

describe('master key', () => {
  it('is made once, beside the data folder, readable by its owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'master-key-'));
    const dataFolder = join(folder, 'data');
    const loaded = await Promise.all([1, 2, 3].map(() => loadMasterKey({ env: null, dataFolder })));
    expect(loaded[1]).toEqual(loaded[0]);
    expect(loaded[2]).toEqual(loaded[0]);
    const path = masterKeyPath(dataFolder);
    expect(path.startsWith(`${dataFolder}/`)).toBe(false);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await readFile(path, 'utf8')).trim()).toHaveLength(44);
    expect(await readdir(join(path, '..'))).toEqual(['master.key']);
    await chmod(path, 0o644);
    await expect(loadMasterKey({ env: null, dataFolder })).rejects.toThrow('600');
    await rm(folder, { recursive: true });
  });
  it('comes from LANTOA_KEY where it is given, and a malformed one is refused', async () => {
    expect(await loadMasterKey({ env: '00'.repeat(32), dataFolder: 'x' })).toEqual(new Uint8Array(32));
    await expect(loadMasterKey({ env: 'short', dataFolder: 'x' })).rejects.toThrow('LANTOA_KEY');
  });
});
