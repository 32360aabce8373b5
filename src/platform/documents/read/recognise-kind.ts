import { openZip, type ZipFile } from './open-zip.ts';
import { DocumentReadError, type ReadKind, type ReadLimits } from './read-types.ts';

export type Recognised =
  | { readonly kind: 'docx' | 'odt'; readonly zip: ZipFile }
  | { readonly kind: Exclude<ReadKind, 'docx' | 'odt'> };

/** First bytes of what people hand in by mistake, with the name that they know it by. */
const foreign: readonly (readonly [bytes: readonly number[], name: string])[] = [
  [[0xff, 0xd8, 0xff], 'JPEG'],
  [[0x89, 0x50, 0x4e, 0x47], 'PNG'],
  [[0x47, 0x49, 0x46, 0x38], 'GIF'],
  [[0x49, 0x49, 0x2a, 0x00], 'TIFF'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'TIFF'],
  [[0x42, 0x4d], 'BMP'],
  [[0x52, 0x61, 0x72, 0x21], 'RAR'],
  [[0x37, 0x7a, 0xbc, 0xaf], '7z'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'RTF'],
  [[0x7f, 0x45, 0x4c, 0x46], 'ELF'],
  [[0x4d, 0x5a, 0x90], 'EXE'],
];
/** [MS-CFB]: old Word, and any office document under a password, are compound files. */
const packageStart = [0x50, 0x4b, 0x03, 0x04];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Plain text is harmless and quick: it needs no thread of its own. */
export function isPlainText(bytes: Uint8Array, limits: ReadLimits): boolean {
  return !startsWith(bytes, packageStart) && recogniseKind(bytes, limits).kind === 'text';
}

/** What a file is, by its content; its name says nothing. */
export function recogniseKind(bytes: Uint8Array, limits: ReadLimits): Recognised {
  if (startsWith(bytes, compoundFile)) throw compoundError(bytes);
  if (startsWith(bytes, packageStart)) return recognisePackage(bytes, limits);
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return { kind: 'pdf' };
  const known = foreign.find(([signature]) => startsWith(bytes, signature));
  if (known) throw new DocumentReadError('platform.document_foreign', { kind: known[1] });
  return { kind: 'text' };
}

function recognisePackage(bytes: Uint8Array, limits: ReadLimits): Recognised {
  const zip = openZip(bytes, limits);
  const has = (name: string) => zip.names.includes(name);
  if (has('word/document.xml')) return { kind: 'docx', zip };
  if (has('xl/workbook.xml')) throw new DocumentReadError('platform.document_foreign', { kind: 'Excel (.xlsx)' });
  if (has('ppt/presentation.xml'))
    throw new DocumentReadError('platform.document_foreign', { kind: 'PowerPoint (.pptx)' });
  const type = zip.read('mimetype')?.toString('latin1').trim() ?? '';
  if (type === 'application/vnd.oasis.opendocument.text') {
    const manifest = zip.read('META-INF/manifest.xml')?.toString('utf8') ?? '';
    // ODF 1.3, part 2: an encrypted part is named so in the manifest.
    if (manifest.includes('encryption-data')) throw new DocumentReadError('platform.document_password');
    return { kind: 'odt', zip };
  }
  throw new DocumentReadError('platform.document_foreign', { kind: type === '' ? 'ZIP' : type });
}

function compoundError(bytes: Uint8Array): DocumentReadError {
  const names = Buffer.from(bytes).toString('utf16le');
  const shifted = Buffer.from(bytes.subarray(1)).toString('utf16le');
  const has = (name: string) => names.includes(name) || shifted.includes(name);
  // [MS-OFFCRYPTO] 2.3.4: a package under a password is one stream of this name.
  if (has('EncryptedPackage')) return new DocumentReadError('platform.document_password');
  if (has('WordDocument')) return new DocumentReadError('platform.document_old_word');
  return new DocumentReadError('platform.document_foreign', { kind: has('Workbook') ? 'Excel (.xls)' : 'OLE' });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, index) => bytes[index] === value);
}
