import type { Context } from '../../../platform/context.ts';
import { notFound } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { BinaryAnswer } from '../../../platform/http/route.ts';
import { openAssetFile } from '../../media/index.ts';
import { readEvidenceItem } from './plan.evidence.read-model.ts';

/**
 * A file of evidence, for those who may see the evidence and nobody else. Pictures come as our own renditions, which may
 * stand in a page; what came as a document is hostile until a person opens it elsewhere, so it is only ever downloaded.
 */
export async function openEvidenceFile(
  context: Context,
  files: FileStore,
  input: { id: string; assetId: string; form: 'small' | 'large' | 'download' },
): Promise<BinaryAnswer> {
  const evidence = await readEvidenceItem(context, input.id);
  const file = evidence.files.find((each) => each.assetId === input.assetId);
  if (!file || (!file.isPicture && input.form !== 'download')) throw notFound();
  if (!file.isPicture) return openAssetFile(context, files, { id: file.assetId, rendition: 'original' });
  const rendition = input.form === 'small' ? 'small-jpeg' : 'large-jpeg';
  const picture = await openAssetFile(context, files, { id: file.assetId, rendition });
  return { ...picture, isInline: input.form !== 'download' };
}
