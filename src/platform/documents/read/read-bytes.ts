import { readDocx } from './read-docx.ts';
import { readOdt } from './read-odt.ts';
import { readPlainText } from './read-text.ts';
import { DocumentReadError, type ReadDocument, type ReadLimits, type ReportProgress } from './read-types.ts';
import { recogniseKind } from './recognise-kind.ts';

/** Reads a document in this very thread. Whoever serves other people calls `readDocument`, which can be stopped. */
export async function readBytes(
  bytes: Uint8Array,
  limits: ReadLimits,
  report: ReportProgress = () => {},
): Promise<ReadDocument> {
  if (bytes.length > limits.mostBytes) throw tooLarge(limits);
  const recognised = recogniseKind(bytes, limits);
  const read = await readKind(bytes, recognised, limits, report);
  if (read.text.length > limits.mostCharacters) throw tooLarge(limits);
  return read;
}

async function readKind(
  bytes: Uint8Array,
  recognised: ReturnType<typeof recogniseKind>,
  limits: ReadLimits,
  report: ReportProgress,
): Promise<ReadDocument> {
  switch (recognised.kind) {
    case 'docx':
      return readDocx(recognised.zip, limits);
    case 'odt':
      return readOdt(recognised.zip, limits);
    case 'pdf': {
      const { readPdf } = await import('./read-pdf.ts');
      return readPdf(bytes, limits, report);
    }
    case 'text':
      return readPlainText(bytes);
  }
}

function tooLarge(limits: ReadLimits): DocumentReadError {
  return new DocumentReadError('platform.document_too_large', {
    megabytes: Math.round(limits.mostBytes / 1024 / 1024),
  });
}
