import { convertFrom, recogniseOldEncoding, restoreCapitals } from './old-encodings.ts';
import { DocumentReadError, type ReadBlock, type ReadDocument, type ReadWarning } from './read-types.ts';

/** Plain text in any encoding that is met. Lines stay as they came: what is a paragraph, the reader of the text decides. */
export function readPlainText(bytes: Uint8Array): ReadDocument {
  return readPastedText(decodeText(bytes));
}

/** Text from a box of a form. */
export function readPastedText(raw: string): ReadDocument {
  const warnings: ReadWarning[] = [];
  let text = raw.normalize('NFC');
  const encoding = recogniseOldEncoding(text);
  if (encoding !== null) {
    text = convertFrom(encoding, text).normalize('NFC');
    if (encoding === 'tcvn3') text = restoreCapitals(text.replace(/\r\n?/gu, '\n'));
    warnings.push(`converted-${encoding}`);
  }
  const block: ReadBlock = { kind: 'paragraph', text, isCentred: false, isInLayout: false, page: null };
  return { kind: 'text', blocks: [block], text, marginText: '', pageCount: null, warnings };
}

/** UTF-8 and UTF-16 with or without a byte order mark; what is neither is read letter by letter as Windows shows it. */
export function decodeText(bytes: Uint8Array): string {
  const encoding = byMark(bytes) ?? byZeros(bytes);
  if (encoding !== null) return decode(bytes, encoding);
  try {
    return decode(bytes, 'utf-8');
  } catch {
    if (bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)))
      throw new DocumentReadError('platform.document_foreign', { kind: '?' });
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' }).decode(bytes);
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Latin text in UTF-16 has a zero in nearly every pair, on the side that tells the order of the bytes. */
function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2_000);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = sample.length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.4 && odd < pairs * 0.05 ? 'utf-16be' : null;
}
