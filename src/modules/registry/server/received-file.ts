import { explainReadError } from '../../../platform/documents/read/read.errors.ts';
import { readDocument } from '../../../platform/documents/read/read-document.ts';
import { DocumentReadError } from '../../../platform/documents/read/read-types.ts';
import { secretDocument } from './registry.errors.ts';

const types: readonly { readonly type: string; readonly extension: RegExp; readonly starts: readonly number[] }[] = [
  { type: 'application/pdf', extension: /\.pdf$/i, starts: [0x25, 0x50, 0x44, 0x46] },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: /\.docx$/i,
    starts: [0x50, 0x4b],
  },
  { type: 'application/vnd.oasis.opendocument.text', extension: /\.odt$/i, starts: [0x50, 0x4b] },
  { type: 'application/msword', extension: /\.doc$/i, starts: [0xd0, 0xcf, 0x11, 0xe0] },
  { type: 'image/jpeg', extension: /\.jpe?g$/i, starts: [0xff, 0xd8] },
  { type: 'image/png', extension: /\.png$/i, starts: [0x89, 0x50, 0x4e, 0x47] },
];

/** What a file is by its first bytes and its name; null for what no registry takes in. It is only ever downloaded. */
export function receivedFileType({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): string | null {
  const found = types.find(
    ({ extension, starts }) => extension.test(fileName) && starts.every((byte, place) => bytes[place] === byte),
  );
  if (found) return found.type;
  return /\.txt$/i.test(fileName) && !bytes.subarray(0, 4096).includes(0) ? 'text/plain' : null;
}

const secrecy = /^\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*$/u;
const mostWords = 1_000_000;

/** The words of a file, so that the register can be searched inside; a mark of secrecy is refused. */
export async function wordsOfFile(file: { bytes: Uint8Array; type: string }): Promise<string> {
  const text = await textOf(file);
  const lines = text.split(/\r?\n/);
  if (lines.slice(0, 40).some((line) => secrecy.test(line))) throw secretDocument();
  return text.slice(0, mostWords);
}

async function textOf({ bytes, type }: { bytes: Uint8Array; type: string }): Promise<string> {
  // A picture has no words; an old .doc is kept as it came.
  if (type.startsWith('image/') || type === 'application/msword') return '';
  try {
    const { text, marginText } = await readDocument(bytes);
    return `${marginText}\n${text}`;
  } catch (error) {
    // The register keeps what came, also a file that cannot be read: a scan, one with a password. One that was only not
    // read yet, while others wait, may bear a mark of secrecy.
    if (error instanceof DocumentReadError && error.code !== 'platform.document_busy') return '';
    throw explainReadError(error);
  }
}
