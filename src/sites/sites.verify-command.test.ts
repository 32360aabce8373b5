import { expect, it } from 'vitest';
import { createSigningKey, jwks } from '../platform/signing/item-signature.ts';
import { signSnapshot } from './sites.signed-item.ts';
import { signedFileOf } from './sites.verify.ts';
import { verifyCommand } from './sites.verify-command.ts';
import { exampleSnapshot } from './testing/example-snapshot.ts';

it('says genuine, not genuine or cannot say, each with an exit code of its own', async () => {
  const key = await createSigningKey({ isTest: false });
  const snapshot = { ...(await signSnapshot(key, exampleSnapshot())), language: 'vi' as const };
  const verification = { snapshot, isGenuine: true, isTestKey: false, keyId: key.keyId };
  const item = signedFileOf(verification, 'https://example.test');
  const files: Record<string, string> = {
    'item.json': item,
    'item.jws': snapshot.jws,
    'changed.json': item.replace(snapshot.jws, `${snapshot.jws.slice(0, 60)}A${snapshot.jws.slice(61)}x`),
    'keys.json': JSON.stringify(jwks([key])),
    'others.json': JSON.stringify(jwks([await createSigningKey({ isTest: false })])),
  };
  const printed: string[] = [];
  const run = (...argv: string[]) =>
    verifyCommand(argv, {
      readFile: async (path) => files[path] ?? Promise.reject(new Error(path)),
      print: (line) => printed.push(line),
      printError: (line) => printed.push(line),
    });
  expect(await run('item.json', '--jwks', 'keys.json')).toBe(0);
  expect(printed.join('\n')).toContain(snapshot.title);
  expect(await run('--jwks', 'keys.json', 'item.jws')).toBe(0);
  expect(await run('item.json', '--jwks', 'others.json')).toBe(1);
  expect(await run('changed.json', '--jwks', 'keys.json')).toBe(1);
  expect(await run('absent.json', '--jwks', 'keys.json')).toBe(2);
  expect(await run('item.json')).toBe(2);
});
