import { acceptedDocumentTypes } from '../media.contract.ts';
import { documentActive, documentDamaged, documentLocked, evidenceTypeNotAccepted } from './media.errors.ts';
import { inspectPdf } from './media.pdf.ts';

const [pdfType, wordType, sheetType] = acceptedDocumentTypes;
const mostEntries = 3000;
/** What all parts may take once unpacked; a file that unpacks to more is a bomb, not a report. */
const mostUnpackedBytes = 200 * 1024 * 1024;
const mostPartBytes = 2 * 1024 * 1024;

/** The kind by the first bytes only: `zip` may be an office document. */
export function sniffDocument(bytes: Buffer): 'pdf' | 'zip' | null {
  const text = bytes.subarray(0, 1024).toString('latin1');
  if (text.startsWith('%PDF-')) return 'pdf';
  return text.startsWith('PK\u0003\u0004') ? 'zip' : null;
}

/**
 * Looks into a document that somebody hands in before it is kept: what it is, and that nothing in it runs or reaches out.
 * No virus scanner: what it lets in is still only downloaded, never shown inside the desk.
 */
export async function inspectDocument(bytes: Buffer): Promise<{ contentType: string }> {
  const kind = sniffDocument(bytes);
  if (kind === null) throw evidenceTypeNotAccepted();
  if (kind === 'zip') return { contentType: await inspectOffice(bytes) };
  const verdict = await inspectPdf(bytes);
  if (verdict === 'damaged') throw documentDamaged();
  if (verdict === 'locked') throw documentLocked();
  if (verdict === 'active') throw documentActive();
  return { contentType: pdfType };
}

/** Macros, ActiveX, embedded programs (ECMA-376 part names); a template or picture that is fetched from elsewhere. */
const activeParts = /(?:^|\/)(?:vbaProject|vbaData)|\/activeX\/|\/embeddings\/[^/]*\.(?:bin|exe|dll|js|vbs|bat|ps1)$/i;
const reachesOut =
  /<Relationship\b(?=[^>]*TargetMode="External")(?=[^>]*Type="[^"]*\/(?:attachedTemplate|oleObject|frame|subDocument|externalLinkPath|image)")/i;

async function inspectOffice(bytes: Buffer): Promise<string> {
  const { unzipSync, strFromU8 } = await import('fflate');
  const names: string[] = [];
  let unpacked = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: (file) => {
        names.push(file.name);
        unpacked += file.originalSize;
        if (names.length > mostEntries || unpacked > mostUnpackedBytes) throw new Error('too much inside');
        const isWanted = file.name === '[Content_Types].xml' || file.name.endsWith('.rels');
        if (isWanted && file.originalSize > mostPartBytes) throw new Error('a list that is no list');
        return isWanted;
      },
    });
  } catch {
    throw documentDamaged();
  }
  const types = strFromU8(parts['[Content_Types].xml'] ?? new Uint8Array());
  const contentType = /wordprocessingml\.document\.main\+xml/.test(types)
    ? wordType
    : /spreadsheetml\.sheet\.main\+xml/.test(types)
      ? sheetType
      : null;
  if (/macroEnabled/i.test(types) || names.some((name) => activeParts.test(name))) throw documentActive();
  if (contentType === null) throw evidenceTypeNotAccepted();
  const isOutward = Object.entries(parts).some(
    ([name, part]) => name.endsWith('.rels') && reachesOut.test(strFromU8(part)),
  );
  if (isOutward) throw documentActive();
  return contentType;
}
