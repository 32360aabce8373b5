import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { canDirective } from './directives.policy.ts';
import { readDirectiveFile } from './directives.repository.ts';

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  text: 'text/plain',
} as const;

/** The file as it came, for those who may read the directive. It is only ever downloaded, never shown in the desk. */
export async function openDirectiveFile(
  context: Context,
  files: FileStore,
  input: { id: string },
): Promise<BinaryAnswer> {
  const row = await readDirectiveFile(context.db, input.id);
  if (!row?.file_sha256 || !canDirective(context.actor, 'read', row)) throw notFound();
  const stored = await files.open(row.file_sha256);
  if (!stored) throw notFound();
  return { fileName: row.source_name, contentType: mediaTypes[row.source_kind], content: stored.content };
}
