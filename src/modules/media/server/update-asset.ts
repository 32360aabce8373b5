import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notFound, notPermitted, versionConflict } from '../../../platform/errors/errors.ts';
import type { Asset } from '../media.contract.ts';
import { canUseMedia } from './media.policy.ts';
import { readAsset } from './media.read-model.ts';
import { lockAsset, updateAssetRow } from './media.repository.ts';

/** Changes the words of a picture. What is public keeps the words that were approved until its next change. */
export async function updateAsset(
  outer: Context,
  input: { id: string; version: number; credit: string; rights: string; altTexts: Record<string, string> },
): Promise<Asset> {
  return inTransaction(outer, async (context) => {
    const row = await lockAsset(context.db, input.id);
    if (!row) throw notFound();
    await readAsset(context, input.id);
    if (!canUseMedia(context.actor, 'update', row.owner_unit_id)) throw notPermitted();
    if (row.version !== input.version) throw versionConflict({ current: row.version });
    const altTexts = Object.fromEntries(
      Object.entries(input.altTexts)
        .map(([language, text]) => [language, text.normalize('NFC')])
        .filter(([, text]) => text !== ''),
    );
    const after = { credit: input.credit.normalize('NFC'), rights: input.rights.normalize('NFC'), altTexts };
    await updateAssetRow(context.db, row.id, {
      credit: after.credit,
      rights: after.rights,
      alt_texts: JSON.stringify(altTexts),
    });
    await recordAudit(context, {
      subjectKind: 'asset',
      subjectId: row.id,
      action: 'media.update',
      before: { credit: row.credit, rights: row.rights, altTexts: row.alt_texts },
      after,
    });
    return readAsset(context, row.id);
  });
}
