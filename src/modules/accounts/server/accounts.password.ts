import { randomBytes, randomInt, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

// OWASP's setting for scrypt: N = 2^16, r = 8, p = 1 takes 64 MiB, so the memory limit is raised above it.
const cost = { N: 65_536, r: 8, p: 1, maxmem: 96 * 1024 * 1024 };

/** Hashes a password as `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Compares in constant time; a missing hash costs the same as a wrong password, so that addresses cannot be probed. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = (stored ?? 'scrypt$65536$8$1$AAAAAAAAAAAAAAAAAAAAAA$AA').split('$');
  const [, n, r, p, salt, key] = parts;
  const derived = await derive(password, Buffer.from(salt ?? '', 'base64url'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
    maxmem: cost.maxmem,
  });
  const expected = Buffer.from(key ?? '', 'base64url');
  return stored !== null && expected.length === derived.length && timingSafeEqual(expected, derived);
}

function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

const readable = 'abcdefghijkmnpqrstuvwxyz23456789';

/** A password of four groups of four readable characters (80 bits) for accounts made at the first start. */
export function generatePassword(): string {
  const group = () => Array.from({ length: 4 }, () => readable.charAt(randomInt(readable.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

/** Passwords that fall to the first guesses. */
export function isTooCommon(password: string): boolean {
  const folded = password.toLowerCase();
  return new Set(folded).size < 5 || /^(123456|password|matkhau|qwerty|laichau|lantoa)[\d!@#.]*$/.test(folded);
}
