import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { readAsset } from './media.read-model.ts';
import { findAsset, readFileOf } from './media.repository.ts';

/** The file behind a rendition, for people who may see the picture. Only our own renditions are shown inline. */
export async function openRendition(
  context: Context,
  files: FileStore,
  input: { id: string; rendition: string },
): Promise<BinaryAnswer> {
  await readAsset(context, input.id);
  const asset = await findAsset(context.db, input.id);
  const file = asset && (await readFileOf(context.db, asset, input.rendition));
  const stored = file && (await files.open(file.sha256));
  if (!asset || !file || !stored) throw notFound();
  const isOriginal = input.rendition === 'original';
  const stem = asset.file_name.replace(/\.[^.]*$/, '');
  return {
    fileName: isOriginal ? asset.file_name : `${stem}.${file.contentType === 'image/jpeg' ? 'jpg' : 'webp'}`,
    contentType: file.contentType,
    content: stored.content,
    isInline: !isOriginal,
  };
}
