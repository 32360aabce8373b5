import type { BinaryAnswer, UploadedFile } from '../../../platform/http/route.ts';
import { checkNotDocx, unreadable } from './registry.errors.ts';

/** Findings of a dropped file; it is looked at in memory and kept nowhere. */
export async function checkFile(file: UploadedFile | null) {
  const { checkDocument } = await import('../../../platform/documents/check/check-document.ts');
  const { form, findings } = await explained(() => checkDocument(bytesOf(file)));
  return { form, findings: findings.map((finding) => ({ ...finding, words: { ...finding.words } })) };
}

export async function mendFile(input: { file: UploadedFile | null; ids: string }): Promise<BinaryAnswer> {
  const { mendDocument } = await import('../../../platform/documents/check/check-document.ts');
  const ids = input.ids.split(/\r?\n/).filter((id) => id !== '');
  const mended = await explained(() => mendDocument(bytesOf(input.file), ids));
  const name = (input.file?.fileName ?? 'van-ban.docx').replace(/\.docx$/i, '');
  return {
    fileName: `${name}-da-sua.docx`,
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: Buffer.from(mended),
  };
}

function bytesOf(file: UploadedFile | null): Buffer {
  if (!file) throw checkNotDocx();
  return file.bytes;
}

async function explained<Result>(work: () => Result): Promise<Result> {
  const { UnreadableDocument } = await import('../../../platform/documents/check/docx-package.ts');
  try {
    return work();
  } catch (error) {
    throw error instanceof UnreadableDocument ? (unreadable[error.reason] ?? checkNotDocx)() : error;
  }
}
