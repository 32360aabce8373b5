import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notPermitted, payloadTooLarge } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { UploadedFile } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { sha256Hex } from '../../../platform/signing/canonical-json.ts';
import { type Asset, maximumUploadBytes } from '../media.contract.ts';
import { fileMissing, idTaken } from './media.errors.ts';
import { inspectImage, makeRenditions } from './media.images.ts';
import { canUseMedia } from './media.policy.ts';
import { readAsset } from './media.read-model.ts';
import { type AssetRow, findAsset, insertAsset } from './media.repository.ts';

export interface UploadInput {
  readonly id?: string | undefined;
  readonly file: UploadedFile | null;
  readonly ownerUnitId: string;
  readonly credit: string;
  readonly rights: string;
  readonly altVi: string;
  readonly altEn: string;
}

/** Stores a picture with its renditions. Pictures are decoded and files written before the transaction, which stays short. */
export async function uploadAsset(
  outer: Context,
  deps: { files: FileStore; isExample: boolean },
  input: UploadInput,
): Promise<Asset> {
  if (!canUseMedia(outer.actor, 'upload', input.ownerUnitId)) throw notPermitted();
  if (!input.file || input.file.bytes.length === 0) throw fileMissing();
  if (input.file.bytes.length > maximumUploadBytes) throw payloadTooLarge({ limitBytes: maximumUploadBytes });
  const { fileName, bytes } = input.file;
  const before = input.id ? await findAsset(outer.db, input.id) : undefined;
  if (before) return repeated(outer, before, bytes);
  const facts = await inspectImage(bytes);
  const made = await makeRenditions(bytes);
  const sha256 = await deps.files.put(bytes);
  const stored = await Promise.all(made.map(async (one) => ({ ...one, sha256: await deps.files.put(one.bytes) })));
  return inTransaction(outer, async (context) => {
    const now = context.clock.now();
    const id = input.id ?? newId(now.getTime());
    const altTexts = Object.fromEntries(
      [
        ['vi', input.altVi.normalize('NFC')],
        ['en', input.altEn.normalize('NFC')],
      ].filter(([, text]) => text !== ''),
    );
    const isNew = await insertAsset(
      context.db,
      {
        id,
        sha256,
        file_name: plainFileName(fileName),
        content_type: facts.contentType,
        bytes: bytes.length,
        width: facts.width,
        height: facts.height,
        credit: input.credit.normalize('NFC'),
        rights: input.rights.normalize('NFC'),
        alt_texts: JSON.stringify(altTexts),
        owner_unit_id: input.ownerUnitId,
        is_example: deps.isExample,
        created_by: context.actor.personId,
        created_at: now,
      },
      stored.map((one) => ({
        asset_id: id,
        name: one.name,
        sha256: one.sha256,
        content_type: one.contentType,
        width: one.width,
        height: one.height,
        bytes: one.bytes.length,
      })),
    );
    if (!isNew) {
      const other = await findAsset(context.db, id);
      if (!other) throw idTaken();
      return repeated(context, other, bytes);
    }
    await recordAudit(context, {
      subjectKind: 'asset',
      subjectId: id,
      action: 'media.upload',
      after: { sha256, ownerUnitId: input.ownerUnitId, altTexts, credit: input.credit },
    });
    return readAsset(context, id);
  });
}

/** A phone that was offline sends the same picture twice: the second answer is the first. */
function repeated(context: Context, before: AssetRow, bytes: Buffer): Promise<Asset> {
  if (before.created_by !== context.actor.personId || before.sha256 !== sha256Hex(bytes)) throw idTaken();
  return readAsset(context, before.id);
}

function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(-200) || 'anh';
}
