import { expect, it } from 'vitest';
import type { DeliveryContent } from '../../modules/channels/index.ts';
import { readPage } from './site-connector.ts';

const content = { manifestHash: 'abc', sitePath: '/tin/a' } as DeliveryContent;
const page = (manifest: string, state: string) => ({
  status: 200,
  body: `<head><meta name="lantoa:manifest" content="${manifest}"><meta name="lantoa:state" content="${state}"></head>`,
});

it('finds the approved version, another version, nothing, and a withdrawal', () => {
  expect(readPage(page('abc', 'live'), { operation: 'create', content })).toEqual({
    status: 'same',
    contentHash: 'abc',
  });
  expect(readPage(page('old', 'live'), { operation: 'update', content }).status).toBe('different');
  expect(readPage({ status: 404, body: '' }, { operation: 'create', content }).status).toBe('absent');
  expect(readPage(page('abc', 'live'), { operation: 'withdraw', content }).status).toBe('different');
  expect(readPage(page('abc', 'withdrawn'), { operation: 'withdraw', content }).status).toBe('same');
  expect(readPage({ status: 410, body: '' }, { operation: 'withdraw', content }).status).toBe('same');
  expect(() => readPage({ status: 503, body: '' }, { operation: 'create', content })).toThrow('503');
});
