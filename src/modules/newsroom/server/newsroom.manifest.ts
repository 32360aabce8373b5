import { z } from 'zod';
import { canonicalJson, sha256Hex } from '../../../platform/signing/canonical-json.ts';
import { type AssetForUse, publicFilePath } from '../../media/index.ts';
import { type Body, imagesOf } from './newsroom.body.ts';
import { pictureUnknown } from './newsroom.errors.ts';
import type { RenderedPicture } from './newsroom.render.ts';

const picture = z.object({
  assetId: z.string(),
  sha256: z.string(),
  file: z.object({ sha256: z.string(), contentType: z.string(), width: z.number(), height: z.number() }),
  credit: z.string(),
});
const manifestSchema = z.object({
  kind: z.literal('edition'),
  editionId: z.string(),
  language: z.string(),
  revisionId: z.string(),
  revisionHash: z.string(),
  cover: picture.extend({ alt: z.string() }).nullable(),
  pictures: z.array(picture),
});
export type Manifest = z.infer<typeof manifestSchema>;

export interface RevisionText {
  readonly title: string;
  readonly lead: string;
  readonly body: Body;
  readonly coverAssetId: string | null;
}

/** Every picture of a revision, the cover last. */
export function assetIdsOf(text: Pick<RevisionText, 'body' | 'coverAssetId'>): string[] {
  return [...imagesOf(text.body).map((image) => image.assetId), ...(text.coverAssetId ? [text.coverAssetId] : [])];
}

export function hashRevision(text: RevisionText): string {
  const { title, lead, body, coverAssetId } = text;
  // A strict body holds JSON only; the round trip says so to the compiler.
  return sha256Hex(canonicalJson({ title, lead, body: JSON.parse(JSON.stringify(body)), coverAssetId }));
}

/**
 * What an approval points at (domain.md): the revision's hash and, of each picture, the file, its credit and the cover's
 * alternative text as they were when it was approved. What goes out is made from this and the revision, nothing else.
 */
export function buildManifest(input: {
  editionId: string;
  language: string;
  revisionId: string;
  revision: RevisionText;
  assets: readonly AssetForUse[];
}): { canonical: string; hash: string } {
  const byId = new Map(input.assets.map((asset) => [asset.assetId, asset]));
  const describe = (assetId: string) => {
    const asset = byId.get(assetId);
    const large = asset?.renditions.find((rendition) => rendition.name === 'large-jpeg');
    if (!asset || !large) throw pictureUnknown({ assetId });
    const { sha256, contentType, width, height } = large;
    return { assetId, sha256: asset.sha256, file: { sha256, contentType, width, height }, credit: asset.credit };
  };
  const { coverAssetId } = input.revision;
  const manifest: Manifest = {
    kind: 'edition',
    editionId: input.editionId,
    language: input.language,
    revisionId: input.revisionId,
    revisionHash: hashRevision(input.revision),
    cover: coverAssetId
      ? { ...describe(coverAssetId), alt: byId.get(coverAssetId)?.altTexts[input.language] ?? '' }
      : null,
    pictures: imagesOf(input.revision.body).map((image) => describe(image.assetId)),
  };
  const canonical = canonicalJson(manifest);
  return { canonical, hash: sha256Hex(canonical) };
}

export function readManifest(canonical: string): Manifest {
  return manifestSchema.parse(JSON.parse(canonical));
}

export function picturesOf(manifest: Manifest): RenderedPicture[] {
  return manifest.pictures.map(({ assetId, file, credit }) => ({
    assetId,
    src: publicFilePath(file),
    width: file.width,
    height: file.height,
    credit,
  }));
}

/** Every file that becomes public with this manifest. */
export function filesOf(manifest: Manifest): string[] {
  const files = [...manifest.pictures, ...(manifest.cover ? [manifest.cover] : [])].map(({ file }) => file.sha256);
  return [...new Set(files)].sort();
}
