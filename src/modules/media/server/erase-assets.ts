import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { deleteAssets } from './media.repository.ts';

/** Erases files with their renditions; answers the names under which their bytes are kept. To be called in a transaction. */
export async function eraseAssets(context: Context, ids: readonly string[]): Promise<string[]> {
  const sha256s = await deleteAssets(context.db, ids);
  for (const id of ids)
    await recordAudit(context, { subjectKind: 'asset', subjectId: id, action: 'media.erase_unused' });
  return sha256s;
}
