import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unpack = promisify(inflate);
const mostObjectStreams = 2000;
const mostBytesOfOne = 16 * 1024 * 1024;
const mostBytesOfAll = 64 * 1024 * 1024;
/** What a reader of PDF would run, open or carry along (ISO 32000-2: 12.6.4 actions, 7.11.4 embedded files). Long enough not to stand in a picture by chance. */
const activeNames = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData)(?![A-Za-z0-9_.-])/;

export type PdfVerdict = 'quiet' | 'active' | 'locked' | 'damaged';

/** Says whether something in the file would run. Objects may stand in packed streams, so those are unpacked and read too. */
export async function inspectPdf(bytes: Buffer): Promise<PdfVerdict> {
  const text = bytes.toString('latin1');
  if (!/^%PDF-\d\.\d/.test(text) || !text.slice(-2048).includes('%%EOF')) return 'damaged';
  const words = spelledOut(text);
  if (/\/Encrypt(?![A-Za-z])/.test(words)) return 'locked';
  if (activeNames.test(words)) return 'active';
  const packed = objectStreamsOf(text);
  if (packed.length > mostObjectStreams) return 'damaged';
  let total = 0;
  for (const { from, to } of packed) {
    const plain = await unpack(bytes.subarray(from, to), { maxOutputLength: mostBytesOfOne }).catch(() => null);
    total += plain?.length ?? 0;
    // What cannot be looked into is not let in.
    if (plain === null || total > mostBytesOfAll) return 'damaged';
    if (activeNames.test(spelledOut(plain.toString('latin1')))) return 'active';
  }
  return 'quiet';
}

/** Streams that hold objects (7.5.7): each place where a stream begins after a dictionary that says so. */
function objectStreamsOf(text: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const match of text.matchAll(/(?<!end)stream\r?\n/g)) {
    const before = text.slice(Math.max(0, match.index - 2000), match.index);
    const dictionary = spelledOut(before.slice(before.lastIndexOf(' obj') + 1));
    if (!/\/ObjStm(?![A-Za-z])/.test(dictionary)) continue;
    const from = match.index + match[0].length;
    const end = text.indexOf('endstream', from);
    found.push({ from, to: end < 0 ? text.length : end });
  }
  return found;
}

/** A name may be written with codes (`/J#61vaScript`, 7.3.5). */
function spelledOut(words: string): string {
  return words.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
