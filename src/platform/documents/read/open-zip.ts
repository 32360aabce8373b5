import { inflateRawSync } from 'node:zlib';
import { DocumentReadError, type ReadLimits } from './read-types.ts';

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const mostEntries = 5_000;
/** ZIP: the end record is followed by a comment of at most 65,535 bytes. */
const farthestEnd = 22 + 0xffff;

export interface ZipFile {
  readonly names: readonly string[];
  /** The unpacked part, or null where there is none. */
  read(name: string): Buffer | null;
}

interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly localAt: number;
}

/** Opens a package of an office document. Parts are unpacked one by one, and never beyond the limit, whatever they claim. */
export function openZip(bytes: Uint8Array, limits: ReadLimits): ZipFile {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limits.mostUnpackedBytes;
  const entries = readDirectory(buffer);
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const part = unpack(buffer, entry, left);
      left -= part.length;
      return part;
    },
  };
}

function readDirectory(buffer: Buffer): Map<string, Entry> {
  const end = findEnd(buffer);
  const count = buffer.readUInt16LE(end + 10);
  if (count > mostEntries) throw new DocumentReadError('platform.document_expands');
  const entries = new Map<string, Entry>();
  let at = buffer.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== entrySignature) throw damaged();
    const nameLength = buffer.readUInt16LE(at + 28);
    const name = buffer.toString('utf8', at + 46, at + 46 + nameLength);
    entries.set(name, {
      method: buffer.readUInt16LE(at + 10),
      isEncrypted: (buffer.readUInt16LE(at + 8) & 1) === 1,
      packedSize: buffer.readUInt32LE(at + 20),
      localAt: buffer.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(buffer: Buffer): number {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - farthestEnd); at -= 1) {
    if (buffer.readUInt32LE(at) === endSignature) return at;
  }
  throw damaged();
}

function unpack(buffer: Buffer, entry: Entry, left: number): Buffer {
  const { localAt, method, packedSize } = entry;
  if (entry.isEncrypted) throw new DocumentReadError('platform.document_password');
  if (localAt + 30 > buffer.length || buffer.readUInt32LE(localAt) !== localSignature) throw damaged();
  const from = localAt + 30 + buffer.readUInt16LE(localAt + 26) + buffer.readUInt16LE(localAt + 28);
  if (from + packedSize > buffer.length || left <= 0) throw damaged();
  const packed = buffer.subarray(from, from + packedSize);
  if (method === 0) return packed;
  if (method !== 8) throw damaged();
  try {
    return inflateRawSync(packed, { maxOutputLength: left });
  } catch (error) {
    const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw isBomb ? new DocumentReadError('platform.document_expands') : damaged();
  }
}

function damaged(): DocumentReadError {
  return new DocumentReadError('platform.document_damaged');
}
