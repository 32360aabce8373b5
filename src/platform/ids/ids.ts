import { randomBytes, randomInt } from 'node:crypto';

/** A uuid of version 7 (RFC 9562, 5.7): sortable by the time of its making. A client may make them too. */
export function newId(millisecondsSinceEpoch: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(millisecondsSinceEpoch, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A public code: nine random characters of Crockford's base 32 and a check character. It tells nothing about the item. */
export function newPublicCode(): string {
  const body = Array.from({ length: 9 }, () => alphabet.charAt(randomInt(32))).join('');
  return body + checkCharacter(body);
}

/** Reads a code as a person types it: small letters, spaces, dashes, O for 0, I and L for 1. Null when the check fails. */
export function normalisePublicCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (!/^[0-9A-HJKMNP-TV-Z]{10}$/.test(code)) return null;
  return checkCharacter(code.slice(0, 9)) === code.charAt(9) ? code : null;
}

// A weighted sum finds each single wrong character and each swap of neighbours whose difference is not 0 modulo 31.
function checkCharacter(body: string): string {
  let sum = 0;
  for (const [index, character] of [...body].entries()) sum += (index + 1) * alphabet.indexOf(character);
  return alphabet.charAt(sum % 31);
}
