import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { requireFreePort } from './free-port.ts';

const host = '127.0.0.1';

test('a port in use is refused in words, with another port to try', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, host, resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const refusal = await requireFreePort({ host, port }).catch((error: unknown) => error);
  other.close();
  expect(refusal).toMatchObject({ name: 'StartError' });
  expect(String(refusal)).toContain(`LANTOA_PORT=${port + 1} npm start`);
});

test('a free port is free again after the look', async () => {
  await requireFreePort({ host, port: 0 });
});

test('an address that this machine has not is refused by name', async () => {
  await expect(requireFreePort({ host: '192.0.2.1', port: 0 })).rejects.toThrow('LANTOA_HOST');
});
