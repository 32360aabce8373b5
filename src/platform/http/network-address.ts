import { isIPv6 } from 'node:net';

/** A /24 or /48 is enough to see an attack and says less about a person (Luật 91/2025/QH15). One network has one spelling. */
export function shortenAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/%.*$/, '');
  if (!isIPv6(plain)) return `${plain.split('.').slice(0, 3).join('.')}.0`;
  // The standard of URLs writes an address in one way only; what it leaves out between the colons are zeros.
  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const filled = [...groups, ...Array<string>(missing).fill('0'), ...(tail ? tail.split(':') : [])];
  return `${filled.slice(0, 3).join(':')}::`;
}
