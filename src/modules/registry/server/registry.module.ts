import { handleEvent } from '../../../platform/events/events.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import { route } from '../../../platform/http/route.ts';
import { defineModule, type ServerModule } from '../../../platform/module.ts';
import { directiveConfirmed, directiveCorrected } from '../../directives/directives.events.ts';
import * as checks from '../registry.check.contract.ts';
import * as contract from '../registry.contract.ts';
import * as templates from '../registry.templates.contract.ts';
import { checkWritten, mendDraft } from './check-draft.ts';
import { checkFile, mendFile } from './check-file.ts';
import { correctReceived } from './correct-received.ts';
import { createTemplate, retireTemplate, saveTemplate } from './edit-template.ts';
import { followCorrectedDirective } from './follow-corrected-directive.ts';
import {
  downloadDocument,
  downloadFile,
  hasBrowser,
  previewDocument,
  printDocument,
  readSheet,
} from './open-document.ts';
import { receiveDocument } from './receive-document.ts';
import { registerDirective } from './register-directive.ts';
import { registryActions } from './registry.policy.ts';
import { readDocumentDetail, readDocuments } from './registry.read-model.ts';
import { loadRegistry } from './registry.reference-data.ts';
import { readTemplateDetail, readTemplates } from './registry.templates.read-model.ts';
import { setNextNumber } from './set-next-number.ts';
import { signDocument } from './sign-document.ts';
import { discardDocument, saveDocument, writeDocument } from './write-document.ts';

/** `isExample`: a document written here says on its page that its content is an example. */
export function createRegistryModule(ports: { files: FileStore; isExample: boolean }): ServerModule {
  const { files, isExample } = ports;
  return defineModule({
    name: 'registry',
    actions: [...registryActions],
    loadReferenceData: loadRegistry,
    eventHandlers: [
      handleEvent(directiveConfirmed, 'registry.register_directive', registerDirective),
      handleEvent(directiveCorrected, 'registry.follow_correction', followCorrectedDirective),
    ],
    routes: [
      route(contract.listDocuments, (context, { query }) => readDocuments(context, query)),
      route(contract.readDocument, async (context, { params }) =>
        readDocumentDetail(context, params.id, await hasBrowser()),
      ),
      route(contract.writeDocument, async (context, { body }) => ({ id: await writeDocument(context, body) })),
      route(contract.saveDocument, async (context, { params, body }) => {
        await saveDocument(context, { ...body, id: params.id });
        return readDocumentDetail(context, params.id, await hasBrowser());
      }),
      route(contract.signDocument, async (context, { params, body }) => {
        await signDocument(context, { ...body, ...ports, id: params.id });
        return readDocumentDetail(context, params.id, await hasBrowser());
      }),
      route(contract.discardDocument, async (context, { params, body }) => {
        await discardDocument(context, { ...body, id: params.id });
        return { id: params.id };
      }),
      route(contract.readSheet, (context, { params }) => readSheet(context, params.id)),
      route(contract.receiveDocument, (context, { body, file }) => receiveDocument(context, { ...body, file, files })),
      route(contract.correctReceived, async (context, { params, body }) => {
        await correctReceived(context, { ...body, id: params.id });
        return readDocumentDetail(context, params.id, await hasBrowser());
      }),
      route(contract.downloadDocument, (context, { params }) => downloadDocument(context, { ...params, ...ports })),
      route(contract.printDocument, (context, { params }) => printDocument(context, { ...params, ...ports })),
      route(contract.downloadFile, (context, { params }) => downloadFile(context, { ...params, files })),
      route(contract.previewDocument, (context, { body }) => previewDocument(context, { ...body, isExample })),
      route(contract.setNextNumber, (context, { body }) => setNextNumber(context, body)),
      route(templates.listTemplates, (context) => readTemplates(context)),
      route(templates.readTemplate, (context, { params }) => readTemplateDetail(context, params.id)),
      route(templates.createTemplate, async (context, { body }) => ({ id: await createTemplate(context, body) })),
      route(templates.saveTemplate, async (context, { params, body }) => {
        await saveTemplate(context, { ...body, id: params.id });
        return readTemplateDetail(context, params.id);
      }),
      route(templates.retireTemplate, async (context, { params }) => {
        await retireTemplate(context, params.id);
        return { id: params.id };
      }),
      route(checks.checkWritten, (context, { params }) => checkWritten(context, { ...params, isExample })),
      route(checks.mendWritten, async (context, { params, body }) => {
        await mendDraft(context, { ...body, id: params.id });
        return readDocumentDetail(context, params.id, await hasBrowser());
      }),
      route(checks.checkFile, (_, { file }) => checkFile(file)),
      route(checks.mendFile, (_, { body, file }) => mendFile({ ids: body.ids, file })),
    ],
  });
}
