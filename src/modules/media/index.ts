export {
  type AssetForUse,
  publicFilePath,
  type RenditionForUse,
  readRenditions,
} from './server/media.renditions.read-model.ts';
