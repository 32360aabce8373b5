import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids/ids.ts';
import { readRenditions } from '../../media/index.ts';
import { hasImageWithoutAlt, imagesOf } from './newsroom.body.ts';
import { alternativeTextMissing, textIncomplete } from './newsroom.errors.ts';
import { assetIdsOf, buildManifest, type RevisionText } from './newsroom.manifest.ts';
import { findManifest, insertManifest } from './newsroom.publication.repository.ts';
import { renderPlainText } from './newsroom.render.ts';
import { type LockedEdition, textOf } from './newsroom.repository.ts';

/** What a text needs before another person reads it: title, words or pictures, and a word for each picture. */
export async function requireComplete(context: Context, text: RevisionText, language: string): Promise<void> {
  if (text.title.length < 3) throw textIncomplete({ missing: 'title' });
  if (renderPlainText(text.body) === '' && imagesOf(text.body).length === 0) throw textIncomplete({ missing: 'body' });
  if (hasImageWithoutAlt(text.body)) throw alternativeTextMissing({ at: 'body' });
  if (text.coverAssetId) {
    const [cover] = await readRenditions(context.db, [text.coverAssetId]);
    if (!cover?.altTexts[language]) throw alternativeTextMissing({ at: 'cover', assetId: text.coverAssetId, language });
  }
}

/** Writes down what is handed in or approved; `approvedBy` is null for a submission and an urgent publication. */
export async function sealManifest(
  context: Context,
  locked: LockedEdition,
  approvedBy: string | null,
): Promise<{ id: string; hash: string }> {
  const { edition, current } = locked;
  const revision = textOf(current);
  await requireComplete(context, revision, edition.language);
  const assets = await readRenditions(context.db, assetIdsOf(revision));
  const manifest = buildManifest({
    editionId: edition.id,
    language: edition.language,
    revisionId: current.id,
    revision,
    assets,
  });
  return record(context, locked, { ...manifest, approvedBy });
}

/**
 * The second person approves what was handed in, or what went out urgently: the same manifest, byte for byte, now with
 * their name. Whoever mended the words of a picture since then has not changed what is approved.
 */
export async function sealManifestAgain(
  context: Context,
  locked: LockedEdition,
  manifestId: string | null,
): Promise<{ id: string; hash: string }> {
  const approvedBy = context.actor.personId;
  const sealed = manifestId && (await findManifest(context.db, manifestId));
  if (!sealed || sealed.revision_id !== locked.current.id) return sealManifest(context, locked, approvedBy);
  return record(context, locked, { canonical: sealed.canonical, hash: sealed.hash, approvedBy });
}

async function record(
  context: Context,
  { edition, current }: LockedEdition,
  manifest: { canonical: string; hash: string; approvedBy: string | null },
): Promise<{ id: string; hash: string }> {
  const now = context.clock.now();
  const id = newId(now.getTime());
  await insertManifest(context.db, {
    id,
    edition_id: edition.id,
    revision_id: current.id,
    canonical: manifest.canonical,
    hash: manifest.hash,
    approved_by: manifest.approvedBy,
    created_at: now,
  });
  return { id, hash: manifest.hash };
}
