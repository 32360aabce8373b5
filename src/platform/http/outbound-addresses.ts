import { BlockList, isIPv4, isIPv6 } from 'node:net';

// IANA IPv4 Special-Purpose Address Registry (RFC 6890), multicast (RFC 5771) and the former class E (RFC 1112).
const refusedVersion4 = listOf('ipv4', [
  '0.0.0.0/8', // this network, unspecified
  '10.0.0.0/8', // private, RFC 1918
  '100.64.0.0/10', // carrier-grade NAT, RFC 6598
  '127.0.0.0/8', // loopback
  '169.254.0.0/16', // link-local, and the metadata services of clouds
  '172.16.0.0/12', // private, RFC 1918
  '192.0.0.0/24', // protocol assignments
  '192.0.2.0/24', // documentation
  '192.88.99.0/24', // 6to4 relays, RFC 7526
  '192.168.0.0/16', // private, RFC 1918
  '198.18.0.0/15', // benchmarks
  '198.51.100.0/24', // documentation
  '203.0.113.0/24', // documentation
  '224.0.0.0/4', // multicast
  '240.0.0.0/4', // reserved, broadcast
]);

// Only global unicast (RFC 4291) is outside. What is not in it stays refused without being named: ::, ::1, ::ffff:0:0/96
// (IPv4-mapped), 64:ff9b::/96 and 64:ff9b:1::/48 (NAT64), 100::/64, fc00::/7, fe80::/10, fec0::/10, ff00::/8.
const globalUnicast = listOf('ipv6', ['2000::/3']);
const refusedWithinGlobalUnicast = listOf('ipv6', [
  '2001::/23', // protocol assignments: Teredo, ORCHID, benchmarks
  '2001:db8::/32', // documentation
  '2002::/16', // 6to4 wraps any IPv4 address, private ones too
  '3fff::/20', // documentation, RFC 9637
]);

/** Pure: may a request that a person caused go to this address? Whatever is not plainly public is refused. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !refusedVersion4.check(address, 'ipv4');
  if (!isIPv6(address) || address.includes('%')) return false;
  return globalUnicast.check(address, 'ipv6') && !refusedWithinGlobalUnicast.check(address, 'ipv6');
}

function listOf(family: 'ipv4' | 'ipv6', networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}
