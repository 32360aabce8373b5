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

/** The words of a .docx or a text, so that the register can be searched inside; a mark of secrecy is refused. */
export async function wordsOfFile(file: { bytes: Uint8Array; type: string }): Promise<string> {
  const lines = await linesOf(file);
  if (lines.slice(0, 40).some((line) => secrecy.test(line))) throw secretDocument();
  return lines.join('\n').slice(0, mostWords);
}

async function linesOf({ bytes, type }: { bytes: Uint8Array; type: string }): Promise<string[]> {
  if (type === 'text/plain') return new TextDecoder('utf-8').decode(bytes).split(/\r?\n/);
  if (!type.includes('wordprocessingml')) return [];
  const { openDocx, UnreadableDocument } = await import('../../../platform/documents/check/docx-package.ts');
  const { readDocument } = await import('../../../platform/documents/check/docx-model.ts');
  try {
    return readDocument(openDocx(bytes)).paragraphs.map(({ text }) => text);
  } catch (error) {
    // The register keeps what came, also a file that cannot be read.
    if (error instanceof UnreadableDocument) return [];
    throw error;
  }
}
