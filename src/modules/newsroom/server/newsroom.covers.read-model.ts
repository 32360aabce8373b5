import type { Database } from '../../../platform/database/tables.ts';
import { readRenditions } from '../../media/index.ts';
import type { Edition } from '../newsroom.shapes.contract.ts';
import { readManifest } from './newsroom.manifest.ts';
import { findManifests } from './newsroom.publication.repository.ts';
import type { EditionRow, RevisionRow } from './newsroom.repository.ts';

interface Written {
  readonly edition: EditionRow;
  readonly current: RevisionRow;
}

/** The words of each cover: as they were handed in or approved, and while the text is being written as they stand now. */
export async function readCovers(db: Database, written: readonly Written[]): Promise<Map<string, Edition['cover']>> {
  const covered = written.filter(({ current }) => current.cover_asset_id !== null);
  const manifests = await findManifests(
    db,
    covered.flatMap(({ edition }) => sealedManifestId(edition) ?? []),
  );
  const assets = await readRenditions(
    db,
    covered.flatMap(({ current }) => current.cover_asset_id ?? []),
  );
  return new Map(
    covered.map(({ edition, current }) => {
      const sealed = manifests.find((one) => one.id === sealedManifestId(edition) && one.revision_id === current.id);
      const words = sealed && readManifest(sealed.canonical).cover;
      if (words) return [edition.id, { alt: words.alt, credit: words.credit }];
      const asset = assets.find((one) => one.assetId === current.cover_asset_id);
      return [edition.id, { alt: asset?.altTexts[edition.language] ?? '', credit: asset?.credit ?? '' }];
    }),
  );
}

function sealedManifestId(edition: EditionRow): string | null {
  switch (edition.work_state) {
    case 'awaiting_approval':
    case 'in_appraisal':
      return edition.submitted_manifest_id;
    case 'approved':
      return edition.approved_manifest_id;
    default:
      return null;
  }
}
