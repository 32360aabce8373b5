import type { BinaryAnswer, UploadedFile } from '../../../platform/http/route.ts';
import { checkNotDocx, unreadable } from './registry.errors.ts';

/** Findings of a dropped file; it is looked at in memory, in a thread of its own, and kept nowhere. */
export async function checkFile(file: UploadedFile | null) {
  const { checkInThread } = await import('../../../platform/documents/check/check-in-thread.ts');
  const { form, findings } = await explained(() => checkInThread(bytesOf(file)));
  return { form, findings: findings.map((finding) => ({ ...finding, words: { ...finding.words } })) };
}

export async function mendFile(input: { file: UploadedFile | null; ids: string }): Promise<BinaryAnswer> {
  const { mendInThread } = await import('../../../platform/documents/check/check-in-thread.ts');
  const ids = input.ids.split(/\r?\n/).filter((id) => id !== '');
  const mended = await explained(() => mendInThread(bytesOf(input.file), ids));
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

async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  const { UnreadableDocument } = await import('../../../platform/documents/check/docx-package.ts');
  try {
    return await work();
  } catch (error) {
    throw error instanceof UnreadableDocument ? (unreadable[error.reason] ?? checkNotDocx)() : error;
  }
}
