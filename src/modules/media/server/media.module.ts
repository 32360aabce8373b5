import type { FileStore } from '../../../platform/files/file-store.ts';
import { route } from '../../../platform/http/route.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import * as contract from '../media.contract.ts';
import { mediaActions } from './media.policy.ts';
import { readAsset, readAssets } from './media.read-model.ts';
import { openRendition } from './open-rendition.ts';
import { updateAsset } from './update-asset.ts';
import { uploadAsset } from './upload-asset.ts';

/** `files`: where pictures are kept. `isExample`: marks what is uploaded as an example, which leaves with the examples. */
export function createMediaModule(deps: { files: FileStore; isExample?: boolean }): ServerModule {
  const { files, isExample = false } = deps;
  return defineModule({
    name: 'media',
    actions: mediaActions.map((action) => `media.${action}`),
    routes: [
      route(contract.uploadAsset, (context, { body, file }) =>
        uploadAsset(context, { files, isExample }, { ...body, file }),
      ),
      route(contract.listAssets, (context, { query }) => readAssets(context, query)),
      route(contract.getAsset, (context, { params }) => readAsset(context, params.id)),
      route(contract.updateAsset, (context, { params, body }) => updateAsset(context, { ...params, ...body })),
      route(contract.getRendition, (context, { params }) => openRendition(context, files, params)),
    ],
  });
}
