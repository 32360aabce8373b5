export { eraseAssets } from './server/erase-assets.ts';
export { readOwnEvidenceFiles, readVisibleAssetIds } from './server/media.read-model.ts';
export type { AssetForUse, RenditionForUse } from './server/media.renditions.read-model.ts';
export { publicFilePath, readRenditions } from './server/media.renditions.read-model.ts';
export { openAssetFile } from './server/open-rendition.ts';
