import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseXml, writeXml, type XmlElement, XmlFault } from '../xml-tree.ts';

export type UnreadableReason = 'too_large' | 'not_docx' | 'old_word' | 'password' | 'damaged';

/** The file cannot be checked; `reason` says what it is, so that a person knows what to do. */
export class UnreadableDocument extends Error {
  readonly reason: UnreadableReason;
  constructor(reason: UnreadableReason) {
    super(reason);
    this.name = 'UnreadableDocument';
    this.reason = reason;
  }
}

const largestFile = 25 * 1024 * 1024;
const largestPart = 30 * 1024 * 1024;
const largestWhole = 120 * 1024 * 1024;
const mostParts = 2000;
const deepestNesting = 200;

export interface DocxPackage {
  readonly files: Record<string, Uint8Array>;
  /** Parsed parts, each once; what a mend changes in them is written back. */
  readonly parts: Map<string, XmlElement>;
}

export function openDocx(bytes: Uint8Array): DocxPackage {
  if (bytes.length > largestFile) throw new UnreadableDocument('too_large');
  const [first, second] = bytes;
  // An OLE file: Word before 2007, or an encrypted .docx, which names its stream in UTF-16.
  if (first === 0xd0 && second === 0xcf) {
    const isEncrypted = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw new UnreadableDocument(isEncrypted ? 'password' : 'old_word');
  }
  if (first !== 0x50 || second !== 0x4b) throw new UnreadableDocument('not_docx');
  let whole = 0;
  let count = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        whole += originalSize;
        count += 1;
        if (originalSize > largestPart || whole > largestWhole || count > mostParts)
          throw new UnreadableDocument('too_large');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof UnreadableDocument ? error : new UnreadableDocument('damaged');
  }
  if (!files['word/document.xml']) throw new UnreadableDocument('not_docx');
  return { files, parts: new Map() };
}

/** A part as a tree; undefined where the document has none of that name. */
export function readPart(docx: DocxPackage, path: string): XmlElement | undefined {
  const known = docx.parts.get(path);
  const bytes = docx.files[path];
  if (known || !bytes) return known;
  try {
    const tree = parseXml(strFromU8(bytes).replace(/^\ufeff/, ''), { deepest: deepestNesting, keepsMarkup: true });
    docx.parts.set(path, tree);
    return tree;
  } catch (error) {
    if (error instanceof XmlFault) throw new UnreadableDocument('damaged');
    throw error;
  }
}

export function closeDocx(docx: DocxPackage): Uint8Array {
  const changed = [...docx.parts].map(([path, tree]) => [path, strToU8(writeXml(tree))] as const);
  return zipSync({ ...docx.files, ...Object.fromEntries(changed) }, { level: 6 });
}
