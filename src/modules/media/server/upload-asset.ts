import { recordAudit } from '../../../platform/audit/audit.ts';
import type { Context } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/database/database.ts';
import { notPermitted, payloadTooLarge } from '../../../platform/errors/errors.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { UploadedFile } from '../../../platform/http/route.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { sha256Hex } from '../../../platform/signing/canonical-json.ts';
import { type Asset, type AssetPurpose, maximumUploadBytes } from '../media.contract.ts';
import { inspectDocument } from './media.documents.ts';
import { fileMissing, idTaken } from './media.errors.ts';
import { inspectImage, type MadeRendition, makeRenditions, sniffImageType, withoutMetadata } from './media.images.ts';
import { canUseMedia } from './media.policy.ts';
import { readUploadedAsset } from './media.read-model.ts';
import { type AssetRow, findAsset, insertAsset } from './media.repository.ts';

export interface UploadInput {
  readonly id?: string | undefined;
  readonly file: UploadedFile | null;
  readonly ownerUnitId: string;
  readonly purpose?: AssetPurpose;
  readonly credit: string;
  readonly rights: string;
  readonly altVi: string;
  readonly altEn: string;
}

interface Kept {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly width: number | null;
  readonly height: number | null;
  readonly renditions: readonly MadeRendition[];
}

/** Stores a picture with its renditions, or a file of evidence. Pictures are decoded and files written before the transaction, which stays short. */
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
  const purpose = input.purpose ?? 'library';
  const kept = purpose === 'evidence' ? await prepareEvidence(bytes) : await preparePicture(bytes);
  const sha256 = await deps.files.put(kept.bytes);
  const stored = await Promise.all(
    kept.renditions.map(async (one) => ({ ...one, sha256: await deps.files.put(one.bytes) })),
  );
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
        content_type: kept.contentType,
        bytes: kept.bytes.length,
        width: kept.width,
        height: kept.height,
        credit: input.credit.normalize('NFC'),
        rights: input.rights.normalize('NFC'),
        alt_texts: JSON.stringify(altTexts),
        owner_unit_id: input.ownerUnitId,
        purpose,
        received_sha256: sha256Hex(bytes),
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
      action: purpose === 'evidence' ? 'media.upload_evidence' : 'media.upload',
      after: { sha256, ownerUnitId: input.ownerUnitId, altTexts, credit: input.credit },
    });
    return readUploadedAsset(context, id);
  });
}

async function preparePicture(bytes: Buffer): Promise<Kept> {
  return { bytes, ...(await inspectImage(bytes)), renditions: await makeRenditions(bytes) };
}

/** A picture is kept without its metadata; a document as it came, once it has been looked into. */
async function prepareEvidence(bytes: Buffer): Promise<Kept> {
  if (sniffImageType(bytes) === null)
    return { bytes, ...(await inspectDocument(bytes)), width: null, height: null, renditions: [] };
  const { width, height } = await inspectImage(bytes);
  const clean = await withoutMetadata(bytes);
  return { ...clean, width, height, renditions: await makeRenditions(clean.bytes) };
}

/** A phone that was offline sends the same picture twice: the second answer is the first. */
function repeated(context: Context, before: AssetRow, bytes: Buffer): Promise<Asset> {
  if (before.created_by !== context.actor.personId || (before.received_sha256 ?? before.sha256) !== sha256Hex(bytes))
    throw idTaken();
  return readUploadedAsset(context, before.id);
}

function plainFileName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{C}/gu, '').trim().slice(-200) || 'anh';
}
