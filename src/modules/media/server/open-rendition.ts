import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { readAsset } from './media.read-model.ts';
import { findAsset, readFileOf } from './media.repository.ts';

/** The file behind a rendition, for people who may see the picture. */
export async function openRendition(
  context: Context,
  files: FileStore,
  input: { id: string; rendition: string },
): Promise<BinaryAnswer> {
  await readAsset(context, input.id);
  return openAssetFile(context, files, input);
}

/** Without a look at who asks: the caller has made sure of it. Only our own renditions are shown inline. */
export async function openAssetFile(
  context: Context,
  files: FileStore,
  input: { id: string; rendition: string },
): Promise<BinaryAnswer> {
  const asset = await findAsset(context.db, input.id);
  const file = asset && (await readFileOf(context.db, asset, input.rendition));
  const stored = file && (await files.open(file.sha256));
  if (!asset || !file || !stored) throw notFound();
  const isOriginal = input.rendition === 'original';
  return {
    fileName: isOriginal ? asset.file_name : nameWith(asset.file_name, file.contentType),
    contentType: file.contentType,
    content: stored.content,
    isInline: !isOriginal,
  };
}

function nameWith(fileName: string, contentType: string): string {
  return `${fileName.replace(/\.[^.]*$/, '')}.${contentType === 'image/jpeg' ? 'jpg' : 'webp'}`;
}
