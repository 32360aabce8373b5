import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPublicAddress } from './outbound-addresses.ts';

const version4 = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
const numberOf = (address: string): number => address.split('.').reduce((value, part) => value * 256 + Number(part), 0);
/** Any address of a network, its first and its last among them. */
const within4 = (network: string): fc.Arbitrary<string> => {
  const [address = '', prefix = ''] = network.split('/');
  const size = 2 ** (32 - Number(prefix));
  return fc.integer({ min: 0, max: size - 1 }).map((offset) => version4(numberOf(address) + offset));
};
const groups = (count: number) => fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: count, maxLength: count });
const version6 = (parts: readonly number[]): string => parts.map((part) => part.toString(16)).join(':');
const within6 = (first: readonly number[]) => groups(8 - first.length).map((rest) => version6([...first, ...rest]));

const refused4 = {
  unspecified: '0.0.0.0/8',
  loopback: '127.0.0.0/8',
  'private (10)': '10.0.0.0/8',
  'private (172)': '172.16.0.0/12',
  'private (192)': '192.168.0.0/16',
  'link-local': '169.254.0.0/16',
  'carrier-grade NAT': '100.64.0.0/10',
  multicast: '224.0.0.0/4',
  reserved: '240.0.0.0/4',
  benchmarks: '198.18.0.0/15',
  documentation: '203.0.113.0/24',
};
for (const [name, network] of Object.entries(refused4))
  test(`IPv4: no ${name} address is public, nor one that wraps it in IPv6`, () => {
    fc.assert(
      fc.property(within4(network), (address) => {
        const value = numberOf(address);
        const halves = [Math.floor(value / 65_536), value % 65_536];
        const wrapped = [
          `::ffff:${address}`,
          version6([0, 0, 0, 0, 0, 0xffff, ...halves]),
          `64:ff9b::${address}`,
          version6([0x64, 0xff9b, 1, 0, 0, 0, ...halves]),
          version6([0x2002, ...halves, 0, 0, 0, 0, 1]),
          `::${address}`,
        ];
        for (const one of [address, ...wrapped]) expect([one, isPublicAddress(one)]).toEqual([one, false]);
      }),
    );
  });

const refused6 = {
  'unique local (fc)': fc.integer({ min: 0xfc00, max: 0xfdff }),
  'link-local (fe80)': fc.integer({ min: 0xfe80, max: 0xfebf }),
  'site-local (fec0)': fc.integer({ min: 0xfec0, max: 0xfeff }),
  'multicast (ff)': fc.integer({ min: 0xff00, max: 0xffff }),
  'low, not global unicast': fc.integer({ min: 0, max: 0x1fff }),
  'high, not global unicast': fc.integer({ min: 0x4000, max: 0xfbff }),
};
for (const [name, first] of Object.entries(refused6))
  test(`IPv6: no address that is ${name} is public`, () => {
    fc.assert(
      fc.property(first, groups(7), (head, rest) => {
        expect(isPublicAddress(version6([head, ...rest]))).toBe(false);
      }),
    );
  });

test('IPv6: even a public IPv4 address is refused when it is mapped, translated or tunnelled', () => {
  for (const address of ['::ffff:8.8.8.8', '64:ff9b::8.8.8.8', '2002:808:808::1', '2001:0:808:808::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
  for (const address of ['::', '::1', '0:0:0:0:0:0:0:1', 'fe80::1%eth0', '2001:db8::1', '3fff::1', '100::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, false]);
});

test('public addresses of both kinds are let through, up to the edges of what is refused', () => {
  const edges = ['9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0'];
  const others = ['169.253.255.255', '172.15.255.255', '172.32.0.0', '192.167.255.255', '223.255.255.255', '8.8.8.8'];
  for (const address of [...edges, ...others, '203.162.0.181', '2001:4860:4860::8888', '2405:4800::1'])
    expect([address, isPublicAddress(address)]).toEqual([address, true]);
  fc.assert(fc.property(within6([0x2405]), (address) => isPublicAddress(address)));
});

test('what is no address is not public', () => {
  for (const text of [
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '8.8.8',
    '8.8.8.8 ',
    '[2405::1]',
    '1.2.3.4/8',
  ])
    expect([text, isPublicAddress(text)]).toEqual([text, false]);
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/^[\d.]+$|:/.test(text)),
      (text) => !isPublicAddress(text),
    ),
  );
});
